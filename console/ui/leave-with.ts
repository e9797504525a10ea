import { effect } from '@preact/signals';
import type { Composing } from '../model/composing.ts';
import type { ThreadFiles } from '../model/files.ts';
import type { HeldMessage } from '../model/held.ts';

type Pictures = Pick<ThreadFiles, 'release'> & { uploads: Pick<ThreadFiles['uploads'], 'list'> };

/** Pictures that were sent with a text wait as long as that can be called back (D8), and stay where they are when it was. */
export function leaveWith(item: HeldMessage | null, composing: Composing, { uploads, release }: Pictures): void {
  if (!item) {
    release();
    return;
  }
  const waiting = uploads.list.filter(({ state }) => state === 'held').map(({ clientId }) => clientId);
  const isText = ({ clientId }: { clientId: string }) => clientId === item.clientId;
  let isOver = false;
  const end = effect(() => {
    if (isOver || composing.held.items.value.some(isText)) return;
    isOver = true;
    void Promise.resolve().then(() => end());
    // It left from here, or from another tab, whose clock struck first.
    if (!composing.outbox.peek().some(isText) && composing.now() < item.until) return;
    // Each as it is now: it may have been described, sent or taken away meanwhile.
    for (const one of uploads.list) if (waiting.includes(one.clientId)) release(one);
  });
}
