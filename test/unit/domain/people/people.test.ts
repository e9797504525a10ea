// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { cartOf } from '../../../../server/domain/people/cart-of.ts';
import { cleanAddress } from '../../../../server/domain/people/clean-address.ts';
import { readDevice } from '../../../../server/domain/people/read-device.ts';

describe('J4 what the browser calls itself, as far as people care', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140', 'Linux', 'desktop'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      ...['Edge 140', 'Windows', 'desktop'],
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      ...['Safari 18', 'iOS', 'phone'],
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36',
      ...['Chrome 139', 'Android', 'phone'],
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Safari/537.36',
      ...['Samsung Internet 27', 'Android', 'tablet'],
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      ...['Safari 18', 'macOS', 'desktop'],
    ],
  ])('%s', (userAgent, browser, system, device) => {
    expect(readDevice(userAgent)).toEqual({ browser, system, device });
  });

  it('what is no browser is nothing, and a long one costs no time', () => {
    expect(readDevice(undefined)).toEqual({ browser: null, system: null, device: null });
    expect(readDevice('curl/8.0')).toEqual({ browser: null, system: null, device: null });
    expect(readDevice('Version/1'.repeat(100_000))).toEqual({ browser: null, system: null, device: null });
  });
});

describe('J5 an address without what may be a secret', () => {
  it.each([
    ['https://shop.example/a/b?token=1#x', 'https://shop.example/a/b'],
    ['https://user:pass@shop.example:8443/', 'https://shop.example:8443/'],
    ['https://shop.example?x=1', 'https://shop.example'],
    ['javascript:alert(1)', undefined],
    ['/relative', undefined],
    ['', undefined],
  ])('%s', (given, kept) => {
    expect(cleanAddress(given)).toBe(kept);
  });
});

describe('J6 what lies in the cart', () => {
  const cart = (at: number, properties: Record<string, string | number | null>) => ({ event: 'cart', properties, at });
  it('is what the page told last', () => {
    const events = [cart(20, { value: 30, currency: 'eur' }), cart(10, { value: 90 })];
    expect(cartOf({ events, attributes: {} }, null)).toEqual({ value: 30, currency: 'EUR', at: 20 });
  });
  it('is nothing once it was ordered, emptied or taken back', () => {
    expect(cartOf({ events: [cart(20, { value: 30 })], attributes: {} }, 20)).toBeNull();
    expect(cartOf({ events: [cart(20, { value: 0 }), cart(10, { value: 5 })], attributes: {} }, null)).toBeNull();
    expect(cartOf({ events: [cart(20, { value: null }), cart(10, { value: 5 })], attributes: {} }, null)).toBeNull();
  });
  it('a page may say it as an attribute; a cart without a value says nothing', () => {
    expect(cartOf({ events: [cart(20, {})], attributes: { cart: 12.5 } }, null)).toMatchObject({ value: 12.5 });
    expect(cartOf({ events: [cart(20, {})], attributes: {} }, null)).toBeNull();
  });
});
