import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { endedStrings } from './ended-strings.ts';
import type { LaterView } from './later.tsx';
import { RatingForm } from './rating.tsx';
import type { RatingMoreProps } from './rating-more.tsx';
import { StarIcon } from './star-icon.tsx';
import css from './styles/ended.css?inline';

export { css, endedStrings as words };

export interface EndedProps {
  chat: ChatState & ChatActions;
  views: { ratingMore: LaterView<RatingMoreProps> };
}

/** After the end: the question, or the thanks, and the ways on. Ending is undone by writing again. */
export function View({ chat, views }: EndedProps) {
  if (chat.screen.value === 'blocked') return <Blocked chat={chat} />;
  return (
    <div class="ended">
      {chat.screen.value === 'rating' ? <RatingForm chat={chat} views={views} /> : <Thanks score={chat.rated.value} />}
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

/** Written out: older libraries put something else in the place of `Array.from` (decision 0157). */
const SCORES = [1, 2, 3, 4, 5];

function Thanks({ score }: { score: number | null }) {
  return (
    <div class="thanks" role="status">
      {/* 0: answered without a name (K9). */}
      {score !== null && score > 0 && (
        <p class="given" aria-hidden="true">
          {SCORES.map((one) => (
            <span key={one} class={one <= score ? 'star lit' : 'star'}>
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

/** The relay refuses this page; what was written is still to be seen above. */
function Blocked({ chat }: { chat: Pick<ChatState, 'refused'> }) {
  const reload = chat.refused.value === 'version_too_old';
  return (
    <div class="ended" role="alert">
      <p class="rating-title">{endedStrings.blocked}</p>
      <p class="hint">{reload ? endedStrings.blockedReload : endedStrings.blockedMore}</p>
    </div>
  );
}
