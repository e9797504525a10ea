// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { BUSINESS_SETTINGS_DEFAULT } from '../../../../protocol/wire/business.ts';
import { shareInTarget, shareWaiting } from '../../../../server/domain/forecast/erlang.ts';
import { readStaffNeed } from '../../../../server/domain/forecast/staff-needed.ts';
import { shareThatWaits, waitMsAt } from '../simulate/erlang.ts';

const staffing = { ...BUSINESS_SETTINGS_DEFAULT.staffing, chatsAtOnce: 1, occupancyMax: 1, shrinkage: 0 };

describe('Erlang C', () => {
  // Published tables of C(servers, offered load).
  it.each([
    [3, 2.4, 0.6472],
    [2, 1, 0.3333],
    [11, 10, 0.6821],
    [12, 10, 0.4494],
    [14, 10, 0.1741],
    [1, 0.5, 0.5],
    [55, 50, 0.4],
  ])('M10 forecast: of %i servers under %f Erlangs %f wait', (servers, offered, share) => {
    expect(shareWaiting(servers, offered)).toBeCloseTo(share, servers === 55 ? 1 : 3);
  });

  it('the textbook’s call centre: 200 calls an hour of three minutes, 80 % within 20 s need 14 agents', () => {
    // Ten Erlangs. Printed everywhere: 13 agents reach 80 % not by much or not at all; 14 reach 88.8 %.
    expect(shareInTarget(14, 10, 20_000, 180_000)).toBeCloseTo(0.888, 3);
    expect(shareInTarget(12, 10, 20_000, 180_000)).toBeLessThan(0.8);
    const load = { perHour: 200, perHourHigh: 200, handlingMs: 180_000, targetMs: 20_000 };
    const need = readStaffNeed(load, { ...staffing, targetShare: 0.85 });
    expect(need).toMatchObject({ agents: 14, planned: 14, agentsHigh: 14 });
    expect(need.occupancy).toBeCloseTo(0.714, 3);
  });

  it('agrees with the formula that judges the simulator', () => {
    for (const [servers, arrivals, serves] of [
      [3, 24, 10],
      [8, 60, 9],
      [40, 300, 8],
    ] as const) {
      const queue = { servers, arrivals, serves };
      expect(shareWaiting(servers, arrivals / serves)).toBeCloseTo(shareThatWaits(queue), 12);
      expect(shareInTarget(servers, arrivals / serves, waitMsAt(queue, 0.9), 3_600_000 / serves)).toBeCloseTo(0.9, 9);
    }
  });

  it('without room for all of it nobody is in time; without load everybody is', () => {
    expect(shareWaiting(5, 5)).toBe(1);
    expect(shareInTarget(5, 6, 60_000, 60_000)).toBe(0);
    expect(shareInTarget(1, 0, 60_000, 60_000)).toBe(1);
  });
});

describe('staff needed', () => {
  const load = { perHour: 60, perHourHigh: 90, handlingMs: 600_000, targetMs: 60_000 };

  it('never fewer than the target asks for, and one less would not do', () => {
    for (const perHour of [1, 7, 33, 120, 900]) {
      const { agents, share } = readStaffNeed({ ...load, perHour, perHourHigh: perHour }, staffing);
      const offered = (perHour * load.handlingMs) / 3_600_000;
      expect(share).toBeGreaterThanOrEqual(staffing.targetShare);
      expect(agents === 1 || shareInTarget(agents - 1, offered, 60_000, 600_000) < staffing.targetShare).toBe(true);
    }
  });

  it('the cap on occupancy, several chats at once, breaks, and the upper end', () => {
    // Ten Erlangs; capped at half busy: 20 servers, of which each agent is two.
    expect(readStaffNeed(load, { ...staffing, occupancyMax: 0.5 }).agents).toBe(20);
    const two = readStaffNeed(load, { ...staffing, occupancyMax: 0.5, chatsAtOnce: 2, shrinkage: 0.3 });
    expect(two).toMatchObject({ agents: 10, planned: 15, agentsHigh: 15, occupancy: 0.5 });
    expect(readStaffNeed({ ...load, perHour: 0, perHourHigh: 0 }, staffing)).toMatchObject({ agents: 1, occupancy: 0 });
  });
});
