import { readFileSync } from 'node:fs';
import { createSystemClock as create, systemSources as real } from '../../../server/platform/system-clock.ts';

/**
 * Stands in for server/platform/system-clock.ts in the fault suite's build: `CLOCK_SHIFT_MS` makes it a month later, and what
 * stands in `CLOCK_SHIFT_FILE`, ms, is believed within LOOK_EVERY_MS: somebody sets the machine's clock under the relay.
 */
const LOOK_EVERY_MS = 20;
const file = process.env.CLOCK_SHIFT_FILE;
let shiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0);
if (file !== undefined) {
  setInterval(() => {
    shiftMs = Number(readFileSync(file, 'utf8'));
  }, LOOK_EVERY_MS).unref();
}

export const createSystemClock = create;
export const systemSources = { ...real, wall: () => real.wall() + shiftMs };
export const systemClock = create(systemSources);
