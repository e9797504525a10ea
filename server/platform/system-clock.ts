import type { Clock } from '../../protocol/kit/clock.ts';

/** The real clock. Its timers do not keep the process alive: the listening socket does that. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
