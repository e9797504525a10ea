import { expect, test } from 'vitest';
import { type Address, matches } from '../../../widget/proactive/address.ts';

const at = (href: string): Address => {
  const { origin, pathname, search, hash } = new URL(href, 'https://shop.example');
  return { origin, path: pathname, search, hash };
};

test.each<[string, string, boolean]>([
  ['/', '/', true],
  ['/', '/basket', false],
  ['/basket', '/basket', true],
  ['/basket', '/basket/', true],
  ['/basket/', '/basket', true],
  ['/basket', '/basket/pay', false],
  ['/basket*', '/basket/pay', true],
  ['/products/*', '/products/mug?colour=blue#more', true],
  ['/products/*', '/products/', true],
  ['/products/*', '/about', false],
  ['*', '/whatever', true],
  ['*/pay', '/de/basket/pay', true],
  ['/*/pay/*', '/de/pay/card', true],
  ['/*/pay/*', '/de/pay', false],
  ['/search?q=*', '/search?q=mug', true],
  ['/search?q=*', '/search', false],
  ['/app#/basket', '/app#/basket', true],
  ['/app#/basket', '/app', false],
  ['https://shop.example/*', '/basket', true],
  ['https://other.example/*', '/basket', false],
  ['/café', '/caf%C3%A9', true],
  ['/a.b', '/axb', false],
  ['/(a+)+$', '/aaaa', false],
  ['/100%', '/100%', true],
  ['/Basket', '/basket', false],
  ['/**', '/a*b', true],
  ['/a*b', '/a*b', true],
  ['/*a', '/*aXa', true],
])('X2 %s at %s: %s', (pattern, href, expected) => {
  expect(matches(pattern, at(href))).toBe(expected);
});

test('X2 the worst pattern on the longest address costs a moment', () => {
  const pattern = `/${'*a'.repeat(99)}b`;
  const path = `/${'a'.repeat(100_000)}`;
  const before = process.cpuUsage();
  expect(matches(pattern, { origin: '', path, search: '', hash: '' })).toBe(false);
  // Of the processor: what others do meanwhile counts for nothing.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
});
