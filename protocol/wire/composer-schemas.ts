import { z } from 'zod';
import type { AgentCommands } from './events.ts';
import * as limits from './limits.ts';
import * as own from './limits-of-composer.ts';

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
  'mention:list': z.object({ after: z.object({ at: instant, conversationId: id, number: instant }).optional() }),
  'mention:seen': z.object({ conversationId: id, upToNumber: instant }),
};
