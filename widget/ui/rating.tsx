import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { endedStrings } from './ended-strings.ts';
import { handed } from './handed.ts';
import type { LaterView } from './later.tsx';
import type { RatingMoreProps } from './rating-more.tsx';
import { StarIcon } from './star-icon.tsx';
import { strings } from './strings.ts';

/** Five stars that are five radio buttons; the comment comes after the choice. */
export interface RatingProps {
  chat: Pick<ChatState, 'rating' | 'front'> & Pick<ChatActions, 'skip'>;
  views: { ratingMore: LaterView<RatingMoreProps> };
}

/** Five stars that are five radio buttons; the rest comes after the choice. */
export function RatingForm({ chat, views }: RatingProps) {
  const { rating } = chat;
  const score = rating.score.value;
  const state = rating.state.value;
  const question = chat.front.value?.rating?.words?.[strings.lang]?.score ?? endedStrings.rate;
  return (
    <form
      class="rating"
      onSubmit={(event) => {
        event.preventDefault();
        void rating.submit();
      }}
    >
      <fieldset class="stars-set">
        <legend class="rating-title" dir="auto">
          {question}
        </legend>
        <div class="stars">
          {endedStrings.scores.map((name, index) => {
            const value = index + 1;
            return (
              <label key={value} class={value <= (score ?? 0) ? 'star lit' : 'star'}>
                <input
                  type="radio"
                  name="deskbell-score"
                  data-focus={value === (score ?? 1) || undefined}
                  value={value}
                  checked={value === score}
                  aria-label={name}
                  onChange={() => rating.choose(value)}
                />
                <StarIcon />
              </label>
            );
          })}
        </div>
        <p class="score-word" aria-hidden="true">
          {score === null ? '\u00a0' : endedStrings.scoreWords[score - 1]}
        </p>
      </fieldset>
      {score !== null && <handed.Later of={views.ratingMore} with={{ chat }} />}
      {score !== null && (
        <div class="field">
          <label class="label" for="deskbell-comment">
            {endedStrings.comment}
          </label>
          <textarea
            id="deskbell-comment"
            class="input"
            rows={2}
            dir="auto"
            placeholder={endedStrings.commentMore}
            value={rating.comment.value}
            onInput={(event) => rating.write(event.currentTarget.value)}
          />
        </div>
      )}
      <Said state={state} />
      <div class="row">
        <button type="button" class="button plain" onClick={chat.skip}>
          {endedStrings.skip}
        </button>
        <button type="submit" class="button" disabled={score === null} aria-disabled={state === 'sending'}>
          {state === 'sending' ? endedStrings.sendingRating : endedStrings.sendRating}
        </button>
      </div>
    </form>
  );
}

function Said({ state }: { state: ChatState['rating']['state']['value'] }) {
  return (
    <div role="status">
      {state === 'failed' && <p class="wrong">{endedStrings.ratingFailed}</p>}
      {state === 'late' && <p class="hint">{endedStrings.ratingLate}</p>}
    </div>
  );
}
