import type { Thread } from '../model/thread.ts';
import type { NoteItem } from '../model/thread-items.ts';
import { useApp } from './context.ts';
import { exact, time } from './format.ts';
import { AlertIcon, LockIcon } from './icons.tsx';
import { NoteText } from './note-text.tsx';
import { strings } from './strings.ts';

/** A whisper: pale ground, lock and label, across the column; nothing of it looks like a bubble. */
export function NoteLine({ note, thread }: { note: NoteItem; thread: Thread }) {
  const app = useApp();
  return (
    <div class={`note note-${note.state}`}>
      <p class="note-head">
        <LockIcon size={14} />
        <span>{note.mine ? strings.team.noteByYou : strings.team.noteBy(note.byName)}</span>
        <time dir="auto" title={exact(note.at)}>
          {note.state === 'pending' ? strings.team.notePending : time(note.at)}
        </time>
      </p>
      <NoteText body={note.body} />
      {note.state === 'failed' && (
        <p class="note-failed" role="alert">
          <AlertIcon size={14} />
          <span>{strings.team.noteFailed}</span>
          <button type="button" class="link-button" onClick={() => thread.notes.retry(note.key)}>
            {strings.retry}
          </button>
          <button type="button" class="link-button" onClick={() => void app.copy(note.body)}>
            {strings.thread.copy}
          </button>
          <button type="button" class="link-button" onClick={() => thread.notes.discard(note.key)}>
            {strings.thread.discard}
          </button>
        </p>
      )}
    </div>
  );
}
