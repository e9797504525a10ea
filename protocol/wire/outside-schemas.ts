import { z } from 'zod';
import { LANGUAGE_CHARS_MAX, MESSAGE_CHARS_MAX, SYNC_ENTRIES_MAX } from './limits.ts';
import { type AssistantPlace, type AssistTask, MANNERS, type OutsideSettings, type PanelPlace } from './outside.ts';
import * as limits from './outside-limits.ts';
import { plain } from './schemas.ts';

/** What owners say of their services, and what agents ask of them. Server only, as schemas.ts. */

const line = (max: number) =>
  plain(max)
    .trim()
    .min(1)
    .regex(/^[^\p{Cc}]+$/u, 'One line without control characters.');
/** Whether it may be asked is the relay's to judge when it is saved, and again when it asks (CS2). */
const address = line(limits.OUTSIDE_URL_CHARS_MAX);

const panel: z.ZodType<PanelPlace> = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[a-z0-9-]+$/, 'Small letters, digits and -.'),
  title: line(limits.PANEL_TITLE_CHARS_MAX),
  url: address,
});

const translator = z.strictObject({ url: address });
const assistant: z.ZodType<AssistantPlace> = z.strictObject({
  url: address,
  model: line(limits.ASSISTANT_MODEL_CHARS_MAX),
});
/** It stands in a header. */
const key = z
  .string()
  .trim()
  .min(1)
  .max(limits.OUTSIDE_KEY_CHARS_MAX)
  .regex(/^[\x21-\x7e]+$/, 'Only the signs of ASCII, without blanks.');
const keys = z
  .strictObject({ translator: key.nullable().optional(), assistant: key.nullable().optional() })
  .default({});

export const outsideSettings: z.ZodType<OutsideSettings> = z.strictObject({
  panels: z
    .array(panel)
    .max(limits.PANELS_MAX)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'Give each panel its own id.')
    .default([]),
  translator: translator.nullable().default(null),
  assistant: assistant.nullable().default(null),
}) as z.ZodType<OutsideSettings>;

/** As a translator names them: `de`, `zh-Hans`. */
const language = z
  .string()
  .max(LANGUAGE_CHARS_MAX)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'A language such as de or pt-BR.');
const words = plain(MESSAGE_CHARS_MAX).refine((text) => text.trim() !== '', 'Write something.');
const seqs = z
  .array(z.number().int().min(1).max(Number.MAX_SAFE_INTEGER))
  .min(1)
  .max(limits.TRANSLATED_AT_ONCE_MAX)
  .refine(
    (all) => Math.max(...all) - Math.min(...all) < SYNC_ENTRIES_MAX,
    'Ask for messages that are near each other.',
  );

export const outsideRequests = {
  set: z.object({ settings: outsideSettings, keys }),
  secret: z.object({ renew: z.boolean().default(false) }),
  try: z.union([
    z.strictObject({ panel }),
    z.strictObject({ translator, key: key.optional() }),
    z.strictObject({ assistant, key: key.optional() }),
  ]),
  translate: z.object({ seqs, to: language }),
  translateAnswer: z.object({ text: words, to: language }),
  assist: z.discriminatedUnion('task', [
    z.object({ task: z.literal('suggest') }),
    z.object({ task: z.literal('rewrite'), text: words, manner: z.enum(MANNERS) }),
    z.object({ task: z.literal('sum_up'), to: language }),
  ]) as z.ZodType<AssistTask>,
};
