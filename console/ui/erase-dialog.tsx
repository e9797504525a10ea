import { useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import { useApp } from './context.ts';
import { Dialog } from './dialog.tsx';
import { peopleProblem } from './people-problem.ts';
import { peopleWords as words } from './strings-of-people.ts';

/** Asks once, and says what goes and what stays (J12). */
export function EraseDialog({ onClose }: { onClose(): void }) {
  const { people } = useApp();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const erase = async () => {
    const refused = await people.erase();
    setProblem(refused);
    if (!refused) onClose();
  };
  return (
    <Dialog title={words.eraseTitle} onClose={onClose}>
      <div class="form">
        <ul class="person-plan">
          <li>{words.eraseGoes}</li>
          <li>{words.eraseStays}</li>
          <li>{words.eraseNever}</li>
        </ul>
        {problem && (
          <p class="problem" role="alert">
            {peopleProblem(problem)}
          </p>
        )}
        <p class="dialog-actions">
          <button
            type="button"
            class="button button-danger"
            aria-disabled={people.busy.value}
            onClick={() => void erase()}
          >
            {words.eraseNow}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </div>
    </Dialog>
  );
}
