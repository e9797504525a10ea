import { z } from 'zod';
import { composerCommands } from './composer-schemas.ts';
import type { AgentCommands, AgentHello, VisitorCommands, VisitorHello, VisitorPollIn } from './events.ts';
import { followUpCommands } from './feedback-schemas.ts';
import { inboxCommands } from './inbox-schemas.ts';
import * as limits from './limits.ts';
import { MENTIONS_PER_NOTE_MAX, UNDO_MS_MAX } from './limits-of-composer.ts';
import { PREVIEW_CHARS_MAX } from './limits-of-preview.ts';
import { REDIRECT_NOTE_CHARS_MAX } from './limits-of-writing.ts';
import * as people from './people-limits.ts';
import { questionCommands } from './question-schemas.ts';
import { REPORT_AT_MAX, REPORT_MS_MAX } from './report-limits.ts';
import { revisionCommands } from './thread-schemas.ts';

/**
 * What the relay accepts, one schema for each command. Server only: never imported by what runs in a browser.
 * Unknown fields are ignored, so that a newer client may say more than an older relay understands.
 */

export const id = z.string().min(1).max(limits.ID_CHARS_MAX);
export const clientId = z
  .string()
  .min(limits.CLIENT_ID_CHARS_MIN)
  .max(limits.CLIENT_ID_CHARS_MAX)
  .regex(/^[A-Za-z0-9_-]+$/, 'Use only letters, digits, _ and -.');
const seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** PostgreSQL cannot hold NUL, and half a surrogate pair is no text anywhere. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}
/** In UTF-16 units, as every page counts them: the library itself counts code points, and an emoji is one of those. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((written) => written.length <= max, `At most ${max} UTF-16 units.`);
/** Not empty once white space is set aside; kept as written. */
export const body = text(limits.MESSAGE_CHARS_MAX)
  .refine((written) => written.trim().length > 0, 'Write something: the text is empty.')
  .refine(isStorable, 'The text holds a NUL character or half of a surrogate pair.');
const email = z.string().trim().max(limits.EMAIL_CHARS_MAX).email();
export const plain = (max: number) =>
  text(max).refine(isStorable, 'The text holds a NUL character or half of a surrogate pair.');
/** Signs that turn the direction of what follows: in a sentence they would turn the words around a name. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
const label = (max: number) =>
  plain(max)
    .overwrite((written) => written.replace(TURNS, ''))
    .trim()
    .min(1)
    .regex(/^[^\p{Cc}]+$/u, 'No control characters.');
const note = plain(limits.NOTE_CHARS_MAX);
const theConversation = z.object({ conversationId: id });
export const languageTag = z
  .string()
  .trim()
  .max(limits.LANGUAGE_CHARS_MAX)
  .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, 'A language tag such as pt or pt-BR.');
export const page = z.object({
  url: plain(limits.PAGE_URL_CHARS_MAX).regex(/^https?:\/\//i, 'Only http and https addresses.'),
  title: plain(limits.PAGE_TITLE_CHARS_MAX),
  // Browsers' own: a tag that we cannot read must not keep a message out.
  language: languageTag.optional().catch(undefined),
  zone: z.string().max(limits.ID_CHARS_MAX).optional().catch(undefined),
  referrer: plain(limits.PAGE_URL_CHARS_MAX).optional().catch(undefined),
});
const trail = z.object({
  zone: page.shape.zone,
  referrer: page.shape.referrer,
  pages: z
    .array(
      z.object({
        url: page.shape.url,
        title: page.shape.title,
        at: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
        ms: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
      }),
    )
    .max(people.TRAIL_PAGES_MAX),
});
const attributes = z
  .record(
    z
      .string()
      .max(limits.ATTRIBUTE_NAME_CHARS_MAX)
      .regex(/^\w[\w.-]*$/, 'Use only letters, digits, _, - and . in names.'),
    z.union([plain(limits.ATTRIBUTE_TEXT_CHARS_MAX), z.number(), z.boolean(), z.null()]),
  )
  .refine((given) => Object.keys(given).length <= limits.ATTRIBUTES_MAX, `At most ${limits.ATTRIBUTES_MAX}.`);
const nothing = z.object({});
const position = z.object({ conversationId: id, afterSeq: seq });
const send = z.object({ conversationId: id, clientId, body, quote: seq.min(1).optional() });
const typing = z.object({ conversationId: id, typing: z.boolean() });
const transcript = {
  conversationId: id,
  email,
  language: languageTag.optional().catch(undefined),
  zone: z.string().max(limits.ID_CHARS_MAX).optional().catch(undefined),
};
const receipt = z.object({ conversationId: id, deliveredSeq: seq, readSeq: seq });

export const visitorHello = z.object({
  version: z.number().int(),
  site: id,
  // Whatever a browser's storage answers: what no token can be is one that nobody has, and the browser forgets it.
  token: z.string().max(limits.ID_CHARS_MAX).optional().catch(''),
  epoch: id.optional(),
  resume: z.array(position).max(limits.RESUME_CONVERSATIONS_MAX).optional(),
  // The page's word: one that cannot be read is judged as a wrong one, and keeps nobody out.
  identity: z.string().max(limits.IDENTITY_CHARS_MAX).optional().catch(''),
}) satisfies z.ZodType<VisitorHello>;

export const visitorPoll = z.object({
  resume: z.array(position).max(limits.RESUME_CONVERSATIONS_MAX),
}) satisfies z.ZodType<VisitorPollIn>;

export const agentHello = z.object({
  version: z.number().int(),
  epoch: id.optional(),
}) satisfies z.ZodType<AgentHello>;

/** J18. Beyond it numbers are not exact, and are never needed. */
export const work = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

type Schemas<Table extends Record<string, { in: unknown }>> = { [N in keyof Table]: z.ZodType<Table[N]['in']> };

export const visitorCommands: Schemas<VisitorCommands> = {
  'conversation:open': z.object({
    clientId,
    body,
    email: email.optional(),
    page: page.optional(),
    department: plain(limits.NAME_CHARS_MAX).optional(),
    language: languageTag.optional(),
    attributes: z
      .record(plain(limits.SKILL_CHARS_MAX).min(1), plain(limits.RULE_TEXT_CHARS_MAX))
      .refine((given) => Object.keys(given).length <= limits.ATTRIBUTES_MAX, `At most ${limits.ATTRIBUTES_MAX}.`)
      .optional(),
    leave: z.boolean().optional(),
    intake: z
      .object({
        fields: z
          .record(z.string().max(limits.SKILL_CHARS_MAX), plain(limits.FORM_VALUE_CHARS_MAX))
          .refine((given) => Object.keys(given).length <= limits.FORM_FIELDS_MAX, `At most ${limits.FORM_FIELDS_MAX}.`)
          .optional(),
        topic: z.string().max(limits.SKILL_CHARS_MAX).optional(),
        consent: plain(limits.SKILL_CHARS_MAX).optional(),
        complaint: z.boolean().optional(),
        proactive: z.string().max(limits.SKILL_CHARS_MAX).optional(),
      })
      .optional(),
    work: work.optional(),
  }),
  'message:send': send,
  'conversation:sync': position,
  'conversation:close': z.object({ conversationId: id }),
  'conversation:rate': z.object({
    conversationId: id,
    episode: z.number().int().min(1),
    score: z.number().int().min(limits.SCORE_MIN).max(limits.SCORE_MAX),
    comment: plain(limits.COMMENT_CHARS_MAX).optional(),
    reasons: z.array(plain(limits.REASON_CHARS_MAX).trim().min(1)).max(limits.REASONS_MAX).optional(),
    solved: z.enum(['yes', 'partly', 'no']).optional(),
    complaint: z.boolean().optional(),
    effort: z.number().int().min(limits.EFFORT_MIN).max(limits.EFFORT_MAX).optional(),
    recommend: z.number().int().min(limits.RECOMMEND_MIN).max(limits.RECOMMEND_MAX).optional(),
    anonymous: z.boolean().optional(),
  }),
  'conversation:redirect': z.object({
    conversationId: id,
    topic: z.string().min(1).max(limits.SKILL_CHARS_MAX),
    note: plain(REDIRECT_NOTE_CHARS_MAX).optional(),
  }),
  'conversation:contact': z.object({ conversationId: id, email }),
  'typing:set': typing.extend({ text: plain(PREVIEW_CHARS_MAX).optional() }),
  'receipt:set': receipt,
  'visitor:describe': z
    .object({
      name: plain(limits.NAME_CHARS_MAX).trim().optional(),
      email: email.optional(),
      locale: plain(limits.LANGUAGE_CHARS_MAX).optional(),
      department: plain(limits.NAME_CHARS_MAX).nullable().optional(),
      attributes: attributes.optional(),
      tags: z.array(plain(limits.TAG_CHARS_MAX).trim().min(1)).max(limits.TAGS_MAX).optional(),
    })
    .refine((said) => Object.values(said).some((one) => one !== undefined), 'Say something: all of it is missing.'),
  'visitor:trail': trail,
  'visitor:track': z.object({
    event: plain(limits.EVENT_NAME_CHARS_MAX).trim().min(1),
    properties: attributes.optional(),
  }),
  'files:read': nothing,
  'conversation:list': nothing,
  'visitor:identity': z.object({ identity: z.string().max(limits.IDENTITY_CHARS_MAX) }),
  'visitor:logout': nothing,
  'transcript:request': z.object({ ...transcript, when: z.enum(['now', 'end']).optional() }),
  'agent:faces': z.object({ agentIds: z.array(id).min(1).max(limits.FACES_ASKED_MAX) }),
  ...revisionCommands(id, clientId, body),
  'own:read': nothing,
  'own:list': z.object({ after: id.optional() }),
};

export const agentCommands: Schemas<AgentCommands> = {
  'message:send': send.extend({ seenSeq: seq.optional() }),
  'conversation:sync': position,
  'conversation:watch': z.object({ conversationId: id.nullable(), beside: id.optional() }),
  'conversation:close': z.object({
    conversationId: id,
    outcome: z.enum(['resolved', 'unresolved', 'spam']).optional(),
  }),
  'inbox:list': z.object({ after: z.object({ queuedAt: seq, conversationId: id }).optional() }),
  'inbox:sync': z.object({ afterChange: seq }),
  'agent:availability': z.object({
    availability: z.enum(['available', 'away']),
    reason: label(limits.AWAY_REASON_CHARS_MAX).optional(),
  }),
  'typing:set': typing,
  'receipt:set': receipt,
  'wrapup:end': nothing,
  'session:touch': nothing,
  'attention:set': z.object({ visible: z.boolean() }),
  'conversation:pick': theConversation,
  'conversation:takeover': theConversation,
  'conversation:return': z.object({ conversationId: id, note: note.optional() }),
  'conversation:move': z.object({ conversationId: id, departmentId: id, note: note.optional() }),
  'offer:accept': theConversation,
  'offer:decline': theConversation,
  'conversation:ask': z.object({
    conversationId: id,
    kind: z.enum(['transfer', 'invite']),
    agentId: id,
    note: note.optional(),
  }),
  'ask:accept': theConversation,
  'ask:decline': theConversation,
  'ask:cancel': theConversation,
  'conversation:leave': theConversation,
  'note:add': z.object({
    conversationId: id,
    clientId,
    body: note.refine((written) => written.trim().length > 0, 'Write something: the text is empty.'),
    mentions: z.array(id).max(MENTIONS_PER_NOTE_MAX).optional(),
  }),
  'team:sync': z.object({ conversationId: id, afterNumber: seq }),
  'team:list': z.object({ conversationId: id.optional() }),
  'team:change': z.object({
    awayReasons: z
      .array(label(limits.AWAY_REASON_CHARS_MAX))
      .max(limits.AWAY_REASONS_MAX)
      .refine((list) => new Set(list).size === list.length, 'Each reason once.')
      .nullable(),
    idleAwayMs: z
      .number()
      .int()
      .min(limits.IDLE_AWAY_MS_MIN)
      .max(limits.AGENT_SESSION_IDLE_MS_MAX)
      .or(z.literal(0))
      .nullable(),
    undoMs: z.number().int().min(0).max(UNDO_MS_MAX).nullable().optional(),
    basedOn: z
      .string()
      .regex(/^[0-9a-f]{14}$/)
      .optional(),
  }),
  'board:read': nothing,
  'board:watch': z.object({ watching: z.boolean() }),
  'visitor:read': z.object({ conversationId: id }),
  'files:read': theConversation,
  'transcript:send': z.object(transcript),
  ...followUpCommands,
  ...revisionCommands(id, clientId, body),
  'conversation:earlier': theConversation,
  ...inboxCommands,
  ...composerCommands,
  ...questionCommands(id, clientId, body),
};

const password = z.string().max(limits.PASSWORD_CHARS_MAX);
const newPassword = password.min(limits.PASSWORD_CHARS_MIN);
export const personName = label(limits.NAME_CHARS_MAX);

/** In a query, as text. */
export const askedInstant = z.coerce
  .number({ error: 'An instant in milliseconds, such as 1767225600000.' })
  .int()
  .min(0, 'An instant from 1970 on, in milliseconds.')
  .max(REPORT_AT_MAX, 'An instant before the year 10000, in milliseconds.');

/** Bodies of the agents' HTTP routes that are not commands. */
export const agentRequests = {
  signIn: z.object({ email, password }),
  setUp: z.object({ token: z.string().max(limits.ID_CHARS_MAX), name: personName, email, password: newPassword }),
  changePassword: z.object({ current: password, next: newPassword }),
  period: z
    .object({ from: askedInstant, to: askedInstant })
    .refine((span) => span.from < span.to, { error: 'from must be before to.', path: ['to'] })
    .refine((span) => span.to - span.from <= REPORT_MS_MAX, {
      error: `At most ${limits.REPORT_DAYS_MAX} days.`,
      path: ['to'],
    }),
};

/** New agents, however they come to be. */
export const newAgent = z.object({ email, name: personName, password: newPassword });
