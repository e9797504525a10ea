import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { PREVIEW_CHARS_MAX, PREVIEW_EVERY_MS } from '../../protocol/wire/limits-of-preview.ts';
import type { Chat } from './chat-view.ts';
import { cleanText } from './text.ts';

/** On the shelf: this visitor lets nobody see her unsent words. */
const UNSEEN = 'unseen';

export interface PreviewParts {
  chat: Pick<Chat, 'draft' | 'status' | 'timeline' | 'shelf' | 'ask'>;
  clock: Clock;
}

export interface Preview {
  /** The team sees what she writes. */
  seen: ReadonlySignal<boolean>;
  allow(seen: boolean): void;
  /** As long as she is told of it, and not before (J17). */
  start(): () => void;
}

/** Tells the team what stands in the box, where the owner wants it and the visitor has not said no. */
export function createPreview({ chat, clock }: PreviewParts): Preview {
  const { shelf } = chat;
  const seen = signal(shelf.read(UNSEEN) === null);
  const tell = (text: string | undefined) => {
    const conversationId = chat.timeline.peek()?.conversationId;
    const status = chat.status.peek();
    if (!conversationId || status === 'none' || status === 'closed') return;
    void chat.ask('typing:set', { conversationId, typing: !!text, ...(text && { text }) });
  };
  return {
    seen,
    allow(now) {
      shelf.write(UNSEEN, now ? null : '1');
      seen.value = now;
      // What was shown goes at once.
      if (!now) tell(undefined);
    },
    start() {
      let toldAt = Number.NEGATIVE_INFINITY;
      let cancel: Cancel | undefined;
      // What stood there before she was told of it is hers until she writes on.
      let told = chat.draft.peek();
      const say = () => {
        cancel = undefined;
        const text = chat.draft.peek();
        if (text === told || !seen.peek()) return;
        told = text;
        toldAt = clock.now();
        // The end of a long text is what is being written. Half of a sign that was cut in two is none.
        if (text) tell(cleanText(text.slice(-PREVIEW_CHARS_MAX)));
      };
      const stop = effect(() => {
        if (chat.draft.value && seen.value)
          cancel ??= clock.after(Math.max(0, toldAt + PREVIEW_EVERY_MS - clock.now()), say);
      });
      const unlisten = shelf.listen((name) => {
        if (name === UNSEEN) seen.value = shelf.read(UNSEEN) === null;
      });
      return () => {
        stop();
        unlisten();
        cancel?.();
      };
    },
  };
}
