import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { HandButtons } from './hand-buttons.tsx';
import { LockIcon } from './icons.tsx';
import { QuoteBar } from './quote.tsx';
import { ReplyBox } from './reply-box.tsx';
import { strings } from './strings.ts';
import { TextBox } from './text-box.tsx';

const words = strings.thread;
const MODES = ['reply', 'note'] as const;

/** Where the answer or a note is written; or why one cannot answer here. */
export function Composer({ thread }: { thread: Thread }) {
  const desk = useDesk();
  const barrier = thread.barrier.value;
  if (barrier === 'loading') return null;
  const notes = desk.may('conversation:serve');
  const mode = notes ? thread.mode.value : 'reply';
  return (
    <div class={`composer composer-${mode}`}>
      {notes && <Modes thread={thread} />}
      {mode === 'note' ? (
        <NoteBox thread={thread} />
      ) : barrier === null ? (
        <>
          <QuoteBar thread={thread} />
          <ReplyBox thread={thread} onKey={(event) => toggleMode(thread, event)} />
        </>
      ) : (
        <Barrier thread={thread} />
      )}
    </div>
  );
}

/** Two modes that nobody can mix up: their names, their ground, the lock, the button. */
function Modes({ thread }: { thread: Thread }) {
  const { mode, modes, modeHints } = strings.team;
  return (
    <fieldset class="modes">
      <legend class="visually-hidden">{mode}</legend>
      {MODES.map((one) => (
        <label key={one} class={`mode mode-${one}`} title={modeHints[one]}>
          <input
            type="radio"
            name="composer-mode"
            class="visually-hidden"
            checked={thread.mode.value === one}
            onChange={() => {
              thread.mode.value = one;
            }}
          />
          {one === 'note' && <LockIcon size={14} />}
          {modes[one]}
        </label>
      ))}
    </fieldset>
  );
}

/** Alt + N changes sides; each side keeps its own text. */
function toggleMode(thread: Thread, event: KeyboardEvent): void {
  if (!event.altKey || event.code !== 'KeyN') return;
  event.preventDefault();
  thread.mode.value = thread.mode.value === 'note' ? 'reply' : 'note';
}

function NoteBox({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const { notes } = thread;
  return (
    <TextBox
      key="note"
      class="composer-form composer-form-note"
      label={strings.team.note}
      placeholder={strings.team.notePlaceholder}
      hint={strings.team.noteHint}
      text={notes.draft.value}
      charsMax={notes.textCharsMax}
      button={
        <>
          <LockIcon size={16} />
          {strings.team.addNote}
        </>
      }
      onWrite={(text) => notes.write(text)}
      onSend={() => {
        if (!notes.send()) notice.show('outbox_full');
      }}
      onKey={(event) => toggleMode(thread, event)}
    />
  );
}

function Barrier({ thread }: { thread: Thread }) {
  const barrier = thread.barrier.value;
  if (barrier === null || barrier === 'loading') return null;
  const name = thread.standing.value.agent?.name ?? words.team;
  return (
    <div class="barrier">
      <p>{barrier === 'colleague' ? words.barriers.colleague(name) : words.barriers[barrier]}</p>
      <HandButtons thread={thread} />
    </div>
  );
}
