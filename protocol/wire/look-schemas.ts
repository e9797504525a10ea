import { z } from 'zod';
import { LANGUAGE_CHARS_MAX, PAGE_URL_CHARS_MAX } from './limits.ts';
import { LOOK_DEFAULT, type LookSettings } from './look.ts';
import * as limits from './setup-limits.ts';

const whole = (max: number) => z.number().int().min(0).max(max);
const usual = LOOK_DEFAULT;

/** `data-…` of a tag: lists are parted by `|`, so a text has one line. */
const text = z
  .string()
  .max(limits.LOOK_TEXT_CHARS_MAX)
  .refine((written) => !/[\p{Cc}\p{Surrogate}]/u.test(written), 'The text holds a control character.');
/** Its host goes into a policy: nothing in it may end a word there. */
const address = z
  .string()
  .max(PAGE_URL_CHARS_MAX)
  .regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][^\s"'<>;,]*)?$/i, 'An https address.');
const locale = z
  .string()
  .max(LANGUAGE_CHARS_MAX)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language tag, such as en or pt-BR.');

export const lookSettings: z.ZodType<LookSettings> = z
  .strictObject({
    color: z
      .string()
      .regex(/^#[\da-f]{6}$/i, 'Six digits, such as #3350c4.')
      .nullable()
      .default(usual.color),
    theme: z.enum(['auto', 'light', 'dark']).default(usual.theme),
    position: z.enum(['start', 'end']).default(usual.position),
    offsetX: whole(limits.LOOK_OFFSET_MAX).default(usual.offsetX),
    offsetY: whole(limits.LOOK_OFFSET_MAX).default(usual.offsetY),
    radius: whole(limits.LOOK_RADIUS_MAX).nullable().default(usual.radius),
    font: z.enum(['system', 'page']).default(usual.font),
    logo: address.nullable().default(usual.logo),
    launcher: text.min(1).max(limits.LOOK_SELECTOR_CHARS_MAX).nullable().default(usual.launcher),
    zIndex: whole(limits.LOOK_Z_INDEX_MAX).nullable().default(usual.zIndex),
    locale: locale.nullable().default(usual.locale),
    isolate: z.boolean().default(usual.isolate),
    texts: z
      .record(z.string().regex(/^text[A-Z][A-Za-z]{0,60}$/, 'The name of a text, such as textGreeting.'), text)
      .refine((texts) => Object.keys(texts).length <= limits.LOOK_TEXTS_MAX, 'So many texts there are not.')
      .default(usual.texts),
  })
  .default(usual);
