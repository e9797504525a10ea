import { expect, test } from 'vitest';
import * as limits from '../../protocol/wire/outside-limits.ts';
import { outsideRequests, outsideSettings } from '../../protocol/wire/outside-schemas.ts';

const text = (length: number) => 'x'.repeat(length);
const panel = (more: object = {}) => ({ id: 'a', title: 'Orders', url: 'https://api.shop.example', ...more });
const panels = (count: number) => ({ panels: Array.from({ length: count }, (_, at) => panel({ id: `p-${at}` })) });
const one = (more: object) => ({ panels: [panel(more)] });
const { PANEL_TITLE_CHARS_MAX, OUTSIDE_URL_CHARS_MAX, PANELS_MAX } = limits;

/** Each limit with a value that just passes and one that just does not. */
test.each([
  ['PANELS_MAX', outsideSettings, panels(PANELS_MAX), panels(PANELS_MAX + 1)],
  [
    'PANEL_TITLE_CHARS_MAX',
    outsideSettings,
    one({ title: text(PANEL_TITLE_CHARS_MAX) }),
    one({ title: text(PANEL_TITLE_CHARS_MAX + 1) }),
  ],
  [
    'OUTSIDE_URL_CHARS_MAX',
    outsideSettings,
    one({ url: text(OUTSIDE_URL_CHARS_MAX) }),
    one({ url: text(OUTSIDE_URL_CHARS_MAX + 1) }),
  ],
  ['a title says something, in one line', outsideSettings, one({ title: ' a ' }), one({ title: ' ' })],
  ['a title is one line', outsideSettings, one({ title: 'a b' }), one({ title: 'a\nb' })],
  ['an id is small', outsideSettings, one({ id: text(40) }), one({ id: text(41) })],
  ['an id is plain', outsideSettings, one({ id: 'a-1' }), one({ id: 'A/1' })],
  ['nothing else is named', outsideSettings, one({}), one({ secret: 'x' })],
  ['a try names a panel', outsideRequests.try, { panel: panel() }, {}],
])('CS1 %s', (_, schema, good, bad) => {
  expect(schema.safeParse(good).success).toBe(true);
  expect(schema.safeParse(bad).success).toBe(false);
});
