import { describe, expect, it } from 'vitest';
import { isOpenAt, readCalendar } from '../../../../server/domain/hours/calendar.ts';
import { listOpenSpans, readHours } from '../../../../server/domain/hours/open-spans.ts';
import { zoneOffset } from '../../../../server/platform/zone-offset.ts';
import { calendarOf, specialDay } from './calendars.ts';

const at = (iso: string) => Date.parse(iso);
const utc = (ms: number) => new Date(ms).toISOString();
const minutes = (ms: number) => ms / 60_000;

describe('hours', () => {
  it('H1 Berlin, the hour left out on 2026-03-29: nothing is open in it', () => {
    const calendar = readCalendar(calendarOf('Europe/Berlin', { everyday: ['02:15-02:45', '02:50-03:10'] }));
    const spans = listOpenSpans(calendar, zoneOffset, at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'));
    // 01:00Z is 02:00 and at once 03:00: of the second only its ten minutes after three are left.
    expect(spans.map(({ from, to }) => [utc(from), utc(to)])).toEqual([
      ['2026-03-29T01:00:00.000Z', '2026-03-29T01:10:00.000Z'],
    ]);
  });

  it('H1 Berlin, the hour that happens twice on 2026-10-25: open both times', () => {
    const calendar = readCalendar(calendarOf('Europe/Berlin', { everyday: ['02:00-03:00'] }));
    const spans = listOpenSpans(calendar, zoneOffset, at('2026-10-24T12:00Z'), at('2026-10-25T12:00Z'));
    expect(spans.map(({ from, to }) => [utc(from), minutes(to - from)])).toEqual([['2026-10-25T00:00:00.000Z', 120]]);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kathmandu', '2026-03-29', 24],
    ['Pacific/Apia', '2011-12-31', 24],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('H1 %s: a whole day of %s is open for %d hours', (zone, date, hours) => {
    const calendar = readCalendar(calendarOf(zone, {}, [specialDay(date, 'Open day', ['00:00-24:00'])]));
    const noon = at(`${date}T12:00Z`);
    const spans = listOpenSpans(calendar, zoneOffset, noon - 2 * 86_400_000, noon + 2 * 86_400_000);
    expect(spans.reduce((sum, { from, to }) => sum + to - from, 0) / 3_600_000).toBe(hours);
  });

  it('H1 Kathmandu is a quarter of an hour beside everybody else', () => {
    const calendar = readCalendar(calendarOf('Asia/Kathmandu', { everyday: ['09:00-10:00'] }));
    expect(isOpenAt(calendar, zoneOffset, at('2026-06-01T03:15:00Z'))).toBe(true);
    expect(isOpenAt(calendar, zoneOffset, at('2026-06-01T03:14:59.999Z'))).toBe(false);
    expect(isOpenAt(calendar, zoneOffset, at('2026-06-01T04:15:00Z'))).toBe(false);
  });

  it('H2 several times a day, with a break between', () => {
    const calendar = readCalendar(calendarOf('UTC', { monday: ['09:00-12:00', '13:00-17:00'] }));
    const next = (iso: string) => {
      const { open, changesAt } = readHours(calendar, zoneOffset, at(iso));
      return [open, changesAt === null ? null : utc(changesAt).slice(0, 16)];
    };
    expect(next('2026-06-01T08:59Z')).toEqual([false, '2026-06-01T09:00']);
    expect(next('2026-06-01T09:00Z')).toEqual([true, '2026-06-01T12:00']);
    expect(next('2026-06-01T12:00Z')).toEqual([false, '2026-06-01T13:00']);
    expect(next('2026-06-01T17:00Z')).toEqual([false, '2026-06-08T09:00']);
  });

  it('H3 past midnight belongs to the day on which it begins', () => {
    const calendar = readCalendar(calendarOf('Europe/Berlin', { friday: ['22:00-06:00'] }));
    // Friday 2026-06-05 22:00 in Berlin is 20:00Z.
    expect(readHours(calendar, zoneOffset, at('2026-06-05T20:00Z'))).toEqual({
      open: true,
      changesAt: at('2026-06-06T04:00Z'),
    });
    expect(isOpenAt(calendar, zoneOffset, at('2026-06-05T03:00Z'))).toBe(false);
  });

  it('H3 a night with the hour left out is an hour shorter', () => {
    const calendar = readCalendar(calendarOf('Europe/Berlin', { saturday: ['22:00-06:00'] }));
    const { changesAt } = readHours(calendar, zoneOffset, at('2026-03-28T21:00Z'));
    expect(minutes((changesAt ?? 0) - at('2026-03-28T21:00Z'))).toBe(7 * 60);
  });

  it('H4 a holiday closes what begins on it, not the night that began before it', () => {
    const calendar = readCalendar(
      calendarOf('UTC', { everyday: ['22:00-06:00'] }, [specialDay('2026-12-25', 'Christmas Day')]),
    );
    expect(isOpenAt(calendar, zoneOffset, at('2026-12-25T05:59Z'))).toBe(true);
    expect(isOpenAt(calendar, zoneOffset, at('2026-12-25T23:00Z'))).toBe(false);
    expect(isOpenAt(calendar, zoneOffset, at('2026-12-26T03:00Z'))).toBe(false);
    expect(isOpenAt(calendar, zoneOffset, at('2026-12-26T22:00Z'))).toBe(true);
  });

  it('H4 every year from its date on; a day that names its year goes before it', () => {
    const calendar = readCalendar(
      calendarOf('UTC', { everyday: ['09:00-17:00'] }, [
        specialDay('2026-12-24', 'Christmas Eve', [], true),
        specialDay('2028-12-24', 'Open for once', ['10:00-11:00']),
      ]),
    );
    const openAtTen = (year: number) => isOpenAt(calendar, zoneOffset, at(`${year}-12-24T10:00Z`));
    expect([2025, 2026, 2027, 2028, 2029].map(openAtTen)).toEqual([true, false, false, true, false]);
  });

  it('H4 a leap day of every year exists in leap years only', () => {
    const calendar = readCalendar(
      calendarOf('UTC', { everyday: ['09:00-17:00'] }, [specialDay('2024-02-29', 'Leap day', [], true)]),
    );
    expect(isOpenAt(calendar, zoneOffset, at('2028-02-29T10:00Z'))).toBe(false);
    expect(isOpenAt(calendar, zoneOffset, at('2027-02-28T10:00Z'))).toBe(true);
    expect(isOpenAt(calendar, zoneOffset, at('2027-03-01T10:00Z'))).toBe(true);
  });

  it('H5 the next change is found behind a long closure, and is none where nothing opens any more', () => {
    const shut = Array.from({ length: 300 }, (_, index) =>
      specialDay(new Date(at('2026-01-01T00:00Z') + index * 86_400_000).toISOString().slice(0, 10), 'Rebuilding'),
    );
    const calendar = readCalendar(calendarOf('UTC', { everyday: ['09:00-17:00'] }, shut));
    expect(readHours(calendar, zoneOffset, at('2026-01-01T00:00Z')).changesAt).toBe(at('2026-10-28T09:00Z'));
    const never = readCalendar(calendarOf('UTC', {}));
    expect(readHours(never, zoneOffset, 0)).toEqual({ open: false, changesAt: null });
    const always = readCalendar(calendarOf('UTC', { everyday: ['00:00-24:00'] }));
    expect(readHours(always, zoneOffset, 0)).toEqual({ open: true, changesAt: null });
  });
});
