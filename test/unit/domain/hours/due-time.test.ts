// @vitest-environment node
import { expect, it } from 'vitest';
import type { CalendarDocument } from '../../../../protocol/wire/hours.ts';
import { businessMs } from '../../../../server/domain/hours/business-time.ts';
import { readCalendar } from '../../../../server/domain/hours/calendar.ts';
import { dueAfter } from '../../../../server/domain/hours/due-time.ts';
import { systemZones } from '../../../../server/platform/zone-offset.ts';

const HOUR_MS = 3_600_000;
const day = [{ from: '09:00', to: '17:00' }];
const document: CalendarDocument = {
  zone: 'Europe/Berlin',
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
  days: [{ date: '2026-10-26', yearly: false, name: 'Moving', hours: [] }],
};
const calendar = readCalendar(document);
const due = (from: string, hours: number) =>
  new Date(dueAfter(calendar, systemZones.offsetOf, Date.parse(from), hours * HOUR_MS)).toISOString();

it.each([
  // Wednesday noon in Berlin (UTC+1): five hours are left of the day.
  ['2026-11-25T11:00:00Z', 5, '2026-11-25T16:00:00.000Z'],
  ['2026-11-25T11:00:00Z', 8, '2026-11-26T11:00:00.000Z'],
  // Friday evening: Monday.
  ['2026-11-27T19:00:00Z', 2, '2026-11-30T10:00:00.000Z'],
  // Over the end of summer time and a closed Monday.
  ['2026-10-23T14:00:00Z', 2, '2026-10-27T09:00:00.000Z'],
])('K3 from %s %s business hours on is %s', (from, hours, expected) => {
  expect(due(from, hours)).toBe(expected);
});

it('K3 so much business time lies between, whatever the start', () => {
  const versions = [{ validFrom: 0, calendar }];
  for (let step = 0; step < 60; step += 1) {
    const from = Date.parse('2026-10-20T00:00:00Z') + step * 3.7 * HOUR_MS;
    const at = dueAfter(calendar, systemZones.offsetOf, from, 11 * HOUR_MS);
    expect(businessMs(versions, systemZones.offsetOf, from, at)).toBe(11 * HOUR_MS);
  }
});

it('K3 without hours each hour counts; closed for ever it is due all the same', () => {
  expect(dueAfter(null, systemZones.offsetOf, 1_000, HOUR_MS)).toBe(1_000 + HOUR_MS);
  const closed = readCalendar({
    ...document,
    days: [],
    week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  });
  expect(dueAfter(closed, systemZones.offsetOf, 1_000, HOUR_MS)).toBe(1_000 + HOUR_MS);
});
