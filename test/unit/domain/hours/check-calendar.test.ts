import { describe, expect, it } from 'vitest';
import { businessMs } from '../../../../server/domain/hours/business-time.ts';
import { readCalendar } from '../../../../server/domain/hours/calendar.ts';
import { findCalendarFault } from '../../../../server/domain/hours/check-calendar.ts';
import { isZone, zoneOffset } from '../../../../server/platform/zone-offset.ts';
import { calendarOf, specialDay } from './calendars.ts';

const faultOf = (...parts: Parameters<typeof calendarOf>) => findCalendarFault(calendarOf(...parts), isZone);

describe('H10 what an owner wrote is checked, and the answer says where it is wrong', () => {
  it.each([
    ['Europe/Atlantis', 'zone'],
    ['+02:00', 'zone'],
    ['', 'zone'],
    ['CET; drop table', 'zone'],
  ])('the zone %j', (zone, field) => {
    expect(faultOf(zone, {})?.field).toBe(field);
  });

  it.each([
    ['9:00-17:00', 'week.monday.0.from'],
    ['09:00-24:01', 'week.monday.0.to'],
    ['09:60-17:00', 'week.monday.0.from'],
    ['24:00-06:00', 'week.monday.0.from'],
    ['09:00-09:00', 'week.monday.0.to'],
    ['09:00-', 'week.monday.0.to'],
  ])('the hours %j', (text, field) => {
    expect(faultOf('UTC', { monday: [text] })?.field).toBe(field);
  });

  it('hours of one day that overlap', () => {
    expect(faultOf('UTC', { friday: ['09:00-12:00', '11:59-13:00'] })?.field).toBe('week.friday.1.from');
    expect(faultOf('UTC', { friday: ['22:00-06:00', '23:00-24:00'] })?.field).toBe('week.friday.1.from');
    expect(faultOf('UTC', { friday: ['09:00-12:00', '12:00-13:00'] })).toBeUndefined();
  });

  it('days that do not exist, and two for one date', () => {
    const dayFault = (...days: ReturnType<typeof specialDay>[]) => faultOf('UTC', {}, days)?.field;
    expect(dayFault(specialDay('2026-02-29', 'No day'))).toBe('days.0.date');
    expect(dayFault(specialDay('2026-13-01', 'No month'))).toBe('days.0.date');
    expect(dayFault(specialDay('25.12.2026', 'Other form'))).toBe('days.0.date');
    expect(dayFault(specialDay('2026-12-25', 'One'), specialDay('2026-12-25', 'Two'))).toBe('days.1.date');
    expect(dayFault(specialDay('2026-12-25', 'One', [], true), specialDay('2027-12-25', 'Two', [], true))).toBe(
      'days.1.date',
    );
    expect(dayFault(specialDay('2026-12-25', 'One', [], true), specialDay('2026-12-25', 'Two'))).toBeUndefined();
  });

  it('sound ones pass', () => {
    expect(faultOf('Asia/Kathmandu', { everyday: ['00:00-24:00'] })).toBeUndefined();
    expect(faultOf('America/Argentina/Buenos_Aires', { everyday: ['22:00-06:00'] })).toBeUndefined();
  });
});

describe('H9 versions', () => {
  const morning = readCalendar(calendarOf('UTC', { everyday: ['08:00-12:00'] }));
  const evening = readCalendar(calendarOf('UTC', { everyday: ['18:00-20:00'] }));
  const noon = Date.parse('2026-06-02T12:00:00Z');
  const hour = 3_600_000;

  it('business time is counted with the hours that were in force then (M11)', () => {
    const versions = [
      { validFrom: noon - 48 * hour, calendar: morning },
      { validFrom: noon - 1 * hour, calendar: evening },
    ];
    // 08:00–11:00 by the old hours, 18:00–20:00 by the new ones.
    expect(businessMs(versions, zoneOffset, noon - 12 * hour, noon + 12 * hour)).toBe(5 * hour);
    expect(
      businessMs(
        [...versions, { validFrom: noon + 24 * hour, calendar: morning }],
        zoneOffset,
        noon - 12 * hour,
        noon + 12 * hour,
      ),
    ).toBe(5 * hour);
  });

  it('before the first version, and where hours were taken away, all time counts', () => {
    expect(businessMs([{ validFrom: noon, calendar: null }], zoneOffset, noon - hour, noon + hour)).toBe(2 * hour);
    expect(businessMs([{ validFrom: noon, calendar: morning }], zoneOffset, noon - hour, noon + hour)).toBe(hour);
    expect(businessMs([], zoneOffset, noon, noon)).toBe(0);
  });
});
