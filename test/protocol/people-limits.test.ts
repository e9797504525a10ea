import { expect, test } from 'vitest';
import { keepingAsked, keepingSettings } from '../../protocol/wire/keeping-schemas.ts';
import * as limits from '../../protocol/wire/limits.ts';
import { VISITOR_SETTINGS_DEFAULT } from '../../protocol/wire/people.ts';
import * as people from '../../protocol/wire/people-limits.ts';
import { peopleRequests, visitorSettings } from '../../protocol/wire/people-schemas.ts';
import { visitorCommands } from '../../protocol/wire/schemas.ts';

const text = (length: number) => 'x'.repeat(length);
const page = { url: 'https://shop.example/', title: '', at: 1, ms: 1 };
const { note, tag, block, invite } = peopleRequests;
const trail = visitorCommands['visitor:trail'];

/** Each limit with a value that just passes and one that just does not. */
test.each([
  [
    'PERSON_NOTE_CHARS_MAX',
    note,
    { body: text(people.PERSON_NOTE_CHARS_MAX) },
    { body: text(people.PERSON_NOTE_CHARS_MAX + 1) },
  ],
  ['a note says something', note, { body: 'x' }, { body: ' ' }],
  ['TAG_CHARS_MAX', tag, { tag: text(limits.TAG_CHARS_MAX) }, { tag: text(limits.TAG_CHARS_MAX + 1) }],
  ['a tag is one line', tag, { tag: 'a b' }, { tag: 'a\nb' }],
  [
    'BLOCK_REASON_CHARS_MAX',
    block,
    { reason: text(people.BLOCK_REASON_CHARS_MAX) },
    { reason: text(people.BLOCK_REASON_CHARS_MAX + 1) },
  ],
  [
    'PROACTIVE_TEXT_CHARS_MAX',
    invite,
    { text: text(limits.PROACTIVE_TEXT_CHARS_MAX) },
    { text: text(limits.PROACTIVE_TEXT_CHARS_MAX + 1) },
  ],
  [
    'TRAIL_PAGES_MAX',
    trail,
    { pages: Array(people.TRAIL_PAGES_MAX).fill(page) },
    { pages: Array(people.TRAIL_PAGES_MAX + 1).fill(page) },
  ],
  [
    'KEEPING_DAYS_MAX',
    keepingSettings,
    { conversationDays: people.KEEPING_DAYS_MAX },
    { conversationDays: people.KEEPING_DAYS_MAX + 1 },
  ],
  ['a whole day at least', keepingSettings, { orderDays: 1 }, { orderDays: 0 }],
  ['days in an address', keepingAsked, { orderDays: '30' }, { orderDays: '0.5' }],
  ['known names', visitorSettings, { presence: true }, { presense: true }],
])('J %s', (_name, schema, passes, fails) => {
  expect(schema.safeParse(passes)).toMatchObject({ success: true });
  expect(schema.safeParse(fails)).toMatchObject({ success: false });
});

test('J5 J10 an owner who sets nothing has told nothing', () => {
  expect(visitorSettings.parse(undefined)).toEqual({ presence: false, trail: false });
  expect(VISITOR_SETTINGS_DEFAULT).toEqual({ presence: false, trail: false });
});
