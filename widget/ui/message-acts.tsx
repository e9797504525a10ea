import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { ChatState } from '../model/chat-view.ts';
import type { Revising } from '../model/revising.ts';
import type { Line } from '../model/thread.ts';
import { amendedStrings as words } from './amended-strings.ts';
import { EditBox } from './edit-box.tsx';
import type { Formats } from './formats.ts';
import { handed } from './handed.ts';
import { strings } from './strings.ts';

export interface ActParts {
  chat: Pick<ChatState, 'thread' | 'quote'>;
  formats: Pick<Formats, 'now'>;
  actions: { copy(text: string): void };
  revising: Revising;
}

/** `acts`: what may be done is shown; `sure`: whether she means it. */
type Face = 'closed' | 'acts' | 'sure' | 'edit';

/** The words of a message, and a button beside them for what may be done with it (W34). */
export function MessageActs({ line, parts, children }: { line: Line; parts: ActParts; children: ComponentChildren }) {
  const [face, turn] = handed.useState<Face>('closed');
  const [error, say] = handed.useState<ErrorCode | null>(null);
  const place = handed.useRef<HTMLSpanElement>(null);
  const button = handed.useRef<HTMLButtonElement>(null);
  useLeaving(place, face, () => turn('closed'));
  if (face === 'edit') return <EditBox line={line} revising={parts.revising} onDone={() => turn('closed')} />;
  const close = () => {
    turn('closed');
    button.current?.focus();
  };
  const toTextBox = (panel = place.current?.closest('.panel')) => {
    turn('closed');
    (panel?.querySelector<HTMLElement>('.composer textarea') ?? panel?.querySelector<HTMLElement>('.log'))?.focus();
  };
  const goTo = (next: Face) => {
    say(null);
    turn(next);
  };
  const remove = async () => {
    // The removal may be told before the answer comes: then this place is gone.
    const panel = place.current?.closest('.panel');
    const failed = await parts.revising.remove(line);
    say(failed);
    if (failed) turn('acts');
    else toTextBox(panel);
  };
  return (
    <>
      {children}
      {/* Once it has arrived. Beside what is read out: its name is no news, and the words stand as they stood, or they would be read again. */}
      {line.seq && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the buttons inside
        <span
          class="acts-place"
          dir={strings.dir}
          aria-live="off"
          ref={place}
          onKeyDown={(event) => hearKeys(event, face, close)}
        >
          <button
            type="button"
            class="acts-button"
            ref={button}
            tabIndex={isLast(parts.chat, line) ? 0 : -1}
            aria-label={words.messageMore}
            aria-expanded={face !== 'closed'}
            onClick={() => goTo(face === 'closed' ? 'acts' : 'closed')}
          >
            <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
              <path d="M4.500 10h.1M10 10h.1M15.500 10h.1" stroke-width="2.75" />
            </svg>
          </button>
          {face === 'acts' && <Acts {...{ line, parts, error, close, toTextBox, goTo }} />}
          {face === 'sure' && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place among words
            <span class="acts" role="group" aria-label={words.removeSure}>
              <span>{words.removeSure}</span>
              <Act name={words.removeIt} go={remove} />
              <Act name={words.keepIt} go={close} />
            </span>
          )}
        </span>
      )}
    </>
  );
}

interface ActsProps {
  line: Line;
  parts: ActParts;
  error: ErrorCode | null;
  close(): void;
  toTextBox(): void;
  goTo(face: Face): void;
}

function Acts({ line, parts: { chat, formats, actions, revising }, error, close, toTextBox, goTo }: ActsProps) {
  const offered = revising.offered(line, formats.now());
  const answer = () => {
    chat.quote.value = line;
    toTextBox();
  };
  const copy = () => {
    actions.copy(line.body);
    close();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place among words
    <span class="acts" role="group" aria-label={words.messageMore}>
      {offered.answer && <Act name={words.answer} go={answer} />}
      <Act name={words.copyWords} go={copy} />
      {offered.edit && <Act name={words.edit} go={() => goTo('edit')} />}
      {offered.remove && <Act name={words.removeIt} go={() => goTo('sure')} />}
      {error && (
        <span class="wrong" role="alert">
          {error === 'edit_closed' ? words.tooLateToEdit : words.notDone}
        </span>
      )}
    </span>
  );
}

function Act({ name, go }: { name: string; go(): void }) {
  return (
    <button type="button" class="link" onClick={go}>
      {name}
    </button>
  );
}

/** Of all messages one is in the way of the Tab key; the arrows lead from it to the others. */
function isLast(chat: ActParts['chat'], line: Line): boolean {
  const last = chat.thread.value.findLast((item) => item.kind === 'group');
  return last?.kind === 'group' && last.lines.at(-1)?.clientId === line.clientId;
}

function hearKeys(event: KeyboardEvent, face: Face, close: () => void): void {
  const button = event.target as HTMLElement;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape' && face !== 'closed') close();
  else if (step && button.matches('.acts-button')) {
    const all = [...(button.closest('.log')?.querySelectorAll<HTMLElement>('.acts-button') ?? [])];
    all[all.indexOf(button) + step]?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Into what has opened, and out of it by a press on anything else. */
function useLeaving(place: { current: HTMLElement | null }, face: Face, close: () => void): void {
  handed.useLayoutEffect(() => {
    const here = place.current;
    const acts = here?.querySelector<HTMLElement>('.acts');
    if (!here || !acts) return;
    acts.querySelector('button')?.focus({ preventScroll: true });
    acts.scrollIntoView?.({ block: 'nearest' });
    const root = here.getRootNode();
    const away = (event: Event) => {
      if (!here.contains(event.target as Node)) close();
    };
    root.addEventListener('pointerdown', away);
    return () => root.removeEventListener('pointerdown', away);
  }, [face]);
}
