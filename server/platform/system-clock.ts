import type { Clock } from '../../protocol/kit/clock.ts';

/** The real clock. Its timers keep the process alive: who starts something also stops it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
