import { expect, it } from 'vitest';
import { readCalendar } from '../../../../server/domain/hours/calendar.ts';
import { previewHours } from '../../../../server/domain/hours/preview.ts';
import { zoneOffset } from '../../../../server/platform/zone-offset.ts';
import { calendarOf } from './calendars.ts';

/** Wednesday 2026-11-25, eight in the evening in Berlin. */
const AT = Date.UTC(2026, 10, 25, 19);
const document = calendarOf('Europe/Berlin', { weekdays: ['13:00-17:30', '09:00-12:00'], friday: ['22:00-06:00'] });
document.days = [
  { date: '2026-11-26', yearly: false, name: 'Thanksgiving', hours: [] },
  { date: '2020-11-28', yearly: true, name: 'Bazaar', hours: [{ from: '10:00', to: '24:00' }] },
];

it('H12 seven days by the calendar’s own wall, in order, with the names of special days and nights as they are written', () => {
  const service = { calendar: readCalendar(document), offline: null };
  const { now, changesAt, days } = previewHours(service, zoneOffset, AT, 7);
  expect(now).toEqual({ open: false, opensAt: Date.UTC(2026, 10, 27, 21), day: null, text: null });
  expect(changesAt).toBe(Date.UTC(2026, 10, 27, 21));
  expect(days.slice(0, 5)).toEqual([
    {
      date: '2026-11-25',
      name: null,
      hours: [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '17:30' },
      ],
    },
    { date: '2026-11-26', name: 'Thanksgiving', hours: [] },
    { date: '2026-11-27', name: null, hours: [{ from: '22:00', to: '06:00' }] },
    { date: '2026-11-28', name: 'Bazaar', hours: [{ from: '10:00', to: '24:00' }] },
    { date: '2026-11-29', name: null, hours: [] },
  ]);
  expect(days).toHaveLength(7);
});

it('H12 today is the day of the zone, not of the relay', () => {
  const calendar = readCalendar(calendarOf('Pacific/Auckland', { weekdays: ['09:00-17:00'] }));
  expect(previewHours({ calendar, offline: null }, zoneOffset, AT, 1).days).toMatchObject([{ date: '2026-11-26' }]);
});

it('H12 open says until when; always open and offline by hand have no days to spell or no end in sight', () => {
  const calendar = readCalendar(calendarOf('UTC', { weekdays: ['09:00-20:00'] }));
  expect(previewHours({ calendar, offline: null }, zoneOffset, AT, 7).changesAt).toBe(Date.UTC(2026, 10, 25, 20));
  expect(previewHours({ calendar: null, offline: null }, zoneOffset, AT, 7)).toEqual({
    now: { open: true, opensAt: null, day: null, text: null },
    changesAt: null,
    days: [],
  });
  const offline = { text: 'Back soon.', until: null, since: AT };
  expect(previewHours({ calendar, offline }, zoneOffset, AT, 7)).toMatchObject({
    now: { open: false },
    changesAt: null,
  });
});
