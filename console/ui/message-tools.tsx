import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Thread } from '../model/thread.ts';
import type { ThreadMessage } from '../model/thread-items.ts';
import { useApp } from './context.ts';
import { Dialog } from './dialog.tsx';
import { MoreIcon } from './icons.tsx';
import { isComposing } from './is-composing.ts';
import { spoken } from './language.ts';
import { Menu } from './menu.tsx';
import { focusBox } from './pane-of.ts';
import { helpingWords } from './strings-of-helping.ts';
import { messageWords as words } from './strings-of-messages.ts';

interface Props {
  message: ThreadMessage;
  thread: Thread;
  /** It is of this earlier conversation, to read only. */
  earlier: string | undefined;
  name: string;
  /** In the keyboard's way. */
  reached: boolean;
}

/** What can be done with one message. Of all these buttons one is in the keyboard's way; arrows lead from it to the others. */
export function MessageTools({ message, thread, earlier, name, reached }: Props) {
  const app = useApp();
  const [asked, ask] = useState(false);
  const { seq, body } = message;
  if (seq === null) return null;
  const offered = earlier === undefined ? thread.revising.offered(message) : { edit: false, remove: false };
  const conversationId = earlier ?? thread.id;
  const talk = earlier === undefined ? app.outside.value?.known(thread.id) : undefined;
  const link = new URL(app.hrefOf({ name: 'inbox', conversationId, beside: null, at: seq }), location.href).href;
  const choices = [
    ...(earlier === undefined && thread.barrier.value === null
      ? [{ name: words.quote, onChoose: () => quote(thread, seq) }]
      : []),
    ...(talk?.translates && !message.file
      ? [
          {
            name: helpingWords.translate,
            onChoose: () => void talk.translating.ask([{ seq, body }], spoken()),
          },
        ]
      : []),
    { name: words.copyLink, onChoose: () => void app.copy(link) },
    { name: words.copyText, onChoose: () => void app.copy(body) },
    ...(offered.edit ? [{ name: words.edit, onChoose: () => thread.revising.start(seq, body) }] : []),
    ...(offered.remove ? [{ name: words.remove, onChoose: () => ask(true) }] : []),
  ];
  return (
    <span class="message-tools">
      <Menu
        label={words.toolsOf(name, body.slice(0, 60))}
        buttonClass="icon-button message-more"
        choices={choices}
        tabIndex={reached ? 0 : -1}
      >
        <MoreIcon size={16} />
      </Menu>
      {asked && <RemoveDialog thread={thread} seq={seq} onClose={() => ask(false)} />}
    </span>
  );
}

export function quote(thread: Thread, seq: number): void {
  thread.mode.value = 'reply';
  thread.answering.quote.value = seq;
  focusBox(thread.id);
}

function RemoveDialog({ thread, seq, onClose }: { thread: Thread; seq: number; onClose(): void }) {
  const { notice } = useApp();
  const remove = async () => {
    onClose();
    if (!(await thread.revising.remove(seq))) notice.show('message_not_removed');
  };
  return (
    <Dialog title={words.removeTitle} onClose={onClose}>
      <p>{words.removeHint}</p>
      <p class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {words.keep}
        </button>
        <button type="button" class="button button-danger" onClick={() => void remove()}>
          {words.removeYes}
        </button>
      </p>
    </Dialog>
  );
}

/** In place of the bubble. */
export function EditBox({ thread }: { thread: Thread }) {
  const { revising, textCharsMax } = thread;
  const box = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const { text = '' } = revising.editing.value ?? {};
  // As it is drawn: a picture later somebody may have begun, and her caret would be moved.
  useLayoutEffect(() => {
    const { current } = box;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
    const place = current?.closest<HTMLElement>('.message');
    // The focus was in the box: it goes back to the message, and not to the top of the page.
    return () =>
      queueMicrotask(() => {
        // Who writes in another box by now goes on there.
        if (document.activeElement === document.body) place?.querySelector<HTMLElement>('.message-more')?.focus();
      });
  }, []);
  useLayoutEffect(() => {
    if (!box.current) return;
    box.current.style.height = 'auto';
    box.current.style.height = `${box.current.scrollHeight}px`;
  }, [text]);
  const ready = text.trim().length > 0 && text.trim().length <= textCharsMax;
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') revising.cancel();
    else if (event.key !== 'Enter' || event.shiftKey) return;
    else if (ready) void revising.save();
    event.preventDefault();
    event.stopPropagation();
  };
  const refused = revising.refused.value;
  return (
    <form
      class="edit-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void revising.save();
      }}
    >
      <textarea
        ref={box}
        rows={1}
        dir="auto"
        aria-label={words.editLabel}
        aria-describedby={hintId}
        value={text}
        onInput={(event) => revising.write(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <p class="edit-foot">
        <span id={hintId} class={refused ? 'problem' : 'quiet'} role={refused ? 'alert' : undefined}>
          {refused ? problemOf(refused, revising.editMs) : words.editHint}
        </span>
        <button type="button" class="button" onClick={() => revising.cancel()}>
          {words.cancel}
        </button>
        <button type="submit" class="button button-primary" disabled={!ready} aria-disabled={revising.busy.value}>
          {revising.busy.value ? words.saving : words.save}
        </button>
      </p>
    </form>
  );
}

function problemOf(error: ErrorCode, editMs: number): string {
  if (error === 'edit_closed') return words.late(editMs / 60_000);
  return /^(?:reassigned|forbidden|conversation_closed)$/.test(error) ? words.notYours : words.notDone;
}

/** Arrows from one message's tools to the next one's. */
export function moveAmongTools(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { target, currentTarget } = event;
  if (by === undefined || !(target instanceof HTMLElement) || !target.classList.contains('message-more')) return;
  const all = [...(currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.message-more')];
  const next = all[all.indexOf(target) + by];
  event.preventDefault();
  next?.focus();
}
