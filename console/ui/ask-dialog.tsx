import { useEffect, useId, useState } from 'preact/hooks';
import type { Ask } from '../../protocol/wire/model.ts';
import type { Target } from '../model/team.ts';
import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { Dialog } from './dialog.tsx';
import { strings } from './strings.ts';
import { TargetList } from './target-list.tsx';

interface Props {
  kind: Ask['kind'];
  thread: Thread;
  onClose(): void;
}

/** Whom to ask, and a word for them. Typing searches, arrow keys choose, Enter asks. */
export function AskDialog({ kind, thread, onClose }: Props) {
  const { notice } = useApp();
  const { team } = useDesk();
  const noteId = useId();
  const [query, setQuery] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  useEffect(() => void team.load(thread.id), [team, thread.id]);
  const servedBy = thread.standing.value.agent?.id ?? null;
  const targets = team.targetsOf(query, kind === 'transfer', servedBy);
  const chosen = targets.find((target) => target.id === chosenId && target.can) ?? null;
  const ask = async () => {
    if (!chosen || thread.hand.busy.value) return;
    const done =
      chosen.kind === 'department' ? thread.hand.moveTo(chosen.id, note) : thread.hand.askFor(kind, chosen.id, note);
    if (await done) onClose();
    else {
      notice.refuse(thread.hand.refused.value);
      // What was removed meanwhile is not offered again (T21).
      void team.load(thread.id);
    }
  };
  return (
    <Dialog title={strings.team.dialog[kind]} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <p class="quiet">{kind === 'transfer' ? strings.team.dialog.transferHint : strings.team.dialog.inviteHint}</p>
        <TargetList
          label={kind === 'transfer' ? strings.team.dialog.searchBoth : strings.team.dialog.search}
          query={query}
          targets={targets}
          state={team.state.value}
          chosenId={chosenId}
          onQuery={setQuery}
          onChoose={setChosenId}
        />
        <div class="field">
          <label for={noteId}>
            {strings.team.dialog.note} <span class="quiet">({strings.optional})</span>
          </label>
          <textarea
            id={noteId}
            rows={2}
            dir="auto"
            maxLength={thread.notes.textCharsMax}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
          <p class="field-hint">{strings.team.dialog.noteHint}</p>
        </div>
        <p class="dialog-actions">
          <button type="submit" class="button button-primary" disabled={!chosen} aria-disabled={thread.hand.busy.value}>
            {nameOf(chosen)}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {strings.team.dialog.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function nameOf(chosen: Target | null): string {
  if (!chosen) return strings.team.dialog.choose;
  return chosen.kind === 'department' ? strings.team.dialog.move(chosen.name) : strings.team.dialog.ask(chosen.name);
}
