import { useId, useState } from 'preact/hooks';
import { useApp, useDesk } from './context.ts';
import { Dialog } from './dialog.tsx';
import { EntryField } from './entry-field.tsx';
import { composerWords } from './strings-of-composer.ts';
import { daysToMonday, nineAfter, wallOf } from './wall.ts';

const HOUR_MS = 3_600_000;

/** When an answer leaves: a few usual times, or any; by the clock beside the writer. */
export function LaterDialog() {
  const { notice, service } = useApp();
  const { composing, ticker } = useDesk();
  const words = composerWords.dialog;
  const asking = composing.asking.value;
  const planned = asking?.planned ?? null;
  const textId = useId();
  const now = ticker.now.peek();
  const [when, setWhen] = useState(() => wallOf(Math.max(planned?.sendAt ?? 0, now + HOUR_MS)));
  const [body, setBody] = useState(planned?.body ?? asking?.body ?? '');
  const [wrong, setWrong] = useState(false);
  if (!asking) return null;
  const close = () => composing.ask(null);
  const keep = async () => {
    const sendAt = service.wall.instantOf(when);
    if (sendAt === null || sendAt <= ticker.now.peek()) {
      setWrong(true);
      return;
    }
    const error = await composing.keepLater(asking, body, sendAt);
    if (error === 'invalid_payload') setWrong(true);
    else if (error) notice.refuse(error);
    else close();
  };
  return (
    <Dialog title={planned ? words.changeTitle : words.title} onClose={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <p class="quiet">{words.hint(service.wall.zone)}</p>
        <QuickTimes now={now} when={when} onChoose={setWhen} />
        <EntryField
          label={words.when}
          type="datetime-local"
          value={when}
          onInput={setWhen}
          required
          fault={wrong ? words.wrong : null}
        />
        <div class="field">
          <label for={textId}>{words.text}</label>
          <textarea
            id={textId}
            rows={4}
            dir="auto"
            spellcheck
            required
            value={body}
            onInput={(event) => setBody(event.currentTarget.value)}
          />
        </div>
        <p class="dialog-actions">
          <button type="submit" class="button button-primary" aria-disabled={composing.planned.busy.value}>
            {planned ? words.save : words.keep}
          </button>
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** A few usual times. */
function QuickTimes({ now, when, onChoose }: { now: number; when: string; onChoose(wall: string): void }) {
  const words = composerWords.dialog;
  const quick: [string, string][] = [
    [words.inHour, wallOf(now + HOUR_MS)],
    [words.tomorrow, nineAfter(now, 1)],
    [words.monday, nineAfter(now, daysToMonday(now))],
  ];
  return (
    <p class="later-quick">
      {quick.map(([name, wall]) => (
        <button
          key={name}
          type="button"
          class="button button-small"
          aria-pressed={when === wall}
          onClick={() => onChoose(wall)}
        >
          {name}
        </button>
      ))}
    </p>
  );
}
