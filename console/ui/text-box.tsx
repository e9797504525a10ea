import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { DeskContext, PaneContext } from './context.ts';
import { isComposing } from './is-composing.ts';
import { strings } from './strings.ts';
import { useMedia } from './use-media.ts';

interface Props {
  label: string;
  placeholder: string;
  hint: string;
  text: string;
  charsMax: number;
  /** Something else goes with it: it may be sent without a text. */
  holding?: boolean;
  /** Beside the box. */
  before?: ComponentChildren;
  button: ComponentChildren;
  class: string;
  /** A list that is open beside it, and which of its lines is chosen. */
  list?: { id: string; activeId: string } | null;
  /** Enter makes a new line, Ctrl or ⌘ + Enter sends (D12). */
  enterBreaks?: boolean;
  /** Behind the button. */
  after?: ComponentChildren;
  onWrite(text: string, caret: number): void;
  onSend(): void;
  /** First; what it prevents is not for the box. */
  onKey(event: KeyboardEvent): unknown;
}

/** A box that grows, with its button: Enter sends, Shift + Enter makes a new line. */
export function TextBox(props: Props) {
  const { text, charsMax } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const hasMouse = useMedia('(pointer: fine)');
  const hintId = useId();
  const over = text.trim().length - charsMax;
  const ready = (text.trim().length > 0 || props.holding) && over <= 0;
  // On a touch screen the keyboard would cover what one came to read.
  // Nor is it taken from where somebody writes, when this one comes in the conversation beside (U15).
  const pane = useContext(PaneContext);
  const desk = useContext(DeskContext);
  useEffect(() => {
    if (hasMouse && (pane === null || desk?.thread.peek()?.id === pane)) box.current?.focus();
  }, [hasMouse]);
  useLayoutEffect(() => {
    if (box.current) grow(box.current);
  }, [text]);
  const send = () => {
    if (!ready) return;
    props.onSend();
    box.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    props.onKey(event);
    if (event.defaultPrevented) return;
    if (!sends(event, props.enterBreaks ?? false)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class={props.class}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-box">
        {props.before}
        <textarea
          ref={box}
          rows={1}
          dir="auto"
          spellcheck
          aria-label={props.label}
          aria-describedby={hintId}
          aria-autocomplete={props.list ? 'list' : undefined}
          aria-controls={props.list?.id}
          aria-activedescendant={props.list?.activeId}
          aria-invalid={over > 0 ? true : undefined}
          placeholder={props.placeholder}
          value={text}
          onInput={(event) => props.onWrite(event.currentTarget.value, event.currentTarget.selectionEnd)}
          onKeyDown={onKey}
        />
        <button type="submit" class="button button-primary composer-send" disabled={!ready}>
          {props.button}
        </button>
        {props.after}
      </div>
      <p class="composer-hint" id={hintId}>
        {over > 0 ? <span class="problem">{strings.thread.tooLong(over)}</span> : props.hint}
      </p>
    </form>
  );
}

/** D12. Enter ends the choice of a word in Japanese, Chinese, Korean …; it must not send there. */
function sends(event: KeyboardEvent, enterBreaks: boolean): boolean {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (key !== 'Enter') return false;
  if (ctrlKey || metaKey) return true;
  return !enterBreaks && !shiftKey && !altKey;
}

function grow(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}
