import { z } from 'zod';
import * as limits from './limits.ts';
import { PROACTIVE_DEFAULT, PROACTIVE_WHEN_ANY, type ProactiveSettings, type ProactiveWhen } from './proactive.ts';

/** What owners write about messages that come by themselves (X rules). */

const CONTROL = /[\p{Cc}\p{Surrogate}]/u;
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((written) => !CONTROL.test(written), 'One line without control characters.');
const pattern = line(limits.PROACTIVE_PATTERN_CHARS_MAX).regex(
  /^(?:\/|\*|https?:\/\/)\S*$/i,
  'A path such as /basket*, or an address that begins with https://.',
);
const patterns = z.array(pattern).max(limits.PROACTIVE_PATTERNS_MAX).default([]);
const amount = z.number().min(0).max(limits.PROACTIVE_CART_MAX);

const when = z
  .strictObject({
    pages: patterns,
    notPages: patterns,
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, 'A language tag such as de or pt-BR.'))
      .max(limits.PROACTIVE_PATTERNS_MAX)
      .default([]),
    afterMs: z.number().int().min(0).max(limits.PROACTIVE_AFTER_MS_MAX).nullable().default(null),
    scrolledPercent: z.number().int().min(1).max(100).nullable().default(null),
    leaving: z.boolean().default(false),
    visitsMin: z.number().int().min(2).max(limits.PROACTIVE_VISITS_MAX).nullable().default(null),
    cart: z
      .strictObject({ from: amount, below: amount.nullable().default(null) })
      .refine(({ from, below }) => below === null || below > from, {
        path: ['below'],
        message: 'More than the value it begins with.',
      })
      .nullable()
      .default(null),
    event: line(limits.EVENT_NAME_CHARS_MAX).nullable().default(null),
    scriptError: z.boolean().default(false),
    returning: z.boolean().nullable().default(null),
  })
  .refine((given) => !isAlways(given), 'A message needs something that it waits for.');

const rule = z.strictObject({
  key: z
    .string()
    .max(limits.SKILL_CHARS_MAX)
    .regex(/^[a-z][a-z0-9_]*$/, 'Small letters, digits and _, a letter first.'),
  name: line(limits.NAME_CHARS_MAX),
  on: z.boolean().default(true),
  text: line(limits.PROACTIVE_TEXT_CHARS_MAX),
  timesMax: z.number().int().min(1).max(limits.PROACTIVE_TIMES_MAX).default(1),
  when,
});

export const proactiveSettings: z.ZodType<ProactiveSettings> = z
  .strictObject({
    on: z.boolean().default(PROACTIVE_DEFAULT.on),
    privacy: z.enum(['strict', 'counted']).default(PROACTIVE_DEFAULT.privacy),
    visitMax: z.number().int().min(1).max(limits.PROACTIVE_TIMES_MAX).default(PROACTIVE_DEFAULT.visitMax),
    dayMax: z.number().int().min(1).max(limits.PROACTIVE_TIMES_MAX).default(PROACTIVE_DEFAULT.dayMax),
    whileThere: z.boolean().default(PROACTIVE_DEFAULT.whileThere),
    rules: z
      .array(rule)
      .max(limits.PROACTIVE_RULES_MAX)
      .refine((rules) => new Set(rules.map(({ key }) => key)).size === rules.length, 'Each key once.')
      .default([]),
  })
  .default(PROACTIVE_DEFAULT);

/** Nothing but exceptions and languages is nothing to wait for. */
function isAlways(given: ProactiveWhen): boolean {
  const { notPages: _, languages: __, ...rest } = given;
  const { notPages: ___, languages: ____, ...any } = PROACTIVE_WHEN_ANY;
  return Object.entries(any).every(([name, value]) => {
    const here = rest[name as keyof typeof rest];
    return Array.isArray(here) ? here.length === 0 : here === value;
  });
}
