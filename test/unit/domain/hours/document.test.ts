import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { CalendarDocument } from '../../../../protocol/wire/hours.ts';
import { siteSettings } from '../../../../protocol/wire/settings-schemas.ts';
import { isOpenAt, readCalendar } from '../../../../server/domain/hours/calendar.ts';
import { findCalendarFault } from '../../../../server/domain/hours/check-calendar.ts';
import { isZone, zoneOffset } from '../../../../server/platform/zone-offset.ts';

const examples = [...readFileSync('docs/hours.md', 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) =>
  JSON.parse(json ?? ''),
);

it('the calendar of docs/hours.md means what the document says (H1–H4, H10)', () => {
  const hours = siteSettings.parse({ hours: examples[0] }).hours as CalendarDocument;
  expect(findCalendarFault(hours, isZone)).toBeUndefined();
  const calendar = readCalendar(hours);
  const isOpen = (iso: string) => isOpenAt(calendar, zoneOffset, Date.parse(iso));
  // Berlin in winter is an hour ahead. 2026-11-23 is a Monday.
  expect(isOpen('2026-11-23T08:00Z')).toBe(true);
  expect(isOpen('2026-11-23T11:30Z')).toBe(false);
  expect(isOpen('2026-11-27T21:00Z')).toBe(true);
  expect(isOpen('2026-11-28T04:59Z')).toBe(true);
  expect(isOpen('2026-11-28T05:00Z')).toBe(false);
  // Christmas Eve is a Thursday with hours of its own, Christmas Day comes every year.
  expect(isOpen('2026-12-24T10:59Z')).toBe(true);
  expect(isOpen('2026-12-24T12:00Z')).toBe(false);
  expect(isOpen('2026-12-25T21:30Z')).toBe(false);
  expect(isOpen('2028-12-25T10:00Z')).toBe(false);
});

it('the settings of docs/hours.md are settings (H10)', () => {
  expect(siteSettings.parse(examples[1])).toMatchObject({ wrapUpMs: 30_000, idle: { outcome: 'resolved' } });
});
