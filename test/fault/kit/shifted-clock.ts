import { createSystemClock as create, systemSources as real } from '../../../server/platform/system-clock.ts';

/** Stands in for server/platform/system-clock.ts in the fault suite's build: `CLOCK_SHIFT_MS` makes it a month later. */
const shiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0);

export const createSystemClock = create;
export const systemSources = { ...real, wall: () => real.wall() + shiftMs };
export const systemClock = create(systemSources);
