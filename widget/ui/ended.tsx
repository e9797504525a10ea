import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { endedStrings } from './ended-strings.ts';
import { StarIcon } from './icons.tsx';
import { RatingForm } from './rating.tsx';
import css from './styles/ended.css?inline';

export { css, endedStrings };

/** After the end: the question, or the thanks, and the ways on. Ending is undone by writing again. */
export function Ended({ chat }: { chat: ChatState & ChatActions }) {
  return (
    <div class="ended">
      {chat.screen.value === 'rating' ? <RatingForm chat={chat} /> : <Thanks score={chat.rated.value} />}
      <div class="row ways">
        {chat.canContinue.value && (
          <button type="button" class="link" onClick={chat.continueChat}>
            {endedStrings.goOn}
          </button>
        )}
        <button
          type="button"
          class={chat.screen.value === 'rating' ? 'link' : 'button'}
          data-focus={chat.screen.value === 'ended' || undefined}
          onClick={chat.startNew}
        >
          {endedStrings.startNew}
        </button>
      </div>
    </div>
  );
}

function Thanks({ score }: { score: number | null }) {
  return (
    <div class="thanks" role="status">
      {score !== null && (
        <p class="given" aria-hidden="true">
          {Array.from({ length: 5 }, (_, index) => (
            <span key={index} class={index < score ? 'star lit' : 'star'}>
              <StarIcon />
            </span>
          ))}
        </p>
      )}
      <p class="rating-title">{score === null ? endedStrings.goodbye : endedStrings.thanks}</p>
      <p class="hint">{score === null ? endedStrings.goodbyeMore : endedStrings.thanksMore}</p>
    </div>
  );
}
