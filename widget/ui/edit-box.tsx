import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Revising } from '../model/revising.ts';
import type { Line } from '../model/thread.ts';
import { amendedStrings as words } from './amended-strings.ts';
import { handed } from './handed.ts';
import { strings } from './strings.ts';

export interface EditBoxProps {
  line: Line;
  revising: Revising;
  /** It is done, or not to be done. */
  onDone(): void;
}

/** In place of a message's words while they are changed. Keys as in the text box below; Escape leaves them as they were. */
export function EditBox({ line, revising, onDone }: EditBoxProps) {
  const [body, write] = handed.useState(line.body);
  const [busy, wait] = handed.useState(false);
  const [error, say] = handed.useState<ErrorCode | null>(null);
  const box = handed.useRef<HTMLTextAreaElement>(null);
  handed.useLayoutEffect(() => {
    const { current } = box;
    current?.focus();
    current?.setSelectionRange(line.body.length, line.body.length);
  }, []);
  const done = () => {
    // Where the focus was: the message has its button again when this turn is over.
    const bubble = box.current?.closest('.bubble');
    onDone();
    queueMicrotask(() => bubble?.querySelector<HTMLElement>('.acts-button')?.focus());
  };
  const save = async () => {
    if (busy || !body.trim()) return;
    wait(true);
    const failed = await revising.edit(line, body);
    wait(false);
    if (failed) say(failed);
    else done();
  };
  return (
    <span class="editing" aria-live="off">
      <textarea
        ref={box}
        class="input"
        rows={Math.min(6, 1 + Math.ceil(body.length / 32))}
        dir="auto"
        maxLength={revising.charsMax}
        aria-label={strings.message}
        value={body}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
          if (sends) void save();
          else if (event.key === 'Escape' && !event.isComposing) done();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {error && (
        <span class="wrong" role="alert">
          {error === 'edit_closed' ? words.tooLateToEdit : words.notDone}
        </span>
      )}
      <span class="row" dir={strings.dir}>
        <button type="button" class="link" onClick={done}>
          {words.stopEditing}
        </button>
        <button type="button" class="link" aria-disabled={busy || !body.trim()} onClick={save}>
          {words.saveIt}
        </button>
      </span>
    </span>
  );
}
