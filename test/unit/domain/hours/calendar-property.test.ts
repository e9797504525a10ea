import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDocument, type HoursSpan, WEEKDAYS } from '../../../../protocol/wire/hours.ts';
import { businessMs } from '../../../../server/domain/hours/business-time.ts';
import { isOpenAt, readCalendar } from '../../../../server/domain/hours/calendar.ts';
import { findCalendarFault } from '../../../../server/domain/hours/check-calendar.ts';
import { civilDate, dayNumber } from '../../../../server/domain/hours/civil.ts';
import { listOpenSpans, readHours } from '../../../../server/domain/hours/open-spans.ts';
import { isZone, zoneOffset } from '../../../../server/platform/zone-offset.ts';
import { isOpenByTheWall } from './wall-oracle.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** Noon UTC before a change of the clocks, and days on which nothing happens. */
const PLACES = [
  ['Europe/Berlin', '2026-03-28'],
  ['Europe/Berlin', '2026-10-24'],
  ['America/New_York', '2026-03-07'],
  ['America/New_York', '2026-10-31'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Asia/Kathmandu', '2026-07-14'],
  ['Pacific/Apia', '2011-12-29'],
  ['America/St_Johns', '2026-11-01'],
  ['Africa/Casablanca', '2026-02-14'],
  ['Pacific/Kiritimati', '2026-12-30'],
  ['UTC', '2028-02-28'],
] as const;

const time = fc.integer({ min: 0, max: DAY_MINUTES - 1 }).map((minutes) => {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
});
const span: fc.Arbitrary<HoursSpan> = fc.oneof(
  fc.record({ from: time, to: time }),
  time.map((from) => ({ from, to: '24:00' })),
);
const hours = fc.array(span, { maxLength: 3 });

const calendar = fc.constantFrom(...PLACES).chain(([zone, date]) => {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const special = fc.record({
    date: fc.integer({ min: -1, max: 4 }).map((days) => new Date(noon + days * 86_400_000).toISOString().slice(0, 10)),
    yearly: fc.boolean(),
    name: fc.constant('Special day'),
    hours,
  });
  const week = fc.record(
    Object.fromEntries(WEEKDAYS.map((day) => [day, hours])) as Record<(typeof WEEKDAYS)[number], typeof hours>,
  );
  return fc
    .record({ zone: fc.constant(zone as string), week, days: fc.array(special, { maxLength: 3 }) })
    .filter((document: CalendarDocument) => findCalendarFault(document, isZone) === undefined)
    .map((document: CalendarDocument) => ({ document, noon }));
});

describe('hours against a clock on the wall', () => {
  it('H1–H5 minute by minute: open, the spans, the next change, and the length of the open time', () => {
    fc.assert(
      fc.property(calendar, fc.integer({ min: 0, max: 3 * DAY_MINUTES }), ({ document, noon }, asked) => {
        const read = readCalendar(document);
        const end = noon + 3 * DAY_MINUTES * MINUTE;
        const wall = Array.from({ length: 3 * DAY_MINUTES }, (_, index) =>
          isOpenByTheWall(document, noon + index * MINUTE),
        );
        const spans = listOpenSpans(read, zoneOffset, noon, end);
        const bySpans = wall.map(() => false);
        for (const { from, to } of spans) bySpans.fill(true, (from - noon) / MINUTE, (to - noon) / MINUTE);
        expect(bySpans).toEqual(wall);
        const at = noon + asked * MINUTE;
        if (asked < wall.length) {
          expect(isOpenAt(read, zoneOffset, at)).toBe(wall[asked]);
          const change = wall.findIndex((open, index) => index > asked && open !== wall[asked]);
          const now = readHours(read, zoneOffset, at);
          if (change >= 0) expect(now.changesAt).toBe(noon + change * MINUTE);
          else expect(now.changesAt ?? end).toBeGreaterThanOrEqual(end);
        }
        const open = wall.slice(asked).filter(Boolean).length * MINUTE;
        expect(businessMs([{ validFrom: 0, calendar: read }], zoneOffset, Math.min(at, end), end)).toBe(open);
      }),
      { numRuns: 60, seed: 20261125 },
    );
  });

  it('H1 dates and day numbers agree with the runtime over four hundred years', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000;
    for (let day = first; day < first + 146_097; day += 1) {
      const date = new Date(day * 86_400_000);
      const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      if (dayNumber(civil) !== day) expect(dayNumber(civil)).toBe(day);
      if (civilDate(day).day !== civil.day || civilDate(day).month !== civil.month)
        expect(civilDate(day)).toEqual(civil);
    }
    expect(civilDate(0)).toEqual({ year: 1970, month: 1, day: 1 });
  });
});
