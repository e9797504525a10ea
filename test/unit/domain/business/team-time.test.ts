// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  addTeamTimes,
  factsWithin,
  readTeamTime,
  type StaffFact,
} from '../../../../server/domain/business/team-time.ts';
import { DAY, HOUR, T0 } from './people.ts';

const period = { from: T0, to: T0 + DAY };
const at = (hour: number, kind: StaffFact['kind']): StaffFact => ({ at: T0 + hour * HOUR, kind });
const spans = (...all: [from: number, to: number][]) => ({
  from: Float64Array.from(all, ([from]) => T0 + from * HOUR),
  to: Float64Array.from(all, ([, to]) => T0 + to * HOUR),
});

describe('occupancy and availability', () => {
  it('M16 by hand: 8 h on shift, an hour away, 3 h of 7 with a conversation', () => {
    const facts = [at(-5, 'available'), at(8, 'came'), at(12, 'away'), at(13, 'available'), at(16, 'left')];
    const busy = spans([9, 11], [12.5, 13.5], [15.5, 18]);
    const time = readTeamTime({ facts, busy, leaseUntil: T0 + 16 * HOUR }, period, T0 + 2 * DAY);
    expect(time).toEqual({ shiftMs: 8 * HOUR, availableMs: 7 * HOUR, busyMs: 3 * HOUR });
  });

  it('M16 what is open ends with the lease, and at now; a shift over midnight is cut to the period', () => {
    const facts = [at(-2, 'came'), at(-2, 'available')];
    const time = (leaseUntil: number, now: number) =>
      readTeamTime({ facts, busy: spans(), leaseUntil: T0 + leaseUntil * HOUR }, period, T0 + now * HOUR).shiftMs;
    expect(time(3, 30)).toBe(3 * HOUR);
    expect(time(40, 5)).toBe(5 * HOUR);
    expect(time(40, 30)).toBe(24 * HOUR);
  });

  it('M16 of many years only what a period needs is looked at, and it says the same', () => {
    const facts = Array.from({ length: 400 }, (_, day) => [
      at(day * 24 + 8, 'came'),
      ...(day % 7 === 0 ? [at(day * 24 + 9, 'away'), at(day * 24 + 9.5, 'available')] : []),
      at(day * 24 + (day === 250 ? 30 : 17), 'left'),
    ]).flat();
    const own = [at(-1, 'available'), ...facts];
    for (const day of [0, 1, 249, 250, 251, 399, 400]) {
      const asked = { from: T0 + day * DAY + 2 * HOUR, to: T0 + (day + 1) * DAY + 12 * HOUR };
      const few = factsWithin(own, asked);
      expect(few.length).toBeLessThan(40);
      const time = (said: StaffFact[]) =>
        readTeamTime({ facts: said, busy: spans(), leaseUntil: T0 + 400 * DAY }, asked, T0 + 500 * DAY);
      expect(time(few)).toEqual(time(own));
    }
    expect(factsWithin([], period)).toEqual([]);
  });

  it('M16 what two relays wrote twice counts once; who never came was never there', () => {
    const facts = [at(1, 'available'), at(2, 'came'), at(2, 'came'), at(3, 'left'), at(3, 'left')];
    expect(readTeamTime({ facts, busy: spans(), leaseUntil: 0 }, period, T0 + DAY).shiftMs).toBe(HOUR);
    const none = readTeamTime({ facts: [at(1, 'available')], busy: spans([2, 3]), leaseUntil: 0 }, period, T0 + DAY);
    expect(none).toEqual({ shiftMs: 0, availableMs: 0, busyMs: 0 });
    expect(addTeamTimes([none, { shiftMs: 1, availableMs: 2, busyMs: 3 }])).toEqual({
      shiftMs: 1,
      availableMs: 2,
      busyMs: 3,
    });
  });
});
