import type { FunctionComponent } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Macro } from '../../protocol/wire/macros.ts';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import type { Thread } from '../model/thread.ts';
import { ChoicesButton } from './choices-button.tsx';
import { useApp, useDesk } from './context.ts';
import { EmojiButton } from './emoji-button.tsx';
import { Attach } from './files.tsx';
import { SendIcon } from './icons.tsx';
import { leaveWith } from './leave-with.ts';
import { ChoicesPreview } from './offered-choices.tsx';
import type { PickerProps } from './reply-picker.tsx';
import { SendMenu } from './send-menu.tsx';
import { strings } from './strings.ts';
import { composerWords } from './strings-of-composer.ts';
import { TextBox } from './text-box.tsx';

const loadPicker = () => import('./reply-picker.tsx').then((part) => part.ReplyPicker);

interface Props {
  thread: Thread;
}

/** The answer to the visitor. A slash at its beginning opens the saved replies. */
export function ReplyBox({ thread }: Props) {
  const { notice, files } = useApp();
  const { composing } = useDesk();
  const pictures = files.of(thread.id);
  const picking = usePicking(thread);
  const { Picker, props } = picking;
  return (
    <>
      {Picker && props && <Picker {...props} />}
      <ChoicesPreview body={thread.draft.value} />
      <TextBox
        key="reply"
        class="composer-form"
        label={strings.thread.reply}
        placeholder={strings.thread.reply}
        before={
          <>
            <Attach thread={thread} />
            <EmojiButton write={(text) => thread.write(text)} />
            <ChoicesButton body={thread.draft.value} onWrite={(text) => thread.write(text)} />
          </>
        }
        hint={composing.enterBreaks.value ? composerWords.hintMod : composerWords.hintEnter}
        enterBreaks={composing.enterBreaks.value}
        after={<SendMenu thread={thread} />}
        text={thread.draft.value}
        charsMax={thread.textCharsMax}
        holding={pictures.holding.value}
        list={props ? { id: props.id, activeId: `${props.id}-${props.active}` } : null}
        button={
          <>
            <SendIcon size={18} />
            {strings.thread.send}
          </>
        }
        onWrite={(text) => thread.write(text)}
        onSend={() => {
          if (picking.take()) return;
          if (!thread.draft.value.trim()) pictures.release();
          else if (!thread.send()) notice.show('outbox_full');
          else leaveWith(composing.held.of(thread.id), composing, pictures);
        }}
        onKey={picking.hear}
      />
    </>
  );
}

interface Picking {
  Picker: FunctionComponent<PickerProps> | null;
  /** Null while the list is closed. */
  props: PickerProps | null;
  /** Whether the key was for the list. */
  hear(event: KeyboardEvent): boolean;
  /** The button beside the box was pressed: as Enter, it takes the line that is chosen, and sends no "/refund". */
  take(): boolean;
}

const CLOSED: Picking = { Picker: null, props: null, hear: () => false, take: () => false };

/** An Enter that comes before the list, or finds nothing in it, must not tell the visitor "/refund". */
const COMING: Picking = {
  ...CLOSED,
  hear(event) {
    if (isSending(event)) event.preventDefault();
    return isSending(event);
  },
  take: () => true,
};

function isSending({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'Enter' && !shiftKey;
}

function usePicking(thread: Thread): Picking {
  const { replies, macros } = useApp();
  const { composing } = useDesk();
  const text = thread.draft.value;
  const id = useId();
  const asking = replies.isAsking(text);
  const [part, setPart] = useState<{ Picker: FunctionComponent<PickerProps> } | 'failed' | null>(null);
  // With the text it was chosen for: other letters begin at the top again, in the same breath.
  const [moved, setMoved] = useState({ text: '', to: 0 });
  const active = moved.text === text ? moved.to : 0;
  const [isLeft, leave] = useState(false);
  useEffect(() => {
    if (!asking) return;
    void replies.load();
    void macros.load();
    loadPicker().then(
      (Picker) => setPart({ Picker }),
      () => setPart('failed'),
    );
    // Left by Escape, it comes back with the next slash.
    return () => leave(false);
  }, [asking, replies, macros]);
  const fill = useFill(thread);
  const state = replies.state.value;
  if (!asking || isLeft || part === 'failed' || state === 'failed') return CLOSED;
  if (!part || state === 'idle') return COMING;
  const found = replies.find(text, fill.departmentId);
  const runnable = macros.find(text, fill.departmentId);
  const count = found.length + runnable.length;
  const chosen = found[active] ?? null;
  const macro = runnable[active - found.length] ?? null;
  const run = (one: Macro) => {
    thread.write('');
    void composing.runs.run(thread.id, one);
  };
  const choose = (reply: SavedReply) => thread.write(fill.of(reply).text);
  const hear = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && count > 0) setMoved({ text, to: (active + by + count) % count });
    else if (event.key === 'Escape') leave(true);
    else if (!isSending(event)) return false;
    else if (chosen) choose(chosen);
    else if (macro) run(macro);
    event.preventDefault();
    return true;
  };
  const props = {
    id,
    found,
    active,
    preview: chosen && fill.of(chosen),
    onChoose: choose,
    macros: runnable,
    onRun: run,
  };
  const take = () => {
    if (chosen) choose(chosen);
    else if (macro) run(macro);
    return true;
  };
  return { Picker: part.Picker, props, hear, take };
}

function useFill(thread: Thread) {
  const { replies } = useApp();
  const desk = useDesk();
  const summary = desk.inbox.find(thread.id);
  const said = thread.shown.profile.value;
  const values = {
    'visitor.name': said?.name ?? null,
    'visitor.email': summary?.visitor.email ?? said?.email ?? null,
    'agent.name': desk.me.name,
    'site.name': summary?.siteName ?? null,
  };
  return {
    departmentId: summary?.departmentId ?? null,
    of: (reply: SavedReply) => replies.fill(reply.body, values),
  };
}
