import { useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import { Check } from './check.tsx';
import { Choice } from './choice.tsx';
import { useApp, useDesk } from './context.ts';
import { Dialog } from './dialog.tsx';
import { EntryField } from './entry-field.tsx';
import { peopleProblem } from './people-problem.ts';
import { peopleWords as words } from './strings-of-people.ts';

const HOUR_MS = 3_600_000;
const LENGTHS = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS, month: 30 * 24 * HOUR_MS, ever: null };
type Length = keyof typeof LENGTHS;

/** Why, how long, and whether whoever writes from there is meant as well (J9). */
export function BlockDialog({ onClose }: { onClose(): void }) {
  const { people } = useApp();
  const { ticker } = useDesk();
  const [reason, setReason] = useState('');
  const [length, setLength] = useState<Length>('ever');
  const [address, setAddress] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const lengths = (Object.keys(LENGTHS) as Length[]).filter((one) => !address || LENGTHS[one] !== null);
  const block = async () => {
    const ms = LENGTHS[length];
    // A moment less than the most that is allowed: the clocks differ.
    const until = ms === null ? null : ticker.now.peek() + ms - 60_000;
    const refused = await people.block({ reason: reason.trim(), until, address });
    setProblem(refused);
    if (!refused) onClose();
  };
  return (
    <Dialog title={words.blockTitle} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void block();
        }}
      >
        <p class="quiet">{words.blockHint}</p>
        <EntryField
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          maxLength={people.limits.reasonMax}
          onInput={setReason}
        />
        <Choice
          label={words.howLong}
          value={length}
          options={lengths.map((one) => [one, words.lengths[one]] as const)}
          onChange={(next) => setLength(next as Length)}
        />
        <Check
          hint={words.addressHint}
          checked={address}
          onChange={(next) => {
            setAddress(next);
            if (next && length === 'ever') setLength('week');
          }}
        >
          {words.address}
        </Check>
        {problem && (
          <p class="problem" role="alert">
            {peopleProblem(problem)}
          </p>
        )}
        <p class="dialog-actions">
          <button type="submit" class="button button-danger" aria-disabled={people.busy.value}>
            {words.blockNow}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
