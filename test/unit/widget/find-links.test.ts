import { expect, test } from 'vitest';
import { findLinks } from '../../../widget/ui/find-links.ts';

const joined = (text: string) =>
  findLinks(text)
    .map(({ text: piece }) => piece)
    .join('');
const links = (text: string) => findLinks(text).filter(({ href }) => href !== undefined);

test('W20: an address in a sentence is a link, its full stop and brackets are not', () => {
  expect(findLinks('See https://example.com/a?b=1#c, please.')).toEqual([
    { text: 'See ' },
    { text: 'https://example.com/a?b=1#c', href: 'https://example.com/a?b=1#c' },
    { text: ', please.' },
  ]);
  expect(links('(at www.example.com)')).toEqual([{ text: 'www.example.com', href: 'https://www.example.com/' }]);
  expect(links('https://en.wikipedia.org/wiki/Clay_(pot)')[0]?.text).toBe('https://en.wikipedia.org/wiki/Clay_(pot)');
  expect(links('Write to ana@example.co.uk.')).toEqual([
    { text: 'ana@example.co.uk', href: 'mailto:ana@example.co.uk' },
  ]);
  expect(links('Or mailto:ana@example.com, if you like.')).toEqual([
    { text: 'mailto:ana@example.com', href: 'mailto:ana@example.com' },
  ]);
});

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT://example.com/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.com/x',
  'https://',
  'http://single',
  'https://exa\u202emple.com',
  'https://exam\u200bple.com/',
  'http://[::zz]/',
  'no address at all, just 3:45 and a@b',
])('P21: %j becomes no link, and nothing of it is lost', (text) => {
  expect(links(text).map(({ href }) => href)).toEqual([]);
  expect(joined(text)).toBe(text);
});

test('W20: where the text would hide where a link leads, the host is named', () => {
  expect(links('https://аррӏе.com/login')).toEqual([
    { text: 'https://аррӏе.com/login', href: 'https://xn--80ak6aa92e.com/login', host: 'xn--80ak6aa92e.com' },
  ]);
  expect(links('https://paypal.com@evil.example/x')[0]?.host).toBe('evil.example');
  expect(links('https://Example.com/')[0]?.host).toBeUndefined();
});

test('P21: whatever is written, the pieces are the text, and every link is of the web or of e-mail', () => {
  const parts = [
    'https://',
    'www.',
    'a.b',
    '@',
    '"',
    '<',
    '>',
    "'",
    '(',
    ')',
    ' ',
    '\n',
    'javascript:',
    '%00',
    '\\',
    '🙂',
  ];
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed;
  };
  for (let round = 0; round < 2_000; round += 1) {
    const text = Array.from({ length: 12 }, () => parts[next() % parts.length]).join('');
    expect(joined(text)).toBe(text);
    for (const { href } of links(text)) expect(href).toMatch(/^(?:https?:\/\/|mailto:)/);
  }
});
