import { expect, test } from 'vitest';
import { SITE_ORIGINS_MAX } from '../../protocol/wire/limits.ts';
import { lookSettings } from '../../protocol/wire/look-schemas.ts';
import * as limits from '../../protocol/wire/setup-limits.ts';
import { setupRequests } from '../../protocol/wire/setup-schemas.ts';

const text = (length: number) => 'x'.repeat(length);
const texts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`textA${text(n % 26)}${n > 25 ? letters(n) : ''}`, 'x']));
/** Names have letters only. */
const letters = (n: number) => String(n).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));

/** Each limit with a value that just passes and one that just does not. */
test.each<[string, unknown, unknown]>([
  ['LOOK_TEXTS_MAX', { texts: texts(limits.LOOK_TEXTS_MAX) }, { texts: texts(limits.LOOK_TEXTS_MAX + 1) }],
  [
    'LOOK_TEXT_CHARS_MAX',
    { texts: { textA: text(limits.LOOK_TEXT_CHARS_MAX) } },
    { texts: { textA: text(limits.LOOK_TEXT_CHARS_MAX + 1) } },
  ],
  ['LOOK_OFFSET_MAX', { offsetX: limits.LOOK_OFFSET_MAX }, { offsetY: limits.LOOK_OFFSET_MAX + 1 }],
  ['LOOK_RADIUS_MAX', { radius: limits.LOOK_RADIUS_MAX }, { radius: limits.LOOK_RADIUS_MAX + 1 }],
  ['LOOK_Z_INDEX_MAX', { zIndex: limits.LOOK_Z_INDEX_MAX }, { zIndex: limits.LOOK_Z_INDEX_MAX + 1 }],
  [
    'LOOK_SELECTOR_CHARS_MAX',
    { launcher: text(limits.LOOK_SELECTOR_CHARS_MAX) },
    { launcher: text(limits.LOOK_SELECTOR_CHARS_MAX + 1) },
  ],
])('Z11 %s', (_name, inside, outside) => {
  expect(lookSettings.safeParse(inside).success).toBe(true);
  expect(lookSettings.safeParse(outside).success).toBe(false);
});

test.each<[string, object]>([
  ['a colour by its name', { color: 'red' }],
  ['a logo that is no https address', { logo: 'http://shop.example/a.png' }],
  ['a logo that would end the policy’s word', { logo: 'https://shop.example/a.png;script-src *' }],
  ['a text with a name that no text has', { texts: { color: 'x' } }],
  ['a text of two lines', { texts: { textGreeting: 'a\nb' } }],
  ['a name that nobody knows', { colour: '#000000' }],
])('Z11 refused: %s', (_name, look) => {
  expect(lookSettings.safeParse(look).success).toBe(false);
});

test('U13 TEAM_TAGS_MAX', () => {
  const tags = (count: number) => ({ tags: Array.from({ length: count }, (_, n) => `tag ${n}`) });
  expect(setupRequests.teamTags.safeParse(tags(limits.TEAM_TAGS_MAX)).success).toBe(true);
  expect(setupRequests.teamTags.safeParse(tags(limits.TEAM_TAGS_MAX + 1)).success).toBe(false);
});

test('Z2 SITE_ORIGINS_MAX', () => {
  const origins = (count: number) => ({ name: 'Shop', origins: Array(count).fill('https://shop.example') });
  expect(setupRequests.site.safeParse(origins(SITE_ORIGINS_MAX)).success).toBe(true);
  expect(setupRequests.site.safeParse(origins(SITE_ORIGINS_MAX + 1)).success).toBe(false);
});
