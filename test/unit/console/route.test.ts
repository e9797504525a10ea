import { expect, test } from 'vitest';
import { spanOf } from '../../../console/model/periods.ts';
import { formatRoute, parseRoute, type Route } from '../../../console/model/route.ts';

test('addresses lead back to where they came from', () => {
  const routes: Route[] = [
    { name: 'inbox', conversationId: null },
    { name: 'inbox', conversationId: 'a/b ?' },
    { name: 'reports', period: '30', which: 'rated' },
    { name: 'reports', period: 'today', which: null },
    { name: 'settings', page: 'account' },
  ];
  for (const route of routes) expect(parseRoute(formatRoute(route))).toEqual(route);
});

test('what nobody knows is the inbox, and a broken escape is no crash', () => {
  expect(parseRoute('/console/')).toEqual({ name: 'inbox', conversationId: null });
  expect(parseRoute('/console/nowhere/at/all')).toEqual({ name: 'inbox', conversationId: null });
  expect(parseRoute('/console/inbox/%E0%A4%A')).toEqual({ name: 'inbox', conversationId: '%E0%A4%A' });
  expect(parseRoute('/console/reports?period=999&which=x')).toEqual({ name: 'reports', period: 'today', which: null });
});

test('periods are whole local days up to the next midnight', () => {
  const asked: [number, number][] = [];
  const calendar = {
    zone: 'UTC',
    dayOf: String,
    startOfDay: (at: number, days: number) => {
      asked.push([at, days]);
      return days;
    },
  };
  expect(spanOf('today', 5, calendar)).toEqual({ from: 0, to: 1 });
  expect(spanOf('7', 5, calendar)).toEqual({ from: -6, to: 1 });
  expect(spanOf('30', 5, calendar)).toEqual({ from: -29, to: 1 });
});
