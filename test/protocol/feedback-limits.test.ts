import { expect, test } from 'vitest';
import { feedbackSettings, followUpCommands } from '../../protocol/wire/feedback-schemas.ts';
import * as limits from '../../protocol/wire/limits.ts';
import { FEEDBACK_DEFAULT } from '../../protocol/wire/rating-settings.ts';
import { visitorCommands } from '../../protocol/wire/schemas.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';

const text = (length: number) => 'x'.repeat(length);
const rule = (more: object) => ({ followUp: more });
const words = (count: number) => ({
  words: Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`a${String.fromCharCode(97 + n)}`, { score: 'How?' }]),
  ),
});

/** Each limit with a value that just passes and one that just does not. */
test.each<[string, unknown, unknown]>([
  ['LOW_SCORE_MAX', rule({ lowScoreMax: limits.LOW_SCORE_MAX }), rule({ lowScoreMax: limits.LOW_SCORE_MAX + 1 })],
  ['no score is low', rule({ lowScoreMax: null }), rule({ lowScoreMax: 0 })],
  [
    'FOLLOW_UP_DUE_MS_MIN',
    rule({ dueInMs: limits.FOLLOW_UP_DUE_MS_MIN }),
    rule({ dueInMs: limits.FOLLOW_UP_DUE_MS_MIN - 1 }),
  ],
  [
    'FOLLOW_UP_DUE_MS_MAX',
    rule({ dueInMs: limits.FOLLOW_UP_DUE_MS_MAX }),
    rule({ dueInMs: limits.FOLLOW_UP_DUE_MS_MAX + 1 }),
  ],
  [
    'QUESTION_CHARS_MAX',
    { words: { de: { score: text(limits.QUESTION_CHARS_MAX) } } },
    { words: { de: { score: text(limits.QUESTION_CHARS_MAX + 1) } } },
  ],
  ['QUESTION_LANGUAGES_MAX', words(limits.QUESTION_LANGUAGES_MAX), words(limits.QUESTION_LANGUAGES_MAX + 1)],
  ['a language', { words: { 'pt-BR': { score: 'Como foi?' } } }, { words: { constructor_: { score: 'x' } } }],
  ['one line', { words: { en: { effort: 'How easy?' } } }, { words: { en: { effort: 'How\neasy?' } } }],
  ['known names', { asksEffort: true }, { asksEfforts: true }],
])('K7 %s', (_name, passes, fails) => {
  expect(feedbackSettings.safeParse(passes)).toMatchObject({ success: true });
  expect(feedbackSettings.safeParse(fails)).toMatchObject({ success: false });
});

const rated = (more: object) => ({ conversationId: 'c1', episode: 1, score: 3, ...more });
test.each([
  ['EFFORT', 'effort', limits.EFFORT_MIN, limits.EFFORT_MAX],
  ['RECOMMEND', 'recommend', limits.RECOMMEND_MIN, limits.RECOMMEND_MAX],
] as const)('P36 K7 %s_MIN and %s_MAX', (_name, field, min, max) => {
  const takes = (answer: unknown) => visitorCommands['conversation:rate'].safeParse(rated({ [field]: answer })).success;
  expect([min, max].map(takes)).toEqual([true, true]);
  expect([min - 1, max + 1, 1.5, '3', null].map(takes)).toEqual([false, false, false, false, false]);
});

test('K4 FOLLOW_UP_NOTE_CHARS_MAX, and a change says what it changes', () => {
  const add = { conversationId: 'c1', clientId: text(16), kind: 'by_hand', dueAt: 1 };
  const takes = (note: string) => followUpCommands['followup:add'].safeParse({ ...add, note }).success;
  expect(takes(text(limits.FOLLOW_UP_NOTE_CHARS_MAX))).toBe(true);
  expect(takes(text(limits.FOLLOW_UP_NOTE_CHARS_MAX + 1))).toBe(false);
  expect(followUpCommands['followup:change'].safeParse({ id: 'f1' })).toMatchObject({ success: false });
  expect(followUpCommands['followup:change'].safeParse({ id: 'f1', ownerId: null })).toMatchObject({ success: true });
});

test('K1 an owner who sets nothing: two stars or less, unresolved, complaints; eight business hours', () => {
  expect(feedbackSettings.parse(undefined)).toEqual(FEEDBACK_DEFAULT);
  expect(SITE_SETTINGS_DEFAULT.feedback.followUp).toMatchObject({ lowScoreMax: 2, dueInMs: 8 * 3_600_000 });
});
