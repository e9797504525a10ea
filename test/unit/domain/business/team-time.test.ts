// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { addTeamTimes, readTeamTime, type StaffFact } from '../../../../server/domain/business/team-time.ts';
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
