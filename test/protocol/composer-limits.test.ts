import { expect, test } from 'vitest';
import { composerCommands as commands } from '../../protocol/wire/composer-schemas.ts';
import * as limits from '../../protocol/wire/limits.ts';
import * as own from '../../protocol/wire/limits-of-composer.ts';
import { agentCommands } from '../../protocol/wire/schemas.ts';

const text = (length: number) => 'x'.repeat(length);
const draft = (body: string) => ({ conversationId: 'c', kind: 'reply', body, basedOn: 0 });
const plan = (body: string) => ({ conversationId: 'c', clientId: text(22), body, sendAt: 1 });
const note = (count: number) => ({
  ...{ conversationId: 'c', clientId: text(22), body: 'x' },
  mentions: Array.from({ length: count }, (_, n) => `agent-${n}`),
});
const rules = (undoMs: number | null) => ({ awayReasons: null, idleAwayMs: null, undoMs });

/** Each limit with a value that just passes and one that just does not. */
test.each<[string, { safeParse(input: unknown): { success: boolean } }, unknown, unknown]>([
  ['D3 DRAFT_CHARS_MAX', commands['draft:write'], draft(text(own.DRAFT_CHARS_MAX)), draft(text(8_001))],
  ['D2 an empty draft removes it; NUL is no text', commands['draft:write'], draft(''), draft('\u0000')],
  [
    'D5 MESSAGE_CHARS_MAX',
    commands['planned:add'],
    plan(text(limits.MESSAGE_CHARS_MAX)),
    plan(text(limits.MESSAGE_CHARS_MAX + 1)),
  ],
  ['D5 words', commands['planned:add'], plan('x'), plan('  ')],
  ['D5 something changes', commands['planned:change'], { id: 'p', version: 1, sendAt: 1 }, { id: 'p', version: 1 }],
  [
    'D10 MENTIONS_PER_NOTE_MAX',
    agentCommands['note:add'],
    note(own.MENTIONS_PER_NOTE_MAX),
    note(own.MENTIONS_PER_NOTE_MAX + 1),
  ],
  ['D8 UNDO_MS_MAX', agentCommands['team:change'], rules(own.UNDO_MS_MAX), rules(own.UNDO_MS_MAX + 1)],
  ['D8 none at all', agentCommands['team:change'], rules(0), rules(-1)],
])('%s', (_name, schema, passes, fails) => {
  expect(schema.safeParse(passes)).toMatchObject({ success: true });
  expect(schema.safeParse(fails)).toMatchObject({ success: false });
});
