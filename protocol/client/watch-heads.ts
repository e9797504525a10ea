import type { Cancel, Clock } from '../kit/clock.ts';
import { HEADS_INTERVAL_MS } from '../wire/limits.ts';

/** Without heads for this long nobody can say that nothing was missed. The HTTP way asks every 15 s at the rarest. */
const SILENT_MS_MAX = HEADS_INTERVAL_MS * 2.5;

/**
 * Who is told no heads any more cannot prove to be up to date, and connects anew (P14). Call it when heads were told or the
 * relay has greeted; `follows`: more are to come.
 */
export function watchHeads(clock: Clock, onSilence: () => void): (follows?: boolean) => void {
  let cancel: Cancel | null = null;
  return (follows) => {
    cancel?.();
    cancel = follows ? clock.after(SILENT_MS_MAX, onSilence) : null;
  };
}
