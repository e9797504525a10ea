import type { Clock } from '../../protocol/kit/clock.ts';

/** What a process can read of time, ms: the machine's clock, which people and NTP set, and one that only runs. */
export interface TimeSources {
  wall(): number;
  steady(): number;
}

/** So fast, in parts of a second for each second, runs a clock that waits for the machine's own to catch up. */
const CATCH_UP_PACE = 0.5;
/** The longest a timer of Node can wait; a longer one would fire at once. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/**
 * The relay's clock never goes back (P13): what was stored first has the earlier instant, no wait is negative, and no
 * lease comes back to life. When the machine's clock is set forward (or the machine slept) it follows at once; when it is
 * set back it goes on at half pace until the machine's clock has caught up. Timers run on steady time alone.
 */
export function createSystemClock({ wall, steady }: TimeSources): Clock {
  let told = wall();
  let lookedAt = steady();
  return {
    now() {
      const at = steady();
      const passed = Math.max(0, at - lookedAt);
      lookedAt = at;
      told = Math.max(told + passed * CATCH_UP_PACE, wall());
      return Math.floor(told);
    },
    /** It keeps the process alive: who starts something also stops it. */
    after(delayMs, run) {
      const timer = setTimeout(run, Math.min(Math.max(0, delayMs), TIMER_MS_MAX));
      return () => clearTimeout(timer);
    },
  };
}

/** One for the whole process, so that nothing in it ever sees time go back. */
export const systemSources: TimeSources = { wall: () => Date.now(), steady: () => performance.now() };
export const systemClock: Clock = createSystemClock(systemSources);
