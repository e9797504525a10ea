import { expect, test } from 'vitest';
import * as limits from '../../protocol/wire/limits.ts';
import { PROACTIVE_DEFAULT, PROACTIVE_WHEN_ANY } from '../../protocol/wire/proactive.ts';
import { proactiveSettings } from '../../protocol/wire/proactive-schemas.ts';
import { visitorCommands } from '../../protocol/wire/schemas.ts';

const text = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const one = (more: object = {}) => ({ key: 'a', name: 'A', text: 'Can we help?', when: { afterMs: 0 }, ...more });
const rules = (count: number) => ({ rules: many(count, (n) => one({ key: `k${n}` })) });
const of = (more: object) => ({ rules: [one(more)] });
const when = (more: object) => of({ when: more });

/** Each limit with a value that just passes and one that just does not. */
test.each<[string, unknown, unknown]>([
  ['PROACTIVE_RULES_MAX', rules(limits.PROACTIVE_RULES_MAX), rules(limits.PROACTIVE_RULES_MAX + 1)],
  [
    'PROACTIVE_TEXT_CHARS_MAX',
    of({ text: text(limits.PROACTIVE_TEXT_CHARS_MAX) }),
    of({ text: text(limits.PROACTIVE_TEXT_CHARS_MAX + 1) }),
  ],
  [
    'PROACTIVE_PATTERNS_MAX',
    when({ pages: many(limits.PROACTIVE_PATTERNS_MAX, (n) => `/${n}`) }),
    when({ pages: many(limits.PROACTIVE_PATTERNS_MAX + 1, (n) => `/${n}`) }),
  ],
  [
    'PROACTIVE_PATTERN_CHARS_MAX',
    when({ pages: [`/${text(limits.PROACTIVE_PATTERN_CHARS_MAX - 1)}`] }),
    when({ pages: [`/${text(limits.PROACTIVE_PATTERN_CHARS_MAX)}`] }),
  ],
  [
    'PROACTIVE_AFTER_MS_MAX',
    when({ afterMs: limits.PROACTIVE_AFTER_MS_MAX }),
    when({ afterMs: limits.PROACTIVE_AFTER_MS_MAX + 1 }),
  ],
  [
    'PROACTIVE_VISITS_MAX',
    when({ visitsMin: limits.PROACTIVE_VISITS_MAX }),
    when({ visitsMin: limits.PROACTIVE_VISITS_MAX + 1 }),
  ],
  [
    'PROACTIVE_CART_MAX',
    when({ cart: { from: limits.PROACTIVE_CART_MAX } }),
    when({ cart: { from: limits.PROACTIVE_CART_MAX + 1 } }),
  ],
  [
    'PROACTIVE_TIMES_MAX of a rule',
    of({ timesMax: limits.PROACTIVE_TIMES_MAX }),
    of({ timesMax: limits.PROACTIVE_TIMES_MAX + 1 }),
  ],
  [
    'PROACTIVE_TIMES_MAX of a visit',
    { visitMax: limits.PROACTIVE_TIMES_MAX },
    { visitMax: limits.PROACTIVE_TIMES_MAX + 1 },
  ],
  ['at least one in a day', { dayMax: 1 }, { dayMax: 0 }],
  ['a repeated visit is the second', when({ visitsMin: 2 }), when({ visitsMin: 1 })],
  ['a percent', when({ scrolledPercent: 100 }), when({ scrolledPercent: 101 })],
  ['an upper end above the lower', when({ cart: { from: 5, below: 6 } }), when({ cart: { from: 5, below: 5 } })],
  ['a path, or an address', when({ pages: ['https://shop.example/*'] }), when({ pages: ['basket'] })],
  ['a language', when({ languages: ['pt-BR'], afterMs: 0 }), when({ languages: ['Português'], afterMs: 0 })],
  ['something to wait for', when({ leaving: true }), when({ notPages: ['/'], languages: ['de'] })],
  ['each key once', rules(2), { rules: [one(), one()] }],
  ['a plain key', of({ key: 'k_1' }), of({ key: '__proto__' })],
  ['one line', of({ text: 'One' }), of({ text: 'One\nTwo' })],
  ['known names', when({ event: 'seen' }), when({ events: 'seen' })],
])('X3 %s', (_name, passes, fails) => {
  expect(proactiveSettings.safeParse(passes)).toMatchObject({ success: true });
  expect(proactiveSettings.safeParse(fails)).toMatchObject({ success: false });
});

test('X3 what is not named takes its default', () => {
  expect(proactiveSettings.parse({})).toEqual(PROACTIVE_DEFAULT);
  expect(proactiveSettings.parse(rules(1)).rules[0]).toEqual({
    ...{ key: 'k0', name: 'A', on: true, text: 'Can we help?', timesMax: 1 },
    when: { ...PROACTIVE_WHEN_ANY, afterMs: 0 },
  });
});

test('X9 the key that goes with a conversation', () => {
  const open = (proactive: string) =>
    visitorCommands['conversation:open'].safeParse({
      ...{ clientId: 'a'.repeat(limits.CLIENT_ID_CHARS_MIN), body: 'Hello' },
      intake: { proactive },
    }).success;
  expect(open(text(limits.SKILL_CHARS_MAX))).toBe(true);
  expect(open(text(limits.SKILL_CHARS_MAX + 1))).toBe(false);
});
