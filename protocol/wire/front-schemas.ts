import { z } from 'zod';
import { FRONT_DEFAULT, type FrontSettings } from './front.ts';
import * as limits from './limits.ts';

/** What owners write about the front (F rules). */

const CONTROL = /[\p{Cc}\p{Surrogate}]/u;
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((written) => !CONTROL.test(written.replaceAll('\n', '')), 'The text holds a control character.');
const label = (max: number) =>
  text(max)
    .min(1)
    .refine((written) => !written.includes('\n'), 'One line.');
const key = z
  .string()
  .max(limits.SKILL_CHARS_MAX)
  .regex(/^[a-z][a-z0-9_]*$/, 'Small letters, digits and _, a letter first.')
  // What every object has by that name is nobody's answer.
  .refine((written) => written !== 'constructor', 'A word that programs keep for themselves.');
const link = z
  .string()
  .trim()
  .max(limits.PAGE_URL_CHARS_MAX)
  .regex(/^https:\/\/[^\s]+$/i, 'An https address.');
const once = <T>(list: readonly T[], of: (one: T) => string) => new Set(list.map(of)).size === list.length;

const field = z
  .strictObject({
    key,
    label: label(limits.NAME_CHARS_MAX),
    kind: z.enum(['text', 'long', 'email', 'phone', 'number', 'choice']).default('text'),
    required: z.boolean().default(false),
    options: z.array(label(limits.NAME_CHARS_MAX)).max(limits.FORM_OPTIONS_MAX).default([]),
  })
  .refine((given) => (given.kind === 'choice') === given.options.length > 1, {
    path: ['options'],
    message: 'A choice has at least two options; nothing else has any.',
  });

const form = z
  .strictObject({
    fields: z
      .array(field)
      .max(limits.FORM_FIELDS_MAX)
      .refine((fields) => once(fields, (one) => one.key), 'Each key once.')
      .default([]),
    consent: z
      .strictObject({
        text: text(limits.CONSENT_CHARS_MAX).min(1),
        version: label(limits.SKILL_CHARS_MAX),
        link: link.nullable().default(null),
      })
      .nullable()
      .default(null),
    asksComplaint: z.boolean().default(false),
  })
  .refine((given) => given.fields.length > 0 || given.consent !== null || given.asksComplaint, 'It asks for nothing.');

export const frontSettings: z.ZodType<FrontSettings> = z
  .strictObject({
    banner: z
      .strictObject({
        text: text(limits.OWNER_TEXT_CHARS_MAX).min(1),
        link: link.nullable().default(null),
        tone: z.enum(['info', 'warn']).default('info'),
      })
      .nullable()
      .default(null),
    greeting: text(limits.OWNER_TEXT_CHARS_MAX).default(''),
    showsReplyTime: z.boolean().default(true),
    topics: z
      .array(
        z.strictObject({
          key,
          label: label(limits.NAME_CHARS_MAX),
          department: label(limits.NAME_CHARS_MAX).nullable().default(null),
        }),
      )
      .max(limits.TOPICS_MAX)
      .refine((topics) => once(topics, (one) => one.key), 'Each key once.')
      .default([]),
    form: form.nullable().default(null),
    reasons: z
      .array(label(limits.REASON_CHARS_MAX))
      .max(limits.REASONS_MAX)
      .refine((reasons) => once(reasons, (one) => one), 'Each reason once.')
      .default([]),
  })
  .default(FRONT_DEFAULT);
