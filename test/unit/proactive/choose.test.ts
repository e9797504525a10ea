import { expect, test } from 'vitest';
import type { ProactiveWhen } from '../../../protocol/wire/proactive.ts';
import { choose, isAnyLeft, type Moment } from '../../../widget/proactive/choose.ts';
import { countShown, putAway, readKept, visit, writeKept } from '../../../widget/proactive/record.ts';
import { moment, NOW, rule, told } from './rules.ts';

const fresh = () => readKept(null);
const DAY_MS = 24 * 3_600_000;

/** Each condition on both sides. */
test.each<[string, Partial<ProactiveWhen>, Partial<Moment>, Partial<Moment>]>([
  ['pages', { pages: ['/help', '/products/*'] }, {}, { address: { origin: '', path: '/about', search: '', hash: '' } }],
  [
    'exceptions',
    { afterMs: 0, notPages: ['*/basket'] },
    {},
    { address: { origin: '', path: '/basket', search: '', hash: '' } },
  ],
  ['languages', { languages: ['fr', 'DE'] }, {}, { language: 'den' }],
  ['a region', { languages: ['de-at'] }, {}, { language: 'de' }],
  ['time on the page', { afterMs: 10_000 }, {}, { onPageMs: 9_999 }],
  ['the way down', { scrolledPercent: 40 }, {}, { scrolledPercent: 39.9 }],
  ['leaving', { leaving: true }, { leaving: true }, { leaving: false }],
  ['visits', { visitsMin: 3 }, { visits: 3 }, { visits: 2 }],
  ['visits nobody counts', { visitsMin: 2 }, { visits: 2 }, { visits: null }],
  ['a cart', { cart: { from: 50, below: null } }, { cart: 50 }, { cart: 49.99 }],
  ['a cart between', { cart: { from: 50, below: 100 } }, { cart: 99.99 }, { cart: 100 }],
  ['a cart nobody named', { cart: { from: 0, below: null } }, { cart: 0 }, { cart: null }],
  ['an event', { event: 'viewed' }, { events: ['x', 'viewed'] }, { events: ['view'] }],
  ['a script that failed', { scriptError: true }, { scriptError: true }, { scriptError: false }],
  ['who returns', { returning: true }, { returning: true }, { returning: false }],
  ['who is new', { returning: false }, { returning: false }, { returning: true }],
])('X3 %s', (_name, when, holds, fails) => {
  const one = told([rule(when)]);
  expect(choose(one, moment(holds), fresh())?.key).toBe('help');
  expect(choose(one, moment(fails), fresh())).toBeNull();
});

test('X3 all that is named must hold, and the first rule in order that does is taken', () => {
  const both = rule({ afterMs: 5_000, event: 'viewed' }, { key: 'both' });
  const other = rule({ afterMs: 0 }, { key: 'other' });
  expect(choose(told([both, other]), moment({ events: ['viewed'] }), fresh())?.key).toBe('both');
  expect(choose(told([both, other]), moment(), fresh())?.key).toBe('other');
});

test('X7 nobody is met at the door', () => {
  const one = told([rule({ afterMs: 0 })]);
  expect(choose(one, moment({ onPageMs: 2_999 }), fresh())).toBeNull();
  expect(choose(one, moment({ onPageMs: 3_000 }), fresh())).not.toBeNull();
});

test('X5 a rule, a visit and a day each have their most', () => {
  const rules = ['a', 'b', 'c'].map((key) => rule({ afterMs: 0 }, { key, timesMax: 2 }));
  const kept = fresh();
  visit(kept, NOW);
  const next = (now: number, caps = { visitMax: 20, dayMax: 20 }) =>
    choose(told(rules, caps), moment({ now }), kept)?.key ?? null;
  countShown(kept, 'a', NOW);
  expect(next(NOW)).toBe('a');
  countShown(kept, 'a', NOW + 1);
  expect(next(NOW + 1)).toBe('b');
  expect(next(NOW + 1, { visitMax: 2, dayMax: 20 })).toBeNull();
  expect(next(NOW + 1, { visitMax: 3, dayMax: 20 })).toBe('b');
  expect(next(NOW + 1, { visitMax: 20, dayMax: 2 })).toBeNull();
  // A day after the first of them there is room for one.
  expect(next(NOW + DAY_MS, { visitMax: 20, dayMax: 2 })).toBe('b');
  visit(kept, NOW + 31 * 60_000);
  expect(next(NOW + 31 * 60_000, { visitMax: 1, dayMax: 20 })).toBe('b');
  putAway(kept, 'b');
  putAway(kept, 'c');
  expect(next(NOW + 31 * 60_000)).toBeNull();
  expect(isAnyLeft(told(rules), kept, NOW)).toBe(false);
});

test('X5 visits are counted by half an hour without a page; a clock that was set back is another visit', () => {
  const kept = fresh();
  for (const minute of [0, 29, 58, 89]) visit(kept, NOW + minute * 60_000);
  expect(kept.visits).toBe(2);
  visit(kept, NOW);
  expect(kept.visits).toBe(3);
});

test('X4 what is written comes back; under strict privacy only decisions are written', () => {
  const kept = fresh();
  visit(kept, NOW);
  countShown(kept, 'a', NOW);
  countShown(kept, 'b', NOW);
  putAway(kept, 'b');
  expect(readKept(writeKept(kept, 'counted'))).toEqual(kept);
  const strict = readKept(writeKept(kept, 'strict'));
  expect(strict).toEqual({ ...fresh(), rules: [{ key: 'b', shown: 0, gone: true }] });
  expect(writeKept(kept, 'strict')).not.toContain(String(NOW).slice(0, 6));
});

test.each(['', 'x', '2|1|1', '1|1|NaN|-5|1e9|a,b|:::,', `1|${'9'.repeat(9_000)}`])(
  'X10 what is not ours is nothing: %s',
  (text) => {
    const { visits, visitShown, lastAt } = readKept(text);
    expect({ visits, visitShown, lastAt }).toEqual({ visits: 0, visitShown: 0, lastAt: 0 });
  },
);
