import { useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { PresentVisitor } from '../../protocol/wire/people.ts';
import type { Visitors } from '../model/visitors.ts';
import { Dialog } from './dialog.tsx';
import { peopleWords } from './strings-of-people.ts';
import { TextField } from './text-field.tsx';

interface Props {
  visitors: Visitors;
  visitor: PresentVisitor;
  onClose(refused: Refusal | null): void;
}

/** What she reads beside the bell. */
export function InviteDialog({ visitors, visitor, onClose }: Props) {
  const [text, setText] = useState(() => peopleWords.visitors.inviteUsual);
  const send = async () => {
    const line = text.trim().replaceAll(/\s+/g, ' ');
    if (line) onClose(await visitors.invite(visitor.key, line));
  };
  return (
    <Dialog title={peopleWords.visitors.invite} onClose={() => onClose(null)}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p class="quiet">
          <bdi>{visitor.title || visitor.url}</bdi>
        </p>
        <TextField
          label={peopleWords.visitors.inviteText}
          value={text}
          rows={3}
          maxLength={visitors.textMax}
          onInput={setText}
          focused
        />
        <p class="dialog-actions">
          <button type="submit" class="button button-primary" aria-disabled={!text.trim()}>
            {peopleWords.visitors.send}
          </button>
          <button type="button" class="button" onClick={() => onClose(null)}>
            {peopleWords.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
