import { useId, useState } from 'preact/hooks';
import type { OutsideTalk } from '../model/outside-talk.ts';
import type { Thread } from '../model/thread.ts';
import { languageName } from './format.ts';
import { troubleWords } from './service-words.ts';
import { helpingWords as words } from './strings-of-helping.ts';

/** What services of this kind know, most of them at least; each is named in the agent's language. */
const LANGUAGES =
  'ar bg cs da de el en es et fa fi fr he hi hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv th tr uk vi zh'.split(' ');

/** CS8: an answer in the visitor's language, looked at before it stands in the box; sending stays a step of its own. */
export function TranslateBar({ thread, talk }: { thread: Thread; talk: OutsideTalk }) {
  const { translating, helping } = talk;
  const id = useId();
  const said = thread.shown.profile.value?.locale ?? null;
  const [chosen, choose] = useState<string | null>(null);
  if (!translating.choosing.value) return null;
  const to = chosen ?? translating.theirs.value ?? said?.split('-')[0] ?? 'en';
  const answer = translating.answer.value;
  const text = thread.draft.value.trim();
  const leave = () => {
    translating.leaveAnswer();
    choose(null);
  };
  const use = (made: string) => {
    helping.put(thread, 'translated', made, to);
    leave();
  };
  const isMade = answer !== null && answer !== 'asking' && 'text' in answer;
  return (
    <section class="translate-bar" aria-label={words.translateAnswer}>
      <p class="help-bar">
        <label for={id}>{words.into}</label>
        <select id={id} value={to} onChange={(event) => choose(event.currentTarget.value)}>
          {[...new Set([to, ...LANGUAGES])]
            .map((code) => [code, languageName(code)] as const)
            .sort(([, one], [, other]) => one.localeCompare(other))
            .map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </select>
        <button
          type="button"
          class="button button-small"
          ref={focusOnce}
          aria-disabled={text === '' || answer === 'asking'}
          onClick={() => text !== '' && answer !== 'asking' && void translating.translateAnswer(text, to)}
        >
          {answer === 'asking' ? words.translating : words.translate}
        </button>
        <button type="button" class="link-button" onClick={leave}>
          {words.cancel}
        </button>
      </p>
      <div role="status">
        {isMade && (
          <div class="translate-made">
            <p dir="auto" lang={to}>
              {answer.text}
            </p>
            <button type="button" class="button button-small button-primary" onClick={() => use(answer.text)}>
              {words.use}
            </button>
          </div>
        )}
        {answer !== null && answer !== 'asking' && !('text' in answer) && (
          <p class="problem">{troubleWords(words.translator, answer)}</p>
        )}
      </div>
    </section>
  );
}

/** The menu that opened it is gone. */
function focusOnce(button: HTMLButtonElement | null): void {
  if (button && !button.dataset.met) {
    button.dataset.met = 'yes';
    button.focus();
  }
}
