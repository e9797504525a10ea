import { effect } from '@preact/signals';
import type { Composing } from './composing.ts';
import type { HeldMessage } from './held.ts';

/** What was sent with a text waits as long as that can be called back (D8), and stays where it is when it was. */
export function leaveWith(item: HeldMessage, composing: Composing, leave: () => void): void {
  const isText = ({ clientId }: { clientId: string }) => clientId === item.clientId;
  let isOver = false;
  const end = effect(() => {
    if (isOver || composing.held.items.value.some(isText)) return;
    isOver = true;
    void Promise.resolve().then(() => end());
    // It left from here, or from another tab, whose clock struck first.
    if (composing.outbox.peek().some(isText) || composing.now() >= item.until) leave();
  });
}
