import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { ReceiptIn } from '../../protocol/wire/events.ts';

/** At most one receipt in this time. */
const RECEIPT_EVERY_MS = 500;

/** Tells how far messages have come, coalesced; repeats after a reconnect what was not acknowledged (W11). */
export function createReceipts(clock: Clock, tell: (receipt: ReceiptIn) => Promise<boolean>) {
  let wanted: ReceiptIn | null = null;
  let told: ReceiptIn | null = null;
  let waiting: Cancel | null = null;

  const flush = () => {
    if (!wanted || waiting || (told && reaches(told, wanted))) return;
    const now = wanted;
    told = now;
    waiting = clock.after(RECEIPT_EVERY_MS, () => {
      waiting = null;
      flush();
    });
    void tell(now).then((ok) => {
      // Not now: the next mark or the next connection tries again.
      if (!ok && told === now) told = null;
    });
  };

  return {
    raise(receipt: ReceiptIn): void {
      wanted = receipt;
      flush();
    },
    /** The link is up again. */
    repeat: flush,
    dispose(): void {
      waiting?.();
      wanted = null;
    },
  };
}

function reaches(told: ReceiptIn, wanted: ReceiptIn): boolean {
  return (
    told.conversationId === wanted.conversationId &&
    told.deliveredSeq >= wanted.deliveredSeq &&
    told.readSeq >= wanted.readSeq
  );
}
