import { useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { MergePlan, MergeSide } from '../../protocol/wire/people.ts';
import { called } from './called.ts';
import { useApp } from './context.ts';
import { Dialog } from './dialog.tsx';
import { EntryField } from './entry-field.tsx';
import { peopleProblem } from './people-problem.ts';
import { peopleWords as words } from './strings-of-people.ts';

/** Two profiles of one person: shown first, done when somebody says so, and never by what was typed (J8). */
export function MergeDialog({ onClose }: { onClose(): void }) {
  const { people } = useApp();
  const [link, setLink] = useState('');
  const [plan, setPlan] = useState<MergePlan | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const look = async () => {
    const answer = await people.planMerge(idOf(link));
    setPlan(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer);
  };
  const said = plan && { ...plan, stays: sideOf(plan.stays), joins: sideOf(plan.joins) };
  const join = async () => {
    if (!plan) return;
    const refused = await people.merge(plan);
    setProblem(refused);
    if (!refused) onClose();
  };
  return (
    <Dialog title={words.mergeTitle} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void (plan ? join() : look());
        }}
      >
        <EntryField
          label={words.mergeLink}
          hint={words.mergeHint}
          value={link}
          onInput={(next) => {
            setLink(next);
            setPlan(null);
          }}
        />
        {said && (
          <ul class="person-plan" aria-live="polite">
            <li>{words.mergeStays(said)}</li>
            <li>{words.mergeJoins(said)}</li>
            <li>{words.mergeBrowser}</li>
            <li>{words.mergeUndo}</li>
          </ul>
        )}
        {problem && (
          <p class="problem" role="alert">
            {problem.error === 'not_found' ? words.notFound : peopleProblem(problem)}
          </p>
        )}
        <p class="dialog-actions">
          <button type="submit" class="button button-primary" aria-disabled={people.busy.value || !link.trim()}>
            {plan ? words.mergeNow : words.mergeLook}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** The last part of a link, or the number itself. */
function idOf(given: string): string {
  return given.trim().split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '';
}

const sideOf = (side: MergeSide) => (side.made ? { ...side, name: called(side.name) } : side);
