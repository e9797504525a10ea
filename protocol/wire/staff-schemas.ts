import { z } from 'zod';
import * as limits from './limits.ts';
import { ROLES } from './permissions.ts';
import type { Given, RoutingPlan, RoutingRule, RoutingSettings } from './routing.ts';
import { body, id, languageTag, newAgent, personName, plain } from './schemas.ts';

/** Bodies of the routes by which owners and admins set up the team. Server only, as schemas.ts. */

const word = plain(limits.SKILL_CHARS_MAX)
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, 'Letters, digits, spaces, dots and dashes.');
const language = languageTag;
const level = z.number().int().min(limits.SKILL_LEVEL_MIN).max(limits.SKILL_LEVEL_MAX);
const lengthMs = z.number().int().min(limits.ROUTING_STEP_MS_MIN).max(limits.ROUTING_STEP_MS_MAX);
const importance = z.enum(['ignore', 'prefer', 'require']);

const settings = {
  choice: z.enum(['least_share', 'longest_idle', 'round_robin']).optional(),
  delivery: z.enum(['assign', 'offer']).optional(),
  offerMs: lengthMs.optional(),
  answerMs: lengthMs.nullable().optional(),
  missesMax: z.number().int().min(1).max(limits.MISSES_MAX).nullable().optional(),
  knownAgentMs: lengthMs.nullable().optional(),
  targetMs: lengthMs.nullable().optional(),
  relaxAfterMs: z
    .array(lengthMs)
    .min(1)
    .max(limits.RELAX_STEPS_MAX)
    .refine(
      (steps) => steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0)),
      'Each later than the one before.',
    )
    .optional(),
  language: importance.optional(),
  inactiveMs: lengthMs.nullable().optional(),
  capacity: z.number().int().min(1).max(limits.DEPARTMENT_CAPACITY_MAX).nullable().optional(),
};

const rule = z.object({
  name: personName,
  when: z.object({
    siteId: id.optional(),
    page: plain(limits.RULE_TEXT_CHARS_MAX).min(1).optional(),
    words: z.array(plain(limits.SKILL_CHARS_MAX).trim().min(1)).min(1).max(limits.RULE_WORDS_MAX).optional(),
    attribute: z
      .object({ name: plain(limits.SKILL_CHARS_MAX).min(1), value: plain(limits.RULE_TEXT_CHARS_MAX) })
      .optional(),
    language: language.optional(),
    returning: z.boolean().optional(),
    lastScoreMax: z.number().int().min(limits.SCORE_MIN).max(limits.SCORE_MAX).optional(),
  }),
  set: z.object({
    departmentId: id.optional(),
    skills: z
      .array(z.object({ skill: word, level, required: z.boolean() }))
      .max(limits.RULE_SKILLS_MAX)
      .optional(),
    language: importance.optional(),
    priority: z.number().int().min(0).max(limits.ROUTING_PRIORITY_MAX).optional(),
  }),
}) satisfies z.ZodType<RoutingRule>;

const once = <T>(list: T[], keyOf: (one: T) => unknown) => new Set(list.map(keyOf)).size === list.length;

export const staffRequests = {
  newMember: newAgent.extend({ role: z.enum(ROLES), roleId: id.nullable().default(null) }),
  newPassword: newAgent.pick({ password: true }),
  site: z.object({ name: personName, origins: z.array(plain(limits.PAGE_URL_CHARS_MAX)).max(limits.SITE_ORIGINS_MAX) }),
  department: z.object({
    siteId: id.nullable().default(null),
    name: personName,
    routing: z.object(settings).default({}),
  }),
  reply: z.object({
    shortcut: plain(limits.SHORTCUT_CHARS_MAX)
      .trim()
      .toLowerCase()
      .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u, 'Letters, digits, dots and dashes, without spaces.'),
    body,
    departmentId: id.nullable().default(null),
    own: z.boolean().optional(),
  }),
  face: z.object({
    title: plain(limits.FACE_TITLE_CHARS_MAX)
      .trim()
      .regex(/^\P{Cc}*$/u, 'No control characters.')
      .default(''),
    /** Base 64: four characters for three bytes. */
    picture: z
      .base64()
      .max(Math.ceil(limits.FACE_PICTURE_BYTES_MAX / 3) * 4)
      .nullable()
      .optional(),
  }),
  member: z.object({
    name: personName,
    role: z.enum(ROLES),
    roleId: id.nullable().default(null),
    capacity: z.number().int().min(1).max(limits.AGENT_CAPACITY_MAX),
    siteIds: z.array(id).max(limits.DEPARTMENTS_MAX),
    departments: z
      .array(
        z.object({
          departmentId: id,
          capacity: z.number().int().min(1).max(limits.AGENT_CAPACITY_MAX).nullable().default(null),
        }),
      )
      .max(limits.DEPARTMENTS_MAX)
      .refine((list) => once(list, (one) => one.departmentId), 'Each department once.'),
    skills: z
      .array(z.object({ skill: word, level }))
      .max(limits.AGENT_SKILLS_MAX)
      .refine((list) => once(list, (one) => one.skill), 'Each skill once.'),
    languages: z
      .array(language)
      .max(limits.AGENT_LANGUAGES_MAX)
      .refine((list) => once(list, (one) => one.toLowerCase()), 'Each language once.'),
  }),
  routingPlan: z.object({
    ...settings,
    priorityStepMs: lengthMs.optional(),
    weights: z
      .record(plain(limits.SKILL_CHARS_MAX).min(1), z.number().int().min(1).max(limits.ROUTING_WEIGHT_MAX))
      .optional(),
    rules: z.array(rule).max(limits.ROUTING_RULES_MAX).optional(),
    segmentTargets: z
      .record(plain(limits.TAG_CHARS_MAX).min(1), lengthMs)
      .refine((given) => Object.keys(given).length <= limits.TAGS_MAX, `At most ${limits.TAGS_MAX}.`)
      .optional(),
  }) satisfies z.ZodType<Given<RoutingPlan>>,
};

settings satisfies { [Name in keyof RoutingSettings]: z.ZodType };
