import { z } from 'zod';
import type { AgentCommands } from './events.ts';
import * as limits from './limits.ts';
import * as own from './limits-of-composer.ts';
import type { MacroAction } from './macros.ts';

/** The commands of docs/composer.md. Server only, as schemas.ts. */

const id = z.string().min(1).max(limits.ID_CHARS_MAX);
const clientId = z
  .string()
  .min(limits.CLIENT_ID_CHARS_MIN)
  .max(limits.CLIENT_ID_CHARS_MAX)
  .regex(/^[A-Za-z0-9_-]+$/, 'Use only letters, digits, _ and -.');
const instant = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const isStorable = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
const text = (max: number) =>
  z
    .string()
    .refine((written) => written.length <= max, `At most ${max} UTF-16 units.`)
    .refine(isStorable, 'The text holds a NUL character or half of a surrogate pair.');
const said = (max: number) =>
  text(max).refine((written) => written.trim().length > 0, 'Write something: the text is empty.');
const close = z.enum(['resolved', 'unresolved', 'spam']);

type Name =
  | 'draft:write'
  | 'draft:list'
  | 'planned:add'
  | 'planned:change'
  | 'planned:send'
  | 'planned:cancel'
  | 'planned:list'
  | 'macro:run'
  | 'mention:list'
  | 'mention:seen';

export const composerCommands: { [N in Name]: z.ZodType<AgentCommands[N]['in']> } = {
  'draft:write': z.object({
    conversationId: id,
    kind: z.enum(['reply', 'note']),
    body: text(own.DRAFT_CHARS_MAX),
    basedOn: instant,
  }),
  'draft:list': z.object({}),
  'planned:add': z.object({
    conversationId: id,
    clientId,
    body: said(limits.MESSAGE_CHARS_MAX),
    sendAt: instant,
    close: close.optional(),
  }),
  'planned:change': z
    .object({ id, version: instant, body: said(limits.MESSAGE_CHARS_MAX).optional(), sendAt: instant.optional() })
    .refine((given) => given.body !== undefined || given.sendAt !== undefined, 'Say what changes.'),
  'planned:send': z.object({ id, version: instant }),
  'planned:cancel': z.object({ id }),
  'planned:list': z.object({ conversationId: id.optional() }),
  'macro:run': z.object({ conversationId: id, macroId: id, clientId }),
  'mention:list': z.object({ after: z.object({ at: instant, conversationId: id, number: instant }).optional() }),
  'mention:seen': z.object({ conversationId: id, upToNumber: instant }),
};

const tags = z.array(text(limits.TAG_CHARS_MAX).trim().min(1)).max(limits.TAGS_MAX);

const macroAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('tag'), add: tags, remove: tags }),
  z.object({ do: z.literal('take') }),
  z.object({ do: z.literal('transfer'), agentId: id }),
  z.object({ do: z.literal('move'), departmentId: id }),
  z.object({ do: z.literal('reply'), body: said(limits.MESSAGE_CHARS_MAX) }),
  z.object({ do: z.literal('note'), body: said(limits.NOTE_CHARS_MAX) }),
  z.object({
    do: z.literal('snooze'),
    forMs: z.number().int().min(own.MACRO_SNOOZE_MS_MIN).max(own.MACRO_SNOOZE_MS_MAX),
  }),
  z.object({ do: z.literal('close'), outcome: close }),
]) satisfies z.ZodType<MacroAction>;

/** The body of the routes by which macros are written. */
export const macroRequest = z.object({
  name: text(own.MACRO_NAME_CHARS_MAX)
    .trim()
    .min(1)
    .regex(/^\P{Cc}+$/u, 'No control characters.'),
  departmentId: id.nullable().default(null),
  actions: z.array(macroAction).min(1).max(own.MACRO_ACTIONS_MAX),
});
