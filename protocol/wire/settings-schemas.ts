import { z } from 'zod';
import { feedbackSettings } from './feedback-schemas.ts';
import { FILE_KINDS } from './files.ts';
import { frontSettings } from './front-schemas.ts';
import { WEEKDAYS } from './hours.ts';
import { keepingSettings } from './keeping-schemas.ts';
import * as limits from './limits.ts';
import { lookSettings } from './look-schemas.ts';
import { visitorSettings } from './people-schemas.ts';
import { proactiveSettings } from './proactive-schemas.ts';
import { DEPARTMENT_HOURS_DEFAULT, type ServiceHours, SITE_SETTINGS_DEFAULT, type SiteSettings } from './settings.ts';

/**
 * Settings as owners write them. What is not named takes its default; a name that nobody knows is refused, because it is
 * a slip of the pen more often than news from the future. What a schema cannot say, `findCalendarFault` does.
 */

const TEXT_FAULT = 'The text holds a control character.';
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((written) => !/[\p{Cc}\p{Surrogate}]/u.test(written.replaceAll('\n', '')), TEXT_FAULT);
const span = z.strictObject({ from: z.string().max(5), to: z.string().max(5) });
const spans = z.array(span).max(limits.HOURS_SPANS_MAX).default([]);
const week = Object.fromEntries(WEEKDAYS.map((day) => [day, spans])) as Record<(typeof WEEKDAYS)[number], typeof spans>;
const calendar = z.strictObject({
  zone: z.string().max(limits.ID_CHARS_MAX),
  week: z.strictObject(week),
  days: z
    .array(
      z.strictObject({
        date: z.string().max(10),
        yearly: z.boolean().default(false),
        name: text(limits.NAME_CHARS_MAX).trim().min(1),
        hours: spans,
      }),
    )
    .max(limits.SPECIAL_DAYS_MAX)
    .default([]),
});
const instant = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const service = {
  hours: calendar.nullable().default(null),
  offline: z
    .strictObject({
      text: text(limits.OWNER_TEXT_CHARS_MAX).trim().default(''),
      until: instant.nullable().default(null),
    })
    .nullable()
    .default(null),
};
const length = (min: number) => z.number().int().min(min).max(limits.SETTING_MS_MAX);

const queue = z.strictObject({
  waitingMax: z.number().int().min(1).max(limits.QUEUE_WAITING_MAX).nullable().default(null),
  showsPosition: z.boolean().default(true),
  showsRange: z.boolean().default(true),
  stages: z
    .array(
      z.strictObject({
        afterMs: length(limits.QUEUE_STAGE_MS_MIN),
        text: text(limits.OWNER_TEXT_CHARS_MAX).trim().min(1),
      }),
    )
    .max(limits.QUEUE_STAGES_MAX)
    .default([])
    .refine(
      (stages) => stages.every((stage, index) => index === 0 || stage.afterMs > (stages[index - 1]?.afterMs ?? 0)),
      'Each stage comes later than the one before it.',
    ),
});

const idle = z
  .strictObject({
    warnAfterMs: length(limits.IDLE_MS_MIN),
    closeAfterMs: length(limits.IDLE_MS_MIN),
    outcome: z.enum(['resolved', 'unresolved']).default('resolved'),
  })
  .refine((given) => given.closeAfterMs - given.warnAfterMs >= limits.IDLE_MS_MIN, {
    path: ['closeAfterMs'],
    message: `The end comes at least ${limits.IDLE_MS_MIN / 1_000} s after the warning.`,
  });

const usual = SITE_SETTINGS_DEFAULT.files;
const files = z.strictObject({
  on: z.boolean().default(usual.on),
  bytesMax: z.number().int().min(limits.FILE_BYTES_MIN).max(limits.FILE_BYTES_MAX).default(usual.bytesMax),
  kinds: z
    .array(z.enum(FILE_KINDS))
    .min(1)
    .max(FILE_KINDS.length)
    .refine((list) => new Set(list).size === list.length, 'Each kind once.')
    .default(usual.kinds),
  keepDays: z.number().int().min(1).max(limits.FILE_KEEP_DAYS_MAX).nullable().default(null),
});

const mail = z.strictObject({
  transcripts: z.boolean().default(SITE_SETTINGS_DEFAULT.mail.transcripts),
  answersAfterMs: z
    .number()
    .int()
    .min(limits.MAIL_ANSWERS_AFTER_MS_MIN)
    .max(limits.MAIL_ANSWERS_AFTER_MS_MAX)
    .nullable()
    .default(SITE_SETTINGS_DEFAULT.mail.answersAfterMs),
  asksRating: z.boolean().default(SITE_SETTINGS_DEFAULT.mail.asksRating),
});

export const siteSettings: z.ZodType<SiteSettings> = z.strictObject({
  ...service,
  atClosing: z.enum(['serve', 'keep', 'close']).default(SITE_SETTINGS_DEFAULT.atClosing),
  queue: queue.default(SITE_SETTINGS_DEFAULT.queue),
  idle: idle.nullable().default(null),
  wrapUpMs: z.number().int().min(0).max(limits.WRAP_UP_MS_MAX).default(0),
  files: files.default(usual),
  front: frontSettings,
  proactive: proactiveSettings,
  mail: mail.default(SITE_SETTINGS_DEFAULT.mail),
  feedback: feedbackSettings,
  visitors: visitorSettings,
  look: lookSettings,
  keeping: keepingSettings,
});

export const departmentHours: z.ZodType<ServiceHours> = z
  .strictObject(service)
  .default(DEPARTMENT_HOURS_DEFAULT) as z.ZodType<ServiceHours>;

/** The version that a change is based on, as the address names it (H11). */
/** Of a record (Z13): the mark of what was read (protocol/kit/mark-of.ts). */
export const basedOnMark = z
  .string()
  .regex(/^[0-9a-f]{14}$/, 'The mark of what you read: fourteen hexadecimal digits.')
  .optional();
export const basedOn = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional();
