import { useState } from 'preact/hooks';
import type { Thread } from '../model/thread.ts';
import { Dialog } from './dialog.tsx';
import { EntryField } from './entry-field.tsx';
import { MailIcon } from './icons.tsx';
import { mailProblem, mailWords } from './strings-of-mail.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

interface Props {
  thread: Thread;
  /** What the visitor left, for a beginning. */
  email: string | null;
}

/** A copy of the conversation by mail, to whoever the visitor says (E6). */
export function MailCopy({ thread, email }: Props) {
  const [open, setOpen] = useState(false);
  useChoiceCommands('thread', [{ id: 'thread:copy', name: mailWords.copy.open, onChoose: () => setOpen(true) }]);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={mailWords.copy.open}
        aria-haspopup="dialog"
        title={mailWords.copy.open}
        onClick={() => setOpen(true)}
      >
        <MailIcon />
      </button>
      {open && <CopyDialog thread={thread} email={email} onClose={() => setOpen(false)} />}
    </>
  );
}

function CopyDialog({ thread, email, onClose }: Props & { onClose(): void }) {
  const { hand } = thread;
  const [to, setTo] = useState(email ?? '');
  const [tried, setTried] = useState<'failed' | 'sent' | null>(null);
  const send = async () => {
    if (!hand.busy.value) setTried((await hand.sendCopy(to.trim())) ? 'sent' : 'failed');
  };
  const refused = hand.refused.value;
  return (
    <Dialog title={mailWords.copy.open} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p class="quiet">{mailWords.copy.hint}</p>
        <EntryField
          label={mailWords.copy.to}
          type="email"
          value={to}
          onInput={(value) => {
            setTo(value);
            setTried(null);
          }}
          fault={tried === 'failed' && refused ? mailProblem(refused) : null}
        />
        <p class="dialog-actions">
          {tried !== 'sent' && (
            <button
              type="submit"
              class="button button-primary"
              disabled={to.trim() === ''}
              aria-disabled={hand.busy.value}
            >
              {mailWords.copy.send}
            </button>
          )}
          <button type="button" class="button" onClick={onClose}>
            {tried === 'sent' ? mailWords.copy.close : mailWords.copy.cancel}
          </button>
        </p>
        <p class="done" role="status">
          {tried === 'sent' && mailWords.copy.sent}
        </p>
      </form>
    </Dialog>
  );
}
