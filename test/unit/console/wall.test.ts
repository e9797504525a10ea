import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localWallClock } from '../../../console/browser/wall-clock.ts';
import { daysToMonday, nextWorkday, nineAfter, tomorrowAt, wallOf } from '../../../console/ui/wall.ts';

describe('D5 usual times, where the clocks change in the night', () => {
  const zone = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = 'Europe/Berlin';
  });
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each([
    ['2026-03-28T23:30', 1, '2026-03-29T09:00'],
    ['2026-03-29T00:30', 1, '2026-03-30T09:00'],
    ['2026-10-24T23:30', 1, '2026-10-25T09:00'],
    ['2026-10-25T00:30', 1, '2026-10-26T09:00'],
    ['2026-12-31T12:00', 1, '2027-01-01T09:00'],
    ['2028-02-28T12:00', 1, '2028-02-29T09:00'],
  ])('seen at %s, %i days later is %s', (seen, days, nine) => {
    expect(nineAfter(new Date(seen).getTime(), days)).toBe(nine);
  });

  test.each([
    ['2026-03-23T23:30', '2026-03-30T09:00'],
    ['2026-03-28T23:30', '2026-03-30T09:00'],
    ['2026-03-29T23:59', '2026-03-30T09:00'],
    ['2026-10-25T00:00', '2026-10-26T09:00'],
    ['2026-10-26T00:00', '2026-11-02T09:00'],
  ])('seen at %s, the next Monday is %s', (seen, nine) => {
    const at = new Date(seen).getTime();
    expect(nineAfter(at, daysToMonday(at))).toBe(nine);
  });

  test.each([
    ['2026-03-28T16:05', '2026-03-29T16:05'],
    ['2026-03-28T23:30', '2026-03-29T23:30'],
    ['2026-10-24T16:05', '2026-10-25T16:05'],
    ['2026-10-25T00:30', '2026-10-26T00:30'],
  ])('K4 seen at %s, tomorrow at this time is %s', (seen, then) => {
    expect(tomorrowAt(new Date(seen).getTime())).toBe(then);
  });

  test.each([
    ['2026-03-26T23:30', 'de', '2026-03-27T09:00'],
    ['2026-03-27T08:00', 'de', '2026-03-30T09:00'],
    ['2026-03-28T23:30', 'de', '2026-03-30T09:00'],
    ['2026-10-24T23:30', 'en-GB', '2026-10-26T09:00'],
    ['2026-10-25T00:30', 'en-GB', '2026-10-26T09:00'],
    // Where the week begins on Sunday, Friday and Saturday are free.
    ['2026-03-26T10:00', 'ar-EG', '2026-03-29T09:00'],
    ['2026-12-31T12:00', 'de', '2027-01-01T09:00'],
  ])('K4 seen at %s, the next working day in %s begins at %s', (seen, locale, nine) => {
    expect(nextWorkday(new Date(seen).getTime(), locale)).toBe(nine);
  });

  test('an hour that the clocks leave out is the one after it, and one that comes twice is the first', () => {
    const shown = (wall: string) => wallOf(localWallClock.instantOf(wall) ?? 0);
    expect(shown('2026-03-29T02:30')).toBe('2026-03-29T03:30');
    expect(localWallClock.instantOf('2026-10-25T02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(localWallClock.instantOf('')).toBeNull();
  });
});
