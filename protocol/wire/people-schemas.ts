import { z } from 'zod';
import * as limits from './limits.ts';
import { type PresenceIn, VISITOR_SETTINGS_DEFAULT, type VisitorSettings } from './people.ts';
import * as people from './people-limits.ts';
import { id, languageTag, page, plain } from './schemas.ts';

/** What agents write about people, and what pages say of who is there (J rules). Server only, as schemas.ts. */

const reason = plain(people.BLOCK_REASON_CHARS_MAX)
  .trim()
  .regex(/^\P{Cc}*$/u, 'No control characters.');
const until = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().default(null);
const key = z
  .string()
  .min(16)
  .max(limits.ID_CHARS_MAX)
  .regex(/^[a-z0-9]+$/, 'Small letters and digits.');

export const peopleRequests = {
  note: z.object({
    body: plain(people.PERSON_NOTE_CHARS_MAX).refine((written) => written.trim().length > 0, 'Write something.'),
  }),
  tag: z.object({
    tag: plain(limits.TAG_CHARS_MAX)
      .trim()
      .min(1)
      .regex(/^[^\p{Cc}]+$/u, 'No control characters.'),
  }),
  block: z.object({ reason: reason.default(''), until, address: z.boolean().default(false) }),
  merge: z.object({ fromId: id }),
  invite: z.object({
    text: plain(limits.PROACTIVE_TEXT_CHARS_MAX)
      .trim()
      .min(1)
      .regex(/^[^\p{Cc}]+$/u, 'One line without control characters.'),
  }),
};

export const presenceSaid = z.object({
  site: id,
  key,
  url: page.shape.url,
  title: page.shape.title,
  language: languageTag.optional().catch(undefined),
  returning: z.boolean().optional(),
  cart: z.number().min(0).max(limits.PROACTIVE_CART_MAX).nullable().optional().catch(undefined),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
  invite: z.object({ id, state: z.enum(['seen', 'dismissed', 'accepted']) }).optional(),
}) satisfies z.ZodType<PresenceIn>;

export const visitorSettings: z.ZodType<VisitorSettings> = z
  .strictObject({
    presence: z.boolean().default(VISITOR_SETTINGS_DEFAULT.presence),
    trail: z.boolean().default(VISITOR_SETTINGS_DEFAULT.trail),
    preview: z.boolean().optional(),
    asksWork: z.boolean().optional(),
  })
  .default(VISITOR_SETTINGS_DEFAULT);
