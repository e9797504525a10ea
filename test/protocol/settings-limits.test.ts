import { describe, expect, test } from 'vitest';
import * as limits from '../../protocol/wire/limits.ts';
import { reportPlan } from '../../protocol/wire/mail-schemas.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import { departmentHours, siteSettings } from '../../protocol/wire/settings-schemas.ts';

const text = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const hours = (more: object) => ({ hours: { zone: 'UTC', week: {}, ...more } });
const span = { from: '09:00', to: '10:00' };
const day = (more: object = {}) => ({ date: '2026-12-25', name: 'Christmas Day', ...more });
const queue = (more: object) => ({ queue: more });
const stages = (count: number, text = 'Soon') =>
  queue({ stages: many(count, (n) => ({ afterMs: limits.QUEUE_STAGE_MS_MIN + n, text })) });
const idle = (warnAfterMs: number, closeAfterMs: number) => ({ idle: { warnAfterMs, closeAfterMs } });

/** Each limit with a value that just passes and one that just does not. */
const BOTH_SIDES: [string, unknown, unknown][] = [
  [
    'HOURS_SPANS_MAX',
    hours({ week: { monday: many(limits.HOURS_SPANS_MAX, () => span) } }),
    hours({ week: { monday: many(limits.HOURS_SPANS_MAX + 1, () => span) } }),
  ],
  [
    'SPECIAL_DAYS_MAX',
    hours({ days: many(limits.SPECIAL_DAYS_MAX, () => day()) }),
    hours({ days: many(limits.SPECIAL_DAYS_MAX + 1, () => day()) }),
  ],
  [
    'NAME_CHARS_MAX of a special day',
    hours({ days: [day({ name: text(limits.NAME_CHARS_MAX) })] }),
    hours({ days: [day({ name: text(limits.NAME_CHARS_MAX + 1) })] }),
  ],
  [
    'OWNER_TEXT_CHARS_MAX',
    { offline: { text: text(limits.OWNER_TEXT_CHARS_MAX) } },
    { offline: { text: text(limits.OWNER_TEXT_CHARS_MAX + 1) } },
  ],
  ['a text without control characters', { offline: { text: 'One\nTwo' } }, { offline: { text: 'One\u0000Two' } }],
  [
    'QUEUE_WAITING_MAX',
    queue({ waitingMax: limits.QUEUE_WAITING_MAX }),
    queue({ waitingMax: limits.QUEUE_WAITING_MAX + 1 }),
  ],
  ['a limit of the queue lets somebody wait', queue({ waitingMax: 1 }), queue({ waitingMax: 0 })],
  ['QUEUE_STAGES_MAX', stages(limits.QUEUE_STAGES_MAX), stages(limits.QUEUE_STAGES_MAX + 1)],
  ['a stage says something', stages(1), stages(1, ' ')],
  [
    'QUEUE_STAGE_MS_MIN',
    queue({ stages: [{ afterMs: limits.QUEUE_STAGE_MS_MIN, text: 'Soon' }] }),
    queue({ stages: [{ afterMs: limits.QUEUE_STAGE_MS_MIN - 1, text: 'Soon' }] }),
  ],
  [
    'stages come one after the other',
    queue({ stages: [10_000, 20_000].map((afterMs) => ({ afterMs, text: 'Soon' })) }),
    queue({ stages: [20_000, 20_000].map((afterMs) => ({ afterMs, text: 'Soon' })) }),
  ],
  [
    'MAIL_ANSWERS_AFTER_MS_MIN',
    { mail: { answersAfterMs: limits.MAIL_ANSWERS_AFTER_MS_MIN } },
    { mail: { answersAfterMs: limits.MAIL_ANSWERS_AFTER_MS_MIN - 1 } },
  ],
  [
    'MAIL_ANSWERS_AFTER_MS_MAX',
    { mail: { answersAfterMs: limits.MAIL_ANSWERS_AFTER_MS_MAX } },
    { mail: { answersAfterMs: limits.MAIL_ANSWERS_AFTER_MS_MAX + 1 } },
  ],
  ['IDLE_MS_MIN', idle(limits.IDLE_MS_MIN, 60_000), idle(limits.IDLE_MS_MIN - 1, 60_000)],
  ['an end after the warning', idle(60_000, 60_000 + limits.IDLE_MS_MIN), idle(60_000, 59_999 + limits.IDLE_MS_MIN)],
  ['SETTING_MS_MAX', idle(60_000, limits.SETTING_MS_MAX), idle(60_000, limits.SETTING_MS_MAX + 1)],
  [
    'FILE_BYTES_MAX',
    { files: { bytesMax: limits.FILE_BYTES_MAX } },
    { files: { bytesMax: limits.FILE_BYTES_MAX + 1 } },
  ],
  [
    'FILE_BYTES_MIN',
    { files: { bytesMax: limits.FILE_BYTES_MIN } },
    { files: { bytesMax: limits.FILE_BYTES_MIN - 1 } },
  ],
  [
    'FILE_KEEP_DAYS_MAX',
    { files: { keepDays: limits.FILE_KEEP_DAYS_MAX } },
    { files: { keepDays: limits.FILE_KEEP_DAYS_MAX + 1 } },
  ],
  ['some kind of file is taken', { files: { kinds: ['image'] } }, { files: { kinds: [] } }],
  ['each kind of file once', { files: { kinds: ['image', 'other'] } }, { files: { kinds: ['image', 'image'] } }],
  ['WRAP_UP_MS_MAX', { wrapUpMs: limits.WRAP_UP_MS_MAX }, { wrapUpMs: limits.WRAP_UP_MS_MAX + 1 }],
  ['names that are known', { atClosing: 'keep' }, { atClosing: 'keep', atOpening: 'bell' }],
  ['a day of the week', hours({ week: { sunday: [span] } }), hours({ week: { someday: [span] } })],
];

describe('P11 settings', () => {
  test.each(BOTH_SIDES)('P11 %s', (_name, inside, outside) => {
    expect(siteSettings.safeParse(inside)).toMatchObject({ success: true });
    expect(siteSettings.safeParse(outside).success).toBe(false);
  });

  test('H10 what is not named takes its default; nothing named is what nothing set is', () => {
    expect(siteSettings.parse({})).toEqual(SITE_SETTINGS_DEFAULT);
    expect(siteSettings.parse(hours({ days: [day()] })).hours).toEqual({
      zone: 'UTC',
      week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
      days: [{ date: '2026-12-25', yearly: false, name: 'Christmas Day', hours: [] }],
    });
    expect(siteSettings.parse(idle(60_000, 120_000)).idle?.outcome).toBe('resolved');
    expect(departmentHours.parse({})).toEqual({ hours: null, offline: null });
    expect(departmentHours.safeParse({ wrapUpMs: 1 }).success).toBe(false);
  });

  test('P11 the largest settings fit one request', () => {
    const full = hours({
      week: { monday: many(limits.HOURS_SPANS_MAX, () => span) },
      days: many(limits.SPECIAL_DAYS_MAX, () => day({ name: 'x'.repeat(limits.NAME_CHARS_MAX), hours: [span, span] })),
    });
    expect(JSON.stringify(full).length).toBeLessThan(limits.FRAME_BYTES_MAX);
  });
});

test('E10 REPORT_RECIPIENTS_MAX, an hour of a day, a day of a week', () => {
  const plan = (more: object = {}) => ({ every: 'week', weekday: 1, hour: 8, zone: 'UTC', to: ['a'], ...more });
  const people = (count: number) => ({ to: many(count, (n) => `a${n}`) });
  for (const good of [{}, people(limits.REPORT_RECIPIENTS_MAX), { hour: 0 }, { hour: 23 }, { weekday: 7 }, { to: [] }])
    expect([good, reportPlan.safeParse(plan(good)).success]).toEqual([good, true]);
  const bad = [people(limits.REPORT_RECIPIENTS_MAX + 1), { hour: 24 }, { hour: -1 }, { weekday: 0 }, { weekday: 8 }];
  for (const one of [...bad, { to: ['a', 'a'] }, { every: 'hour' }])
    expect([one, reportPlan.safeParse(plan(one)).success]).toEqual([one, false]);
});
