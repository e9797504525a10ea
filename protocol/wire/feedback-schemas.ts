import { z } from 'zod';
import type { AgentCommands } from './events.ts';
import { FEEDBACK_FILTERS, type FeedbackFilter } from './feedback.ts';
import * as limits from './limits.ts';
import { FEEDBACK_DEFAULT, type FeedbackSettings } from './rating-settings.ts';

/** What owners set for ratings and follow-ups, and the commands about follow-ups. Server only, as schemas.ts. */

const CONTROL = /[\p{Cc}\p{Surrogate}]/u;
const question = z
  .string()
  .trim()
  .min(1)
  .max(limits.QUESTION_CHARS_MAX)
  .refine((written) => !CONTROL.test(written), 'One line without control characters.')
  .optional();
const language = z
  .string()
  .max(limits.LANGUAGE_CHARS_MAX)
  .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, 'A language tag such as pt or pt-BR.');

const usual = FEEDBACK_DEFAULT.followUp;
const rule = z.strictObject({
  lowScoreMax: z.number().int().min(limits.SCORE_MIN).max(limits.LOW_SCORE_MAX).nullable().default(usual.lowScoreMax),
  onUnresolved: z.boolean().default(usual.onUnresolved),
  onComplaint: z.boolean().default(usual.onComplaint),
  owner: z.enum(['agent', 'supervisor']).default(usual.owner),
  dueInMs: z.number().int().min(limits.FOLLOW_UP_DUE_MS_MIN).max(limits.FOLLOW_UP_DUE_MS_MAX).default(usual.dueInMs),
  mails: z.boolean().default(usual.mails),
});

export const feedbackSettings: z.ZodType<FeedbackSettings> = z
  .strictObject({
    asksEffort: z.boolean().default(false),
    asksRecommend: z.boolean().default(false),
    offersAnonymous: z.boolean().default(false),
    words: z
      .record(language, z.strictObject({ score: question, effort: question, recommend: question }))
      .refine(
        (given) => Object.keys(given).length <= limits.QUESTION_LANGUAGES_MAX,
        `At most ${limits.QUESTION_LANGUAGES_MAX} languages.`,
      )
      .default({}),
    followUp: rule.default(usual),
  })
  .default(FEEDBACK_DEFAULT);

const id = z.string().min(1).max(limits.ID_CHARS_MAX);
const instant = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const note = z
  .string()
  .trim()
  .max(limits.FOLLOW_UP_NOTE_CHARS_MAX)
  .refine(
    (written) => !written.includes('\u0000') && !/\p{Surrogate}/u.test(written),
    'The text holds a NUL character or half of a surrogate pair.',
  );

type Name = 'followup:list' | 'followup:add' | 'followup:change' | 'followup:done' | 'feedback:own';

export const followUpsOf = z.enum(['open', 'done']);

export const followUpCommands: { [N in Name]: z.ZodType<AgentCommands[N]['in']> } = {
  'followup:list': z.object({
    list: followUpsOf,
    after: z.object({ at: instant, id }).optional(),
  }),
  'followup:add': z.object({
    conversationId: id,
    clientId: z
      .string()
      .min(limits.CLIENT_ID_CHARS_MIN)
      .max(limits.CLIENT_ID_CHARS_MAX)
      .regex(/^[A-Za-z0-9_-]+$/, 'Use only letters, digits, _ and -.'),
    kind: z.enum(['by_hand', 'snooze']),
    dueAt: instant,
    ownerId: id.nullable().optional(),
    note: note.optional(),
  }),
  'followup:change': z
    .object({ id, ownerId: id.nullable().optional(), dueAt: instant.optional() })
    .refine((given) => given.ownerId !== undefined || given.dueAt !== undefined, 'Say what changes.'),
  'followup:done': z.object({
    id,
    outcome: z.enum(['won_back', 'not_won_back', 'no_answer', 'done']),
    note: note.optional(),
  }),
  'feedback:own': z.object({}),
};

export const feedbackFilter: z.ZodType<FeedbackFilter> = z.enum(FEEDBACK_FILTERS);
