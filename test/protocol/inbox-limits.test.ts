import { describe, expect, test } from 'vitest';
import * as own from '../../protocol/wire/inbox-limits.ts';
import * as limits from '../../protocol/wire/limits.ts';
import { agentCommands } from '../../protocol/wire/schemas.ts';

const text = (length: number) => 'x'.repeat(length);
const ids = (count: number) => Array.from({ length: count }, (_, n) => `c${n}`);
const bulk = (count: number) => ({ act: { do: 'take' }, conversationIds: ids(count) });
const tags = (add: string[]) => ({ conversationId: 'c', add, remove: [] });
const view = (more: object) => ({ name: 'Mine', place: 'view=mine', shared: false, ...more });
const closed = (filter: object) => ({ filter, order: 'newest' });

/** Each limit with a value that just passes and one that just does not. */
const BOTH_SIDES: [string, { safeParse(value: unknown): { success: boolean } }, unknown, unknown][] = [
  ['INBOX_BULK_MAX', agentCommands['inbox:bulk'], bulk(own.INBOX_BULK_MAX), bulk(own.INBOX_BULK_MAX + 1)],
  ['each one once', agentCommands['inbox:bulk'], bulk(1), { ...bulk(0), conversationIds: ['c', 'c'] }],
  ['a known verb', agentCommands['inbox:bulk'], bulk(1), { ...bulk(1), act: { do: 'delete' } }],
  ['TAGS_MAX', agentCommands['conversation:tag'], tags(ids(limits.TAGS_MAX)), tags(ids(limits.TAGS_MAX + 1))],
  [
    'TAG_CHARS_MAX',
    agentCommands['conversation:tag'],
    tags([text(limits.TAG_CHARS_MAX)]),
    tags([text(limits.TAG_CHARS_MAX + 1)]),
  ],
  ['an empty tag', agentCommands['conversation:tag'], tags(['a']), tags(['  '])],
  [
    'INBOX_TEXT_CHARS_MAX',
    agentCommands['inbox:closed'],
    closed({ text: text(own.INBOX_TEXT_CHARS_MAX) }),
    closed({ text: text(own.INBOX_TEXT_CHARS_MAX + 1) }),
  ],
  ['a known rating', agentCommands['inbox:closed'], closed({ rating: 'low' }), closed({ rating: 'superb' })],
  [
    'VIEW_NAME_CHARS_MAX',
    agentCommands['view:save'],
    view({ name: text(own.VIEW_NAME_CHARS_MAX) }),
    view({ name: text(own.VIEW_NAME_CHARS_MAX + 1) }),
  ],
  ['a name without a line break', agentCommands['view:save'], view({ name: 'a b' }), view({ name: 'a\nb' })],
  [
    'VIEW_PLACE_CHARS_MAX',
    agentCommands['view:save'],
    view({ place: text(own.VIEW_PLACE_CHARS_MAX) }),
    view({ place: text(own.VIEW_PLACE_CHARS_MAX + 1) }),
  ],
  [
    'VIEWS_MAX',
    agentCommands['view:order'],
    { shared: false, ids: ids(own.VIEWS_MAX) },
    { shared: false, ids: ids(own.VIEWS_MAX + 1) },
  ],
];

describe('limits of the agents’ list', () => {
  test.each(BOTH_SIDES)('U4 %s', (_name, schema, passes, refused) => {
    expect(schema.safeParse(passes).success).toBe(true);
    expect(schema.safeParse(refused).success).toBe(false);
  });
});
