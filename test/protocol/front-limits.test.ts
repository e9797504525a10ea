import { expect, test } from 'vitest';
import { FRONT_DEFAULT } from '../../protocol/wire/front.ts';
import { frontSettings } from '../../protocol/wire/front-schemas.ts';
import * as limits from '../../protocol/wire/limits.ts';
import { visitorCommands } from '../../protocol/wire/schemas.ts';

const text = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const field = (more: object = {}) => ({ key: 'order', label: 'Order', ...more });
const form = (more: object) => ({ form: more });
const fields = (count: number) => form({ fields: many(count, (n) => field({ key: `k${n}` })) });
const options = (count: number) => form({ fields: [field({ kind: 'choice', options: many(count, (n) => `o${n}`) })] });
const consent = (more: object) => form({ consent: { text: 'Yes', version: '1', ...more } });
const topics = (count: number) => ({ topics: many(count, (n) => ({ key: `k${n}`, label: 'Topic' })) });
const reasons = (count: number) => ({ reasons: many(count, (n) => `r${n}`) });

/** Each limit with a value that just passes and one that just does not. */
test.each<[string, unknown, unknown]>([
  ['FORM_FIELDS_MAX', fields(limits.FORM_FIELDS_MAX), fields(limits.FORM_FIELDS_MAX + 1)],
  ['FORM_OPTIONS_MAX', options(limits.FORM_OPTIONS_MAX), options(limits.FORM_OPTIONS_MAX + 1)],
  ['a choice of two', options(2), options(1)],
  [
    'CONSENT_CHARS_MAX',
    consent({ text: text(limits.CONSENT_CHARS_MAX) }),
    consent({ text: text(limits.CONSENT_CHARS_MAX + 1) }),
  ],
  ['TOPICS_MAX', topics(limits.TOPICS_MAX), topics(limits.TOPICS_MAX + 1)],
  ['REASONS_MAX', reasons(limits.REASONS_MAX), reasons(limits.REASONS_MAX + 1)],
  ['REASON_CHARS_MAX', { reasons: [text(limits.REASON_CHARS_MAX)] }, { reasons: [text(limits.REASON_CHARS_MAX + 1)] }],
  ['each key once', fields(2), form({ fields: [field(), field()] })],
  ['a form that asks for something', form({ asksComplaint: true }), form({})],
  ['a plain key', form({ fields: [field({ key: 'order_no' })] }), form({ fields: [field({ key: '__proto__' })] })],
  [
    'a key that no object has by itself',
    form({ fields: [field({ key: 'constructors' })] }),
    form({ fields: [field({ key: 'constructor' })] }),
  ],
  [
    'an https link',
    { banner: { text: 'Late', link: 'https://status.example.org/' } },
    { banner: { text: 'Late', link: 'javascript:alert(1)' } },
  ],
  ['known names', { greeting: 'Hello' }, { greetings: 'Hello' }],
])('B1 %s', (_name, passes, fails) => {
  expect(frontSettings.safeParse(passes)).toMatchObject({ success: true });
  expect(frontSettings.safeParse(fails)).toMatchObject({ success: false });
});

test('B1 what is not named takes its default', () => {
  expect(frontSettings.parse({})).toEqual(FRONT_DEFAULT);
});

test('B4 FORM_VALUE_CHARS_MAX of an answer', () => {
  const open = (value: string) =>
    visitorCommands['conversation:open'].safeParse({
      ...{ clientId: 'a'.repeat(limits.CLIENT_ID_CHARS_MIN), body: 'Hello' },
      intake: { fields: { order: value } },
    }).success;
  expect(open(text(limits.FORM_VALUE_CHARS_MAX))).toBe(true);
  expect(open(text(limits.FORM_VALUE_CHARS_MAX + 1))).toBe(false);
});
