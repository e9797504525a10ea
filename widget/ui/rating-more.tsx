import type { RatingMore } from '../../protocol/wire/front.ts';
import type { ChatState } from '../model/chat-view.ts';
import { ratingMoreStrings as words } from './rating-more-strings.ts';
import css from './styles/rating-more.css?inline';

export { css, words };

export interface RatingMoreProps {
  chat: Pick<ChatState, 'rating' | 'front'>;
}

const ANSWERS = ['yes', 'partly', 'no'] as const satisfies readonly RatingMore['solved'][];

/** After the score: did this solve it, why, and whether it is a complaint. All of it may be left alone. */
export function View({ chat: { rating, front } }: RatingMoreProps) {
  const add = (part: RatingMore) => {
    rating.more.value = { ...rating.more.value, ...part };
  };
  const { solved, reasons = [], complaint = false } = rating.more.value;
  return (
    <>
      <fieldset class="chips">
        <legend class="label">{words.solved}</legend>
        {ANSWERS.map((answer) => (
          <label class="chip" key={answer}>
            <input
              type="radio"
              name="deskbell-solved"
              checked={solved === answer}
              onChange={() => add({ solved: answer })}
            />
            <span>{words[answer]}</span>
          </label>
        ))}
      </fieldset>
      {front.value?.reasons && (
        <fieldset class="chips">
          <legend class="label">{words.reasons}</legend>
          {front.value.reasons.map((reason) => (
            <label class="chip" key={reason}>
              <input
                type="checkbox"
                checked={reasons.includes(reason)}
                onChange={(event) =>
                  add({
                    reasons: event.currentTarget.checked
                      ? [...reasons, reason]
                      : reasons.filter((one) => one !== reason),
                  })
                }
              />
              <span dir="auto">{reason}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label class="complain">
        <input
          type="checkbox"
          checked={complaint}
          onChange={(event) => add({ complaint: event.currentTarget.checked })}
        />
        <span>{words.complaint}</span>
      </label>
    </>
  );
}
