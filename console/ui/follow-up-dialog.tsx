import { useEffect, useId, useState } from 'preact/hooks';
import { Choice } from './choice.tsx';
import { useApp, useDesk } from './context.ts';
import { Dialog } from './dialog.tsx';
import { EntryField } from './entry-field.tsx';
import { strings } from './strings.ts';
import { feedbackWords } from './strings-of-feedback.ts';
import { tomorrowAt } from './wall.ts';

/** A follow-up by hand: until when, for whom, and what is to be done. */
export function FollowUpDialog() {
  const { notice, service } = useApp();
  const { followUps, team, ticker, me } = useDesk();
  const noteId = useId();
  const owners = useOwners();
  const [when, setWhen] = useState(() => tomorrowAt(ticker.now.peek()));
  const [owner, setOwner] = useState(me.id);
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(false);
  useEffect(() => void team.load(), [team]);
  const conversationId = followUps.asking.value;
  if (conversationId === null) return null;
  const close = () => followUps.ask(null);
  const keep = async () => {
    const dueAt = service.wall.instantOf(when);
    setWrong(dueAt === null || dueAt <= ticker.now.peek());
    if (dueAt === null || dueAt <= ticker.now.peek()) return;
    const made = { conversationId, kind: 'by_hand', dueAt, ownerId: owner || null, note } as const;
    if (await followUps.add(made)) {
      notice.show('follow_up_kept');
      close();
    } else if (followUps.refused.value === 'invalid_payload') setWrong(true);
    else notice.refuse(followUps.refused.value);
  };
  return (
    <Dialog title={feedbackWords.dialog.title} onClose={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <p class="quiet">{feedbackWords.dialog.hint}</p>
        <EntryField
          label={feedbackWords.dialog.when}
          type="datetime-local"
          value={when}
          onInput={setWhen}
          required
          fault={wrong ? feedbackWords.dialog.wrong : null}
        />
        <Choice label={feedbackWords.dialog.owner} value={owner} options={owners} onChange={setOwner} />
        <div class="field">
          <label for={noteId}>
            {feedbackWords.dialog.note} <span class="quiet">({strings.optional})</span>
          </label>
          <textarea
            id={noteId}
            rows={2}
            dir="auto"
            maxLength={followUps.noteMax}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </div>
        <p class="dialog-actions">
          <button type="submit" class="button button-primary" aria-disabled={followUps.busy.value}>
            {feedbackWords.dialog.save}
          </button>
          <button type="button" class="button" onClick={close}>
            {feedbackWords.dialog.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** Oneself, nobody in particular, and everybody who answers. */
function useOwners(): [string, string][] {
  const { team, me } = useDesk();
  const others = team.serving.value.filter(({ id }) => id !== me.id);
  return [
    [me.id, feedbackWords.dialog.me],
    ['', feedbackWords.team],
    ...others.map(({ id, name }): [string, string] => [id, name]),
  ];
}
