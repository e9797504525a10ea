import type { Thread } from '../model/thread.ts';
import { useDesk } from './context.ts';
import { HandButtons } from './hand-buttons.tsx';
import { LockIcon } from './icons.tsx';
import { Lazy } from './lazy.tsx';
import { MacroResult } from './macro-result.tsx';
import { NoteBox } from './note-box.tsx';
import { QuoteBar } from './quote.tsx';
import { ReplyBox } from './reply-box.tsx';
import { strings } from './strings.ts';
import { UndoBar } from './undo-bar.tsx';
import { useWriteCommands } from './use-write-commands.ts';
import { WritingHelp } from './writing-help.tsx';

const loadKept = () => import('./kept-draft.tsx').then((part) => part.KeptDraft);
const MODES = ['reply', 'note'] as const;

/** Where the answer or a note is written; or why one cannot answer here. */
export function Composer({ thread }: { thread: Thread }) {
  const desk = useDesk();
  const barrier = thread.barrier.value;
  const notes = desk.may('conversation:serve');
  useWriteCommands(thread, notes);
  if (barrier === 'loading') return null;
  const mode = notes ? thread.mode.value : 'reply';
  return (
    <div class={`composer composer-${mode}`}>
      <MacroResult thread={thread} />
      <UndoBar thread={thread} />
      {notes && <Modes thread={thread} />}
      {notes && <WritingHelp key={thread.id} thread={thread} />}
      {mode === 'note' ? (
        <NoteBox thread={thread} />
      ) : barrier === null ? (
        <>
          <QuoteBar thread={thread} />
          <ReplyBox thread={thread} />
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
            // Radios of one name are one choice, also over two conversations.
            name={`composer-mode ${thread.id}`}
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

function Barrier({ thread }: { thread: Thread }) {
  const barrier = thread.barrier.value;
  if (barrier === null || barrier === 'loading') return null;
  const name = thread.standing.value.agent?.name ?? strings.thread.team;
  return (
    <div class="barrier">
      <p>{barrier === 'colleague' ? strings.thread.barriers.colleague(name) : strings.thread.barriers[barrier]}</p>
      <HandButtons thread={thread} />
      {thread.draft.value && <Lazy load={loadKept} quiet with={{ text: thread.draft.value }} />}
    </div>
  );
}
