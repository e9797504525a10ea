import type { MacroStep } from '../../protocol/wire/macros.ts';
import type { Thread } from '../model/thread.ts';
import { useDesk } from './context.ts';
import { list } from './format.ts';
import { AlertIcon, CheckIcon, CloseIcon } from './icons.tsx';
import { macroWords } from './strings-of-macros.ts';
import './styles/composer.css';

/** What a macro did, what not, and why (D13). Stays until it is put away. */
export function MacroResult({ thread }: { thread: Thread }) {
  const { runs } = useDesk().composing;
  const shown = runs.shown.value;
  if (shown?.conversationId !== thread.id) return null;
  const { result: words } = macroWords;
  return (
    <section class="macro-result" aria-label={words.label(shown.name)}>
      <div class="macro-result-head" role="status">
        <p>
          {shown.steps
            ? summaryOf(shown.name, shown.steps)
            : shown.error
              ? words.failed(shown.name)
              : words.runs(shown.name)}
        </p>
        <button type="button" class="icon-button" aria-label={words.close} onClick={() => runs.dismiss()}>
          <CloseIcon size={16} />
        </button>
      </div>
      {shown.error && <p class="problem">{becauseOf(shown.error)}</p>}
      {shown.steps && (
        <ol>
          {shown.steps.map((step, at) => (
            <li key={at} class={`macro-step macro-step-${step.result}`}>
              {step.result === 'done' ? <CheckIcon size={16} /> : <AlertIcon size={16} />}
              <span>
                {words.step(macroWords.actions[step.do], step.result)}
                {step.error && ` ${becauseOf(step.error)}`}
                {step.missing && ` ${words.missing(list(step.missing))}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function summaryOf(name: string, steps: readonly MacroStep[]): string {
  const done = steps.filter((step) => step.result === 'done').length;
  const { result: words } = macroWords;
  if (done < steps.length) return words.partly(name, done, steps.length);
  return steps.some(({ missing }) => missing) ? words.leftOut(name) : words.allDone(name);
}

function becauseOf(error: string): string {
  const { because } = macroWords.result;
  return Object.hasOwn(because, error) ? because[error as keyof typeof because] : because.other;
}
