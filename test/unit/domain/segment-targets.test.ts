import { describe, expect, it } from 'vitest';
import { ROUTING_PLAN_DEFAULT } from '../../../protocol/wire/routing.ts';
import { readCalendar } from '../../../server/domain/hours/calendar.ts';
import { targetFor, timesOf } from '../../../server/domain/routing/target.ts';
import { zoneOffset } from '../../../server/platform/zone-offset.ts';

describe('targets', () => {
  const plan = { ...ROUTING_PLAN_DEFAULT, targetMs: 60_000, segmentTargets: { vip: 20_000, returning: 40_000 } };
  const settings = { plan, departments: new Map([['d-1', { ...plan, targetMs: 90_000 }]]) };

  it('M10 a visitor’s segment goes before the department, the most urgent one first', () => {
    expect(targetFor(settings, 'd-1', ['returning', 'vip'])).toBe(20_000);
    expect(targetFor(settings, null, ['returning'])).toBe(40_000);
    expect(targetFor(settings, 'd-1', ['new'])).toBe(90_000);
    expect(targetFor(settings, null, [])).toBe(60_000);
    expect(targetFor(settings, null, ['constructor', '__proto__'])).toBe(60_000);
    expect(targetFor({ ...settings, plan: ROUTING_PLAN_DEFAULT, departments: new Map() }, null, ['vip'])).toBeNull();
  });

  describe('M10 M11 when a wait is at risk and when it is missed, by the opening hours', () => {
    const MINUTE = 60_000;
    const night = [{ from: '22:00', to: '06:00' }];
    const week = { monday: night, tuesday: night, wednesday: night, thursday: night, friday: night };
    const calendar = readCalendar({
      zone: 'Europe/Berlin',
      week: { ...week, saturday: night, sunday: [] },
      days: [{ date: '2026-12-24', yearly: false, name: 'Eve', hours: [] }],
    });
    const iso = (at: number) => new Date(at).toISOString();
    const times = (since: string, targetMs: number, by = calendar) => {
      const { riskAt, missAt } = timesOf(by, zoneOffset, Date.parse(since), targetMs);
      return [iso(riskAt), iso(missAt)];
    };

    it('without hours the clock on the wall counts', () => {
      const { riskAt, missAt } = timesOf(null, zoneOffset, 1_000, 40 * MINUTE);
      expect([riskAt, missAt]).toEqual([1_000 + 30 * MINUTE, 1_000 + 40 * MINUTE]);
    });

    it('of a shift over midnight, what is left at its end goes on with the next one', () => {
      // 05:50 in Berlin: ten minutes until six, the rest from ten in the evening.
      expect(times('2026-11-26T04:50:00Z', 40 * MINUTE)).toEqual([
        '2026-11-26T21:20:00.000Z',
        '2026-11-26T21:30:00.000Z',
      ]);
      // Midnight is no end.
      expect(times('2026-11-26T22:50:00Z', 40 * MINUTE)).toEqual([
        '2026-11-26T23:20:00.000Z',
        '2026-11-26T23:30:00.000Z',
      ]);
    });

    it('an hour that the clocks leave out is not waited, one that they tell twice is', () => {
      // The nights of Saturday: 28 March 2026 has no 02:00–03:00, 24 October has it twice.
      expect(times('2026-03-29T00:30:00Z', 60 * MINUTE)[1]).toBe('2026-03-29T01:30:00.000Z');
      expect(times('2026-03-28T21:00:00Z', 7 * 60 * MINUTE)[1]).toBe('2026-03-29T04:00:00.000Z');
      expect(times('2026-10-24T20:00:00Z', 9 * 60 * MINUTE)[1]).toBe('2026-10-25T05:00:00.000Z');
    });

    it('a holiday is closed, and who is closed for good is not waited for in vain', () => {
      // The evening of the 24th is closed; the night of the 23rd ends as usual.
      expect(times('2026-12-24T04:50:00Z', 40 * MINUTE)[1]).toBe('2026-12-25T21:30:00.000Z');
      const never = readCalendar({
        zone: 'UTC',
        week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
        days: [],
      });
      expect(times('2026-12-24T04:50:00Z', 40 * MINUTE, never)[1]).toBe('2026-12-24T05:30:00.000Z');
    });
  });
});
