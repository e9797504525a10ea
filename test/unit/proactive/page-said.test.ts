import { expect, test } from 'vitest';
import { type Call, hearCalls, type PageSaid } from '../../../widget/proactive/page-said.ts';

const nothing = (): PageSaid => ({ cart: null, currency: '', returning: false, events: [] });
function heard(...calls: Call[]): PageSaid {
  const said = nothing();
  hearCalls(calls, null, said);
  return said;
}

test.each<[string, Call[], number | null]>([
  ['an attribute', [['setAttributes', { cart: 12.5 }]], 12.5],
  ['an event', [['track', 'cart', { value: 80 }]], 80],
  [
    'the last of both',
    [
      ['setAttributes', { cart: 1 }],
      ['track', 'cart', { value: 2 }],
    ],
    2,
  ],
  ['a number as a text', [['setAttributes', { cart: '99.90' }]], 99.9],
  [
    'taken away',
    [
      ['setAttributes', { cart: 1 }],
      ['setAttributes', { cart: null }],
    ],
    null,
  ],
  [
    'another attribute',
    [
      ['setAttributes', { cart: 1 }],
      ['setAttributes', { plan: 'pro' }],
    ],
    1,
  ],
  [
    'no number',
    [
      ['setAttributes', { cart: 1 }],
      ['setAttributes', { cart: 'much' }],
    ],
    1,
  ],
  ['nothing at all', [['setAttributes'], ['track'], ['track', 'cart'], ['open']], null],
])('X6 the cart: %s', (_name, calls, cart) => {
  expect(heard(...calls).cart).toBe(cart);
});

test('X6 events and who returns; each call is heard once, also where older ones fell out of the list', () => {
  const said = nothing();
  const calls: Call[] = [
    ['track', 'a'],
    ['setAttributes', { returning: true }],
  ];
  let last = hearCalls(calls, null, said);
  expect(said).toEqual({ ...nothing(), returning: true, events: ['a'] });
  calls.shift();
  calls.push(['track', 'b'], ['track', 'b']);
  last = hearCalls(calls, last, said);
  expect(said.events).toEqual(['a', 'b']);
  // The panel took them.
  calls.splice(0);
  last = hearCalls(calls, last, said);
  calls.push(['track', 'c']);
  hearCalls(calls, last, said);
  expect(said.events).toEqual(['a', 'b', 'c']);
});

test('X10 what a library put on every object is not said by the page', () => {
  const calls = [['setAttributes', { plan: 'pro' }]];
  const said = nothing();
  Object.defineProperty(Object.prototype, 'cart', { value: 500, configurable: true, enumerable: true, writable: true });
  try {
    hearCalls(calls, null, said);
  } finally {
    delete (Object.prototype as { cart?: unknown }).cart;
  }
  expect(said.cart).toBeNull();
});

test.each<[string, Call[], string]>([
  ['an event', [['track', 'cart', { value: 80, currency: 'eur' }]], 'EUR'],
  ['an attribute', [['setAttributes', { cart: 1, currency: 'USD' }]], 'USD'],
  [
    'the last one counts',
    [
      ['setAttributes', { currency: 'USD' }],
      ['track', 'cart', { value: 2 }],
    ],
    '',
  ],
  ['what is none', [['track', 'cart', { value: 80, currency: '<b>' }]], ''],
  ['no text', [['setAttributes', { cart: 1, currency: 840 }]], ''],
])('X6 the currency of the cart: %s', (_name, calls, currency) => {
  expect(heard(...calls).currency).toBe(currency);
});
