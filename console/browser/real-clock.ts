import type { Clock } from '../model/ports.ts';

/** Longer delays overflow the browser's timer and would fire at once. */
const DELAY_MS_MAX = 2 ** 31 - 1;

export const realClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, Math.min(delayMs, DELAY_MS_MAX));
    return () => clearTimeout(timer);
  },
};
