import { z } from 'zod';
import { ID_CHARS_MAX, NAME_CHARS_MAX } from './limits.ts';
import { NOTICE_SPANS_MAX, PUSH_ENDPOINT_CHARS_MAX } from './notice-limits.ts';
import { NOTICE_KINDS, type NoticeKind, type NoticeSettings, type PushSubscribed } from './notices.ts';

const ways = z.strictObject({ sound: z.boolean(), desktop: z.boolean(), push: z.boolean() });
const minute = z.number().int().min(0).max(1_440);

export const noticeSettings: z.ZodType<NoticeSettings> = z.strictObject({
  ways: z.strictObject(Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, ways])) as Record<NoticeKind, typeof ways>),
  words: z.boolean(),
  quietUntil: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
  quietSpans: z
    .array(z.strictObject({ weekday: z.number().int().min(1).max(7), from: minute, to: minute }))
    .max(NOTICE_SPANS_MAX),
  zone: z.string().min(1).max(ID_CHARS_MAX),
  through: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length),
});

/** A point of P-256, uncompressed, and 16 bytes: what RFC 8291 asks for. */
const point = z.string().regex(/^[\w-]{87}=?$/, 'The key of the browser: 65 bytes in base64url.');
const secret = z.string().regex(/^[\w-]{22}(?:==)?$/, 'The secret of the browser: 16 bytes in base64url.');

export const pushSubscribed: z.ZodType<PushSubscribed> = z.strictObject({
  endpoint: z.string().min(1).max(PUSH_ENDPOINT_CHARS_MAX),
  p256dh: point,
  auth: secret,
  name: z.string().trim().min(1).max(NAME_CHARS_MAX),
});
