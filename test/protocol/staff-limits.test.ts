import { describe, expect, test } from 'vitest';
import * as limits from '../../protocol/wire/limits.ts';
import { staffRequests } from '../../protocol/wire/staff-schemas.ts';

const { department, member, routingPlan } = staffRequests;
const text = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const ana = (more: object) => ({
  ...{ name: 'Ana', role: 'agent', capacity: 4, siteIds: [], departments: [], skills: [], languages: [] },
  ...more,
});
const skilled = (count: number) => ana({ skills: many(count, (n) => ({ skill: `skill ${n}`, level: 3 })) });
const longTag = `eng${'-abcdefg'.repeat(4)}`;
const rule = (set: object, when: object = {}) => ({ rules: [{ name: 'VIP', when, set }] });
const steps = (count: number) => ({ relaxAfterMs: many(count, (n) => limits.ROUTING_STEP_MS_MIN + n) });

/** Each limit with a value that just passes and one that just does not. */
const BOTH_SIDES: [string, { safeParse(value: unknown): { success: boolean } }, unknown, unknown][] = [
  [
    'NAME_CHARS_MAX of a department',
    department,
    { name: text(limits.NAME_CHARS_MAX) },
    { name: text(limits.NAME_CHARS_MAX + 1) },
  ],
  [
    'DEPARTMENT_CAPACITY_MAX',
    department,
    { name: 'Sales', routing: { capacity: limits.DEPARTMENT_CAPACITY_MAX } },
    { name: 'Sales', routing: { capacity: limits.DEPARTMENT_CAPACITY_MAX + 1 } },
  ],
  [
    'SITE_ORIGINS_MAX',
    staffRequests.site,
    { name: 'Shop', origins: many(limits.SITE_ORIGINS_MAX, (n) => `https://shop${n}.example`) },
    { name: 'Shop', origins: many(limits.SITE_ORIGINS_MAX + 1, (n) => `https://shop${n}.example`) },
  ],
  ['AGENT_SKILLS_MAX', member, skilled(limits.AGENT_SKILLS_MAX), skilled(limits.AGENT_SKILLS_MAX + 1)],
  [
    'AGENT_LANGUAGES_MAX',
    member,
    ana({ languages: many(limits.AGENT_LANGUAGES_MAX, (n) => `en-${100 + n}`) }),
    ana({ languages: many(limits.AGENT_LANGUAGES_MAX + 1, (n) => `en-${100 + n}`) }),
  ],
  [
    'SKILL_CHARS_MAX',
    member,
    ana({ skills: [{ skill: text(limits.SKILL_CHARS_MAX), level: 1 }] }),
    ana({ skills: [{ skill: text(limits.SKILL_CHARS_MAX + 1), level: 1 }] }),
  ],
  [
    'SKILL_LEVEL_MIN',
    member,
    ana({ skills: [{ skill: 'a', level: limits.SKILL_LEVEL_MIN }] }),
    ana({ skills: [{ skill: 'a', level: limits.SKILL_LEVEL_MIN - 1 }] }),
  ],
  [
    'SKILL_LEVEL_MAX',
    member,
    ana({ skills: [{ skill: 'a', level: limits.SKILL_LEVEL_MAX }] }),
    ana({ skills: [{ skill: 'a', level: limits.SKILL_LEVEL_MAX + 1 }] }),
  ],
  [
    'LANGUAGE_CHARS_MAX',
    member,
    ana({ languages: [longTag.slice(0, limits.LANGUAGE_CHARS_MAX)] }),
    ana({ languages: [`${longTag}h`] }),
  ],
  ['one of each', member, ana({ languages: ['pt', 'en'] }), ana({ languages: ['pt', 'PT'] })],
  [
    'AGENT_CAPACITY_MAX',
    member,
    ana({ capacity: limits.AGENT_CAPACITY_MAX }),
    ana({ capacity: limits.AGENT_CAPACITY_MAX + 1 }),
  ],
  [
    'ROUTING_RULES_MAX',
    routingPlan,
    { rules: many(limits.ROUTING_RULES_MAX, () => rule({}).rules[0]) },
    { rules: many(limits.ROUTING_RULES_MAX + 1, () => rule({}).rules[0]) },
  ],
  [
    'ROUTING_PRIORITY_MAX',
    routingPlan,
    rule({ priority: limits.ROUTING_PRIORITY_MAX }),
    rule({ priority: limits.ROUTING_PRIORITY_MAX + 1 }),
  ],
  [
    'ROUTING_WEIGHT_MAX',
    routingPlan,
    { weights: { chat: limits.ROUTING_WEIGHT_MAX } },
    { weights: { chat: limits.ROUTING_WEIGHT_MAX + 1 } },
  ],
  [
    'RULE_WORDS_MAX',
    routingPlan,
    rule({}, { words: many(limits.RULE_WORDS_MAX, () => 'refund') }),
    rule({}, { words: many(limits.RULE_WORDS_MAX + 1, () => 'refund') }),
  ],
  [
    'RULE_TEXT_CHARS_MAX',
    routingPlan,
    rule({}, { page: text(limits.RULE_TEXT_CHARS_MAX) }),
    rule({}, { page: text(limits.RULE_TEXT_CHARS_MAX + 1) }),
  ],
  [
    'RULE_SKILLS_MAX',
    routingPlan,
    rule({ skills: many(limits.RULE_SKILLS_MAX, () => ({ skill: 'a', level: 1, required: true })) }),
    rule({ skills: many(limits.RULE_SKILLS_MAX + 1, () => ({ skill: 'a', level: 1, required: true })) }),
  ],
  [
    'ROUTING_STEP_MS_MIN',
    routingPlan,
    { answerMs: limits.ROUTING_STEP_MS_MIN },
    { answerMs: limits.ROUTING_STEP_MS_MIN - 1 },
  ],
  [
    'ROUTING_STEP_MS_MAX',
    routingPlan,
    { answerMs: limits.ROUTING_STEP_MS_MAX },
    { answerMs: limits.ROUTING_STEP_MS_MAX + 1 },
  ],
  ['RELAX_STEPS_MAX', routingPlan, steps(limits.RELAX_STEPS_MAX), steps(limits.RELAX_STEPS_MAX + 1)],
  ['MISSES_MAX', routingPlan, { missesMax: limits.MISSES_MAX }, { missesMax: limits.MISSES_MAX + 1 }],
];

describe('the limits of what owners set', () => {
  test.each(BOTH_SIDES)('%s', (_name, schema, inside, outside) => {
    expect(schema.safeParse(inside).success).toBe(true);
    expect(schema.safeParse(outside).success).toBe(false);
  });
});

test('T22 a name of a person, a department or a site turns nothing around it; what joins letters stays, and of signs alone nothing is a name', () => {
  const nameOf = (name: string) => department.safeParse({ name, routing: {} });
  expect(nameOf('Bo\u202enimda\u2067').data?.name).toBe('Bonimda');
  expect(member.safeParse(ana({ name: '\u202aAna\u202c' })).data?.name).toBe('Ana');
  for (const joined of ['می\u200cخواهم', '👩\u200d💻', 'אבג\u200f!']) expect(nameOf(joined).data?.name).toBe(joined);
  expect(nameOf('\u202e\u2069').success).toBe(false);
});
