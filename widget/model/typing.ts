import { type ReadonlySignal, signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { TYPING_SENT_EVERY_MS, TYPING_SHOWN_MS } from '../../protocol/wire/limits.ts';

/** Tells the other side that somebody writes: at once, then every TYPING_SENT_EVERY_MS, and when it stops. */
export function createTypingOut(clock: Clock, tell: (typing: boolean) => void) {
  let toldAt: number | null = null;
  const stop = () => {
    if (toldAt === null) return;
    toldAt = null;
    tell(false);
  };
  return {
    wrote(text: string): void {
      if (text === '') stop();
      else if (toldAt === null || clock.now() - toldAt >= TYPING_SENT_EVERY_MS) {
        toldAt = clock.now();
        tell(true);
      }
    },
    stop,
    /** A message was sent: the other side takes that for the end of typing by itself. */
    forget(): void {
      toldAt = null;
    },
  };
}

export interface TypingIn {
  typing: ReadonlySignal<boolean>;
  set(typing: boolean): void;
}

/** Shows that the other side writes, for TYPING_SHOWN_MS after it last said so. */
export function createTypingIn(clock: Clock): TypingIn {
  const typing = signal(false);
  let cancel: Cancel | null = null;
  const set = (now: boolean) => {
    cancel?.();
    cancel = now ? clock.after(TYPING_SHOWN_MS, () => set(false)) : null;
    typing.value = now;
  };
  return { typing, set };
}
