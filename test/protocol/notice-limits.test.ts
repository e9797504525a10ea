import { expect, test } from 'vitest';
import { NAME_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { NOTICE_SPANS_MAX, PUSH_ENDPOINT_CHARS_MAX } from '../../protocol/wire/notice-limits.ts';
import { NOTICE_SETTINGS_DEFAULT } from '../../protocol/wire/notices.ts';
import { noticeSettings, pushSubscribed } from '../../protocol/wire/notices-schemas.ts';

const span = { weekday: 1, from: 0, to: 1_440 };
const settings = (more: object) => ({ ...NOTICE_SETTINGS_DEFAULT, ...more });
const spans = (count: number) => settings({ quietSpans: Array.from({ length: count }, () => span) });
const device = (more: object) => ({
  ...{ endpoint: 'https://push.example.org/x', p256dh: 'B'.repeat(87), auth: 'a'.repeat(22), name: 'Chrome' },
  ...more,
});
const text = (length: number) => 'x'.repeat(length);

/** Each limit with a value that just passes and one that just does not. */
test.each<[string, unknown, unknown]>([
  ['NOTICE_SPANS_MAX', spans(NOTICE_SPANS_MAX), spans(NOTICE_SPANS_MAX + 1)],
  [
    'a weekday',
    settings({ quietSpans: [{ ...span, weekday: 7 }] }),
    settings({ quietSpans: [{ ...span, weekday: 8 }] }),
  ],
  [
    'a minute',
    settings({ quietSpans: [{ ...span, from: 1_440 }] }),
    settings({ quietSpans: [{ ...span, from: 1_441 }] }),
  ],
  ['known kinds', settings({ through: ['ask'] }), settings({ through: ['asked'] })],
  ['all kinds', settings({}), settings({ ways: {} })],
  ['known names', settings({ words: false }), settings({ word: false })],
])('NT2 %s', (_name, passes, fails) => {
  expect(noticeSettings.safeParse(passes)).toMatchObject({ success: true });
  expect(noticeSettings.safeParse(fails)).toMatchObject({ success: false });
});

test.each<[string, unknown, unknown]>([
  [
    'PUSH_ENDPOINT_CHARS_MAX',
    device({ endpoint: text(PUSH_ENDPOINT_CHARS_MAX) }),
    device({ endpoint: text(PUSH_ENDPOINT_CHARS_MAX + 1) }),
  ],
  ['NAME_CHARS_MAX', device({ name: text(NAME_CHARS_MAX) }), device({ name: text(NAME_CHARS_MAX + 1) })],
  ['65 bytes', device({}), device({ p256dh: text(86) })],
  ['16 bytes', device({}), device({ auth: text(23) })],
])('NT6 %s', (_name, passes, fails) => {
  expect(pushSubscribed.safeParse(passes)).toMatchObject({ success: true });
  expect(pushSubscribed.safeParse(fails)).toMatchObject({ success: false });
});
