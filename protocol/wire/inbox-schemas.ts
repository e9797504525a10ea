import { z } from 'zod';
import { CHANNELS, type InboxCommands, RATING_GROUPS } from './inbox.ts';
import * as own from './inbox-limits.ts';
import * as limits from './limits.ts';

/** The commands about the agents' list: closed ones, many at once, tags, saved views. Server only, as schemas.ts. */

const STORABLE = /^[^\p{Cc}\p{Surrogate}]*$/u;
const id = z.string().min(1).max(limits.ID_CHARS_MAX);
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((written) => written.length <= max, `At most ${max} UTF-16 units.`)
    .refine((written) => STORABLE.test(written), 'One line without control characters.');
const full = (max: number) => line(max).refine((written) => written.length > 0, 'Write something: it is empty.');
const instant = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** One word of the team about a conversation (U7). */
export const conversationTag = full(limits.TAG_CHARS_MAX);
const tags = z.array(full(limits.TAG_CHARS_MAX)).max(limits.TAGS_MAX);
const language = z
  .string()
  .trim()
  .max(limits.LANGUAGE_CHARS_MAX)
  .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, 'A language tag such as pt or pt-BR.');

const filter = z.object({
  tag: full(limits.TAG_CHARS_MAX).optional(),
  segment: full(limits.SEGMENT_CHARS_MAX).optional(),
  siteId: id.optional(),
  departmentId: z.string().max(limits.ID_CHARS_MAX).optional(),
  agentId: id.optional(),
  language: language.optional(),
  rating: z.enum(RATING_GROUPS).optional(),
  channel: z.enum(CHANNELS).optional(),
  text: line(own.INBOX_TEXT_CHARS_MAX).optional(),
});

const act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('take') }),
  z.object({ do: z.literal('ask'), agentId: id }),
  z.object({ do: z.literal('return') }),
  z.object({ do: z.literal('move'), departmentId: id }),
  z.object({ do: z.literal('tag'), add: tags, remove: tags }),
  z.object({ do: z.literal('close'), outcome: z.enum(['resolved', 'unresolved', 'spam']).optional() }),
  z.object({
    do: z.literal('snooze'),
    dueAt: instant,
    clientId: z
      .string()
      .min(limits.CLIENT_ID_CHARS_MIN)
      .max(limits.CLIENT_ID_CHARS_MAX)
      .regex(/^[A-Za-z0-9_-]+$/, 'Use only letters, digits, _ and -.'),
  }),
]);

const distinct = (max: number) =>
  z
    .array(id)
    .min(1)
    .max(max)
    .refine((list) => new Set(list).size === list.length, 'Each one once.');

export const inboxCommands: { [Name in keyof InboxCommands]: z.ZodType<InboxCommands[Name]['in']> } = {
  'inbox:closed': z.object({
    filter,
    order: z.enum(['newest', 'oldest']),
    after: z.object({ closedAt: instant, conversationId: id }).optional(),
  }),
  'inbox:bulk': z.object({ act, conversationIds: distinct(own.INBOX_BULK_MAX) }),
  'conversation:tag': z.object({ conversationId: id, add: tags, remove: tags }),
  'view:list': z.object({}),
  'view:save': z.object({
    id: id.optional(),
    name: full(own.VIEW_NAME_CHARS_MAX),
    place: line(own.VIEW_PLACE_CHARS_MAX),
    shared: z.boolean(),
  }),
  'view:remove': z.object({ id }),
  'view:order': z.object({ shared: z.boolean(), ids: distinct(own.VIEWS_MAX) }),
};
