import type { MacroStep } from '../../protocol/wire/macros.ts';
import type { ShownRun } from '../model/macro-runs.ts';
import type { Thread } from '../model/thread.ts';
import { useDesk } from './context.ts';
import { list } from './format.ts';
import { AlertIcon, CheckIcon, CloseIcon } from './icons.tsx';
import { macroWords } from './strings-of-macros.ts';
import './styles/composer.css';

/** What macros did, what not, and why, and which are still to come (D13). Each stays until it is put away. */
export function MacroResult({ thread }: { thread: Thread }) {
  const { runs } = useDesk().composing;
  const shown = runs.of(thread.id);
  if (shown.length === 0) return null;
  return (
    <div class="macro-results">
      {shown.map((run) => (
        <OneRun key={run.id} run={run} onDismiss={() => runs.dismiss(run.id)} />
      ))}
    </div>
  );
}

function OneRun({ run, onDismiss }: { run: ShownRun; onDismiss(): void }) {
  const { result: words } = macroWords;
  const because = run.error && run.error !== 'unavailable' && becauseOf(run.error);
  return (
    <section class="macro-result" aria-label={words.label(run.name)}>
      <div class="macro-result-head" role="status">
        <p>{saidOf(run)}</p>
        {run.state !== 'runs' && (
          <button
            type="button"
            class="icon-button"
            aria-label={run.state === 'waits' ? words.cancel(run.name) : words.close}
            onClick={onDismiss}
          >
            <CloseIcon size={16} />
          </button>
        )}
      </div>
      {because && <p class="problem">{because}</p>}
      {run.steps && (
        <ol>
          {run.steps.map((step, at) => (
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

function saidOf({ name, state, steps, error }: ShownRun): string {
  const { result: words } = macroWords;
  if (steps) return summaryOf(name, steps);
  if (state === 'waits') return words.waits(name);
  if (state === 'runs') return words.runs(name);
  if (state === 'left') return words.left(name);
  return error === 'unavailable' ? words.unsure(name) : words.failed(name);
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
