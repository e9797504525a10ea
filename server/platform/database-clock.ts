import type { Clock } from '../../protocol/kit/clock.ts';
import { CLOCK_QUESTION_MS_MAX } from '../../protocol/wire/limits.ts';
import { createSystemClock, type TimeSources } from './system-clock.ts';

export interface DatabaseClock extends Clock {
  /** Asks the database once more how far its clock is from this machine's. Never rejects. */
  correct(): Promise<void>;
}

/**
 * R22: several nodes judge leases and stamp entries by one clock, the database's. This machine's clock goes on between
 * two questions; its distance from the database's is half a round trip wrong at most. Until the first answer it is this
 * machine's, and it never goes back after that (P13).
 */
export function createDatabaseClock(sources: TimeSources, read: () => Promise<number | null>): DatabaseClock {
  let distanceMs = 0;
  let clock = createSystemClock(sources);
  let asked = false;
  return {
    now: () => clock.now(),
    after: (delayMs, run) => clock.after(delayMs, run),
    async correct() {
      const askedAt = sources.steady();
      const theirs = await read().catch(() => null);
      const tookMs = sources.steady() - askedAt;
      // A slow answer says little about now; the distance of before is better.
      if (theirs === null || tookMs > CLOCK_QUESTION_MS_MAX) return;
      distanceMs = theirs + tookMs / 2 - sources.wall();
      if (asked) return;
      asked = true;
      // Nothing was stamped yet: a machine that is ahead starts at the database's time, instead of waiting for it.
      clock = createSystemClock({ wall: () => sources.wall() + distanceMs, steady: sources.steady });
    },
  };
}
