import { useEffect, useId, useState } from 'preact/hooks';
import type { Target } from '../model/team.ts';
import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { Dialog } from './dialog.tsx';
import { EntryField } from './entry-field.tsx';
import { questionWords } from './strings-of-questions.ts';
import { TargetList } from './target-list.tsx';
import { nineAfter, wallOf } from './wall.ts';

const MINUTE_MS = 60_000;

interface Props {
  thread: Thread;
  onClose(): void;
}

/** Whom to ask, what, and by when. Who is away may be asked, too: it has time. */
export function QuestionDialog({ thread, onClose }: Props) {
  const { notice, service } = useApp();
  const { team, me, ticker, composing } = useDesk();
  const words = questionWords.dialog;
  const [now] = useState(() => ticker.now.peek());
  const [query, setQuery] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [body, setBody] = useState('');
  const [when, setWhen] = useState(() => wallOf(now + 60 * MINUTE_MS));
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => void team.load(thread.id), [team, thread.id]);
  const targets = team.targetsOf(query, true, me.id).map((one): Target => ({ ...one, can: true }));
  const chosen = targets.find(({ id }) => id === chosenId) ?? null;
  const ask = async () => {
    if (!chosen || !body.trim() || composing.questions.busy.value) return;
    const dueAt = service.wall.instantOf(when);
    if (dueAt === null || dueAt < ticker.now.peek() + MINUTE_MS) return setWrong(words.wrong);
    const to = chosen.kind === 'department' ? { departmentId: chosen.id } : { agentId: chosen.id };
    const error = await composing.questions.ask({ conversationId: thread.id, to, body: body.trim(), dueAt });
    if (error === 'invalid_payload') setWrong(words.refused);
    else if (error) notice.refuse(error);
    else onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <p class="quiet">{words.hint}</p>
        <TargetList
          label={words.search}
          query={query}
          targets={targets}
          state={team.state.value}
          chosenId={chosenId}
          onQuery={setQuery}
          onChoose={setChosenId}
        />
        <QuestionText value={body} charsMax={composing.questions.charsMax} onInput={setBody} />
        <DueTimes now={now} when={when} onChoose={setWhen} />
        <EntryField label={words.when} type="datetime-local" required value={when} onInput={setWhen} fault={wrong} />
        <p class="dialog-actions">
          <button
            type="submit"
            class="button button-primary"
            disabled={!chosen || !body.trim()}
            aria-disabled={composing.questions.busy.value}
          >
            {chosen ? words.send(chosen.name) : words.choose}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function QuestionText(props: { value: string; charsMax: number; onInput(text: string): void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{questionWords.dialog.text}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        required
        maxLength={props.charsMax}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}

/** A few usual times. */
function DueTimes({ now, when, onChoose }: { now: number; when: string; onChoose(wall: string): void }) {
  const words = questionWords.dialog;
  const quick: [string, string][] = [
    [words.soon, wallOf(now + 15 * MINUTE_MS)],
    [words.hour, wallOf(now + 60 * MINUTE_MS)],
    [words.tomorrow, nineAfter(now, 1)],
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
