import type { RatingMore } from '../../protocol/wire/front.ts';
import type { ChatState } from '../model/chat-view.ts';
import { ratingMoreStrings as words } from './rating-more-strings.ts';
import { strings } from './strings.ts';
import css from './styles/rating-more.css?inline';

export { css, words };

export interface RatingMoreProps {
  chat: Pick<ChatState, 'rating' | 'front'>;
}

const ANSWERS = ['yes', 'partly', 'no'] as const satisfies readonly RatingMore['solved'][];

/** After the score: did this solve it, why, how easy it was, and whether it is a complaint. All of it may be left alone. */
export function View({ chat: { rating, front } }: RatingMoreProps) {
  const add = (part: RatingMore) => {
    rating.more.value = { ...rating.more.value, ...part };
  };
  const { solved, reasons = [], complaint = false, effort, recommend, anonymous = false } = rating.more.value;
  const asked = front.value?.rating;
  const own = asked?.words?.[strings.lang];
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
        <Reasons all={front.value.reasons} chosen={reasons} onChoose={(chosen) => add({ reasons: chosen })} />
      )}
      {asked?.effort && (
        <Scale
          name="effort"
          question={own?.effort ?? words.effort}
          ends={[words.effortLow, words.effortHigh]}
          from={1}
          to={7}
          value={effort}
          onChoose={(answer) => add({ effort: answer })}
        />
      )}
      {asked?.recommend && (
        <Scale
          name="recommend"
          question={own?.recommend ?? words.recommend}
          ends={[words.recommendLow, words.recommendHigh]}
          from={0}
          to={10}
          value={recommend}
          onChoose={(answer) => add({ recommend: answer })}
        />
      )}
      {!anonymous && (
        <Check checked={complaint} name={words.complaint} onCheck={(on) => add({ complaint: on || undefined })} />
      )}
      {asked?.anonymous && (
        <Check
          checked={anonymous}
          name={words.anonymous}
          hint={words.anonymousMore}
          // Who wants an answer has to be somebody.
          onCheck={(on) => add({ anonymous: on || undefined, complaint: undefined })}
        />
      )}
    </>
  );
}

interface ReasonsProps {
  all: readonly string[];
  chosen: readonly string[];
  onChoose(chosen: string[]): void;
}

function Reasons({ all, chosen, onChoose }: ReasonsProps) {
  return (
    <fieldset class="chips">
      <legend class="label">{words.reasons}</legend>
      {all.map((reason) => (
        <label class="chip" key={reason}>
          <input
            type="checkbox"
            checked={chosen.includes(reason)}
            onChange={(event) =>
              onChoose(event.currentTarget.checked ? [...chosen, reason] : chosen.filter((one) => one !== reason))
            }
          />
          <span dir="auto">{reason}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ScaleProps {
  name: string;
  question: string;
  ends: readonly [low: string, high: string];
  from: number;
  to: number;
  value: number | undefined;
  onChoose(answer: number): void;
}

/** Numbers in a row, with words at both ends: one radio group. */
function Scale({ name, question, ends, from, to, value, onChoose }: ScaleProps) {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const nameOf = (number: number) =>
    number === from ? `${number}: ${ends[0]}` : number === to ? `${number}: ${ends[1]}` : `${number}`;
  return (
    <fieldset class={`scale scale-${name}`}>
      <legend class="label" dir="auto">
        {question}
      </legend>
      <div class="steps">
        {numbers.map((number) => (
          <label class="chip step" key={number}>
            <input
              type="radio"
              name={`deskbell-${name}`}
              aria-label={nameOf(number)}
              checked={number === value}
              onChange={() => onChoose(number)}
            />
            <span aria-hidden="true">{number}</span>
          </label>
        ))}
      </div>
      <p class="scale-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </fieldset>
  );
}

interface CheckProps {
  checked: boolean;
  name: string;
  hint?: string;
  onCheck(on: boolean): void;
}

function Check({ checked, name, hint, onCheck }: CheckProps) {
  return (
    <label class="complain">
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      <span>
        {name}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
