import { expect, test } from 'vitest';
import { zoneDays } from '../../../console/browser/days.ts';
import { daysOf, lengthOf, spanBefore, spanOf } from '../../../console/model/periods.ts';
import type { ReportPlace } from '../../../console/model/report-place.ts';
import { formatRoute, parseRoute, type Route } from '../../../console/model/route.ts';
import { FIND_CHARS_MAX } from '../../../protocol/wire/limits.ts';

const reports: ReportPlace = { name: 'reports', view: 'overview', period: 'today', only: {}, split: null, which: null };

test('addresses lead back to where they came from', () => {
  const routes: Route[] = [
    { name: 'inbox', conversationId: null },
    { name: 'inbox', conversationId: 'a/b ?' },
    { name: 'inbox', conversationId: 'a/b ?', beside: 'c&d=?' },
    { name: 'inbox', conversationId: 'a', beside: 'b', focus: 'beside', at: 5 },
    { ...reports, period: '30', which: 'rated' },
    reports,
    {
      ...reports,
      view: 'times',
      period: 'days',
      from: '2026-03-01',
      to: '2026-03-31',
      zone: 'Europe/Berlin',
      only: { page: '/a?b=1&c=ü', department: '' },
      split: 'agent',
      which: 'outcome:left_after_answer',
    },
    { name: 'board' },
    { name: 'board', wall: true },
    { name: 'settings', page: 'account' },
  ];
  for (const route of routes) expect(parseRoute(formatRoute(route))).toEqual(route);
});

test('U14 nothing stands beside itself or beside nothing, and what cannot be read is left out', () => {
  const alone = { name: 'inbox', conversationId: 'a' };
  expect(parseRoute('/console/inbox/a?beside=a&focus=beside')).toEqual(alone);
  expect(parseRoute('/console/inbox/a?beside=&focus=beside')).toEqual(alone);
  expect(parseRoute('/console/inbox?beside=b')).toEqual({ name: 'inbox', conversationId: null });
  expect(parseRoute('/console/inbox/a?beside=b&focus=moon')).toEqual({ ...alone, beside: 'b' });
  expect(parseRoute('/console/inbox/a?beside=%E0%A4%A')).toEqual({ ...alone, beside: '%E0%A4%A' });
});

test('what nobody knows is the inbox, and a broken escape is no crash', () => {
  expect(parseRoute('/console/')).toEqual({ name: 'inbox', conversationId: null });
  expect(parseRoute('/console/nowhere/at/all')).toEqual({ name: 'inbox', conversationId: null });
  expect(parseRoute('/console/inbox/%E0%A4%A')).toEqual({ name: 'inbox', conversationId: '%E0%A4%A' });
  expect(parseRoute('/console/reports?period=999&which=x%20y&split=moon')).toEqual(reports);
  expect(parseRoute('/console/reports/moon?site=%E0%A4%A')).toEqual({ ...reports, only: { site: '%E0%A4%A' } });
  // What is cut off leaves no half of a sign, which no address could hold.
  const long = parseRoute(`/console/inbox?text=${'a'.repeat(79)}${encodeURIComponent('😀')}&tag=%F0%9F%98`);
  expect(long).toMatchObject({ list: { filter: { text: 'a'.repeat(79), tag: '%F0%9F%98' } } });
  expect(parseRoute(formatRoute(long))).toEqual(long);
  // What is looked for is no longer than its box takes.
  expect(parseRoute(`/console/find?text=${'x'.repeat(FIND_CHARS_MAX + 1)}`)).toEqual({
    ...{ name: 'find', text: 'x'.repeat(FIND_CHARS_MAX) },
  });
  // The addresses of before are still good.
  const hour = { ...reports, which: 'episodes@1792882800000-1792886400000' };
  expect(parseRoute(formatRoute(hour))).toEqual(hour);
  expect(parseRoute('/console/reports?period=999&which=episodes@1-x')).toEqual(reports);
  expect(parseRoute('/console/reports?period=7&which=all')).toEqual({ ...reports, period: '7', which: 'episodes' });
});

test('days that are none, or end before they begin, are today', () => {
  for (const query of ['from=2026-13-01&to=2026-12-31', 'from=2026-03-02&to=2026-03-01', 'from=2026-03-02', '']) {
    expect(parseRoute(`/console/reports?period=days&${query}`)).toEqual(reports);
  }
  for (const day of ['2026-02-29', '2026-02-31', '2026-04-31', '2026-11-31'])
    expect(parseRoute(`/console/reports?period=days&from=${day}&to=${day}`)).toEqual(reports);
  const leap = '2028-02-29';
  expect(parseRoute(`/console/reports?period=days&from=${leap}&to=${leap}`)).toMatchObject({ from: leap, to: leap });
});

const at = (text: string) => Date.parse(text);
const spell = ({ from, to }: { from: number; to: number }) => [from, to].map((ms) => new Date(ms).toISOString());

test('M11 periods are whole days of the chosen zone, those of 23 and 25 hours too', () => {
  const now = at('2026-03-30T09:00:00Z');
  const berlin = (period: '7' | 'today' | 'yesterday') =>
    spell(spanOf(daysOf({ period }, now, 'Europe/Berlin', zoneDays), 'Europe/Berlin', zoneDays));
  expect(berlin('today')).toEqual(['2026-03-29T22:00:00.000Z', '2026-03-30T22:00:00.000Z']);
  // The clocks were set forward on the 29th.
  expect(berlin('yesterday')).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
  expect(berlin('7')).toEqual(['2026-03-23T23:00:00.000Z', '2026-03-30T22:00:00.000Z']);
  // The same instant is another day elsewhere.
  expect(zoneDays.dayOf(at('2026-03-30T23:30:00Z'), 'Pacific/Kiritimati')).toBe('2026-03-31');
});

test('a day begins at its first instant where clocks are set at midnight', () => {
  // Beirut: 26 March 2023 began at 01:00; Havana: 6 November 2022 had its first hour twice.
  const lengthOfDay = (day: string, zone: string) =>
    (zoneDays.startOf(zoneDays.plus(day, 1), zone) - zoneDays.startOf(day, zone)) / 3_600_000;
  expect([lengthOfDay('2024-03-31', 'Asia/Beirut'), lengthOfDay('2022-11-06', 'America/Havana')]).toEqual([23, 25]);
  expect(lengthOfDay('2024-09-08', 'America/Santiago')).toBe(23);
  const start = zoneDays.startOf('2024-09-08', 'America/Santiago');
  expect([start, start - 1].map((ms) => zoneDays.dayOf(ms, 'America/Santiago'))).toEqual(['2024-09-08', '2024-09-07']);
  expect(zoneDays.plus('2024-02-28', 2)).toBe('2024-03-01');
  expect([zoneDays.knows('Europe/Berlin'), zoneDays.knows('Moon/Sea')]).toEqual([true, false]);
});

test('the period before is as long; while the day runs it ends at the same time of day', () => {
  const now = at('2026-05-20T09:30:00Z');
  const week = daysOf({ period: '7' }, now, 'UTC', zoneDays);
  expect(lengthOf(week, zoneDays)).toBe(7);
  expect(spell(spanBefore(week, now, 'UTC', zoneDays))).toEqual([
    '2026-05-07T00:00:00.000Z',
    '2026-05-13T09:30:00.000Z',
  ]);
  const past = { first: '2026-05-01', last: '2026-05-10' };
  expect(spell(spanBefore(past, now, 'UTC', zoneDays))).toEqual([
    '2026-04-21T00:00:00.000Z',
    '2026-05-01T00:00:00.000Z',
  ]);
  expect(spell(spanBefore(past, now, 'UTC', zoneDays, 2))[0]).toBe('2026-04-11T00:00:00.000Z');
});
