// @vitest-environment node
import { expect, it } from 'vitest';
import { normaliseOrigin } from '../../../server/domain/origin.ts';

it.each([
  ['https://shop.example', 'https://shop.example'],
  ['  HTTPS://Shop.Example  ', 'https://shop.example'],
  ['https://shop.example/', 'https://shop.example'],
  ['https://shop.example:443', 'https://shop.example'],
  ['http://shop.example:80', 'http://shop.example'],
  ['http://shop.example:443', 'http://shop.example:443'],
  ['http://localhost:4600', 'http://localhost:4600'],
  ['http://127.0.0.1:4600', 'http://127.0.0.1:4600'],
  ['http://[::1]:4600', 'http://[::1]:4600'],
  ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
])('D8 takes %s as %s', (text, origin) => {
  expect(normaliseOrigin(text)).toEqual({ origin });
});

it.each([
  ['shop.example', 'write it as'],
  ['', 'write it as'],
  ['null', 'write it as'],
  ['*', 'write it as'],
  ['https://*.shop.example', 'wildcards'],
  ['https://shop.example/page', 'path'],
  ['https://shop.example?x=1', 'path'],
  ['https://shop.example#top', 'path'],
  ['https://me@shop.example', 'user name'],
  ['ftp://shop.example', 'http and https'],
  ['https://shop.example:0', 'port'],
  ['https://shop.example:65536', 'port'],
  ['https://shop.example:', 'port'],
  ['https://', 'host'],
  ['https://shop.example.', 'host'],
  ['https://-shop.example', 'host'],
  ['https://shop example', 'host'],
  ['https://shop.example,https://other.example', 'path'],
  ['https://bücher.example', 'xn--'],
])('D8 refuses %s and says why: %s', (text, why) => {
  const check = normaliseOrigin(text);
  expect(check).toHaveProperty('wrong', expect.stringContaining(why));
});
