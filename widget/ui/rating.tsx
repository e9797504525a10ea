import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { StarIcon } from './icons.tsx';
import { strings } from './strings.ts';

/** Five stars that are five radio buttons; the comment comes after the choice. */
export function RatingForm({ chat }: { chat: Pick<ChatState, 'rating'> & Pick<ChatActions, 'skip'> }) {
  const { rating } = chat;
  const score = rating.score.value;
  const state = rating.state.value;
  return (
    <form
      class="rating"
      onSubmit={(event) => {
        event.preventDefault();
        void rating.submit();
      }}
    >
      <fieldset class="stars-set">
        <legend class="rating-title">{strings.rate}</legend>
        <div class="stars">
          {strings.scores.map((name, index) => {
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
          {score === null ? '\u00a0' : strings.scoreWords[score - 1]}
        </p>
      </fieldset>
      {score !== null && (
        <div class="field">
          <label class="label" for="deskbell-comment">
            {strings.comment}
          </label>
          <textarea
            id="deskbell-comment"
            class="input"
            rows={2}
            dir="auto"
            placeholder={strings.commentMore}
            value={rating.comment.value}
            onInput={(event) => rating.write(event.currentTarget.value)}
          />
        </div>
      )}
      <div role="status">
        {state === 'failed' && <p class="wrong">{strings.ratingFailed}</p>}
        {state === 'late' && <p class="hint">{strings.ratingLate}</p>}
      </div>
      <div class="row">
        <button type="button" class="button plain" onClick={chat.skip}>
          {strings.skip}
        </button>
        <button type="submit" class="button" disabled={score === null} aria-disabled={state === 'sending'}>
          {state === 'sending' ? strings.sendingRating : strings.sendRating}
        </button>
      </div>
    </form>
  );
}
