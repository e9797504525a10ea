import { sql } from 'kysely';
import type { NewNote, NoteAdded, NoteRepeated } from '../team-store.ts';
import { lockConversation } from './conversation-row.ts';
import { addMentions } from './mentions.ts';
import { type Operation, row, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { addTeamEntry } from './team-entries.ts';

const firstNoted = prepare<{ authorId: string; clientId: string }>()((db, p) =>
  db
    .selectFrom('team_entry')
    .innerJoin('conversation', 'conversation.no', 'team_entry.conversation_no')
    .select(['conversation.id', 'team_entry.number', 'team_entry.at', 'team_entry.body'])
    .where('team_entry.by_id', '=', p.authorId)
    .where('team_entry.client_id', '=', p.clientId)
    .where('team_entry.client_id', 'is not', null),
);
/** No version: a note changes no state, and must not make a message that is on its way stale. */
const moveOn = prepare<{ no: number; teamHead: number; change: number }>()((db, p) =>
  db
    .updateTable('conversation')
    // J13: something is there again.
    .set({ team_head: p.teamHead, change: p.change, erased_at: sql.lit(null) } as never)
    .where('no', '=', p.no),
);

export function* addNote(
  input: NewNote,
): Operation<NoteAdded | NoteRepeated | { result: 'cid_conflict' | 'not_found' }> {
  const { conversationId, authorId, clientId, body, mentions = [], at } = input;
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  const number = state.team_head + 1;
  const named = mentions.length > 0 ? JSON.stringify(mentions) : null;
  const draft = { kind: 'note', by_id: authorId, client_id: clientId, body, mentions: named } as const;
  const entry = yield* addTeamEntry({ no: state.no, number, afterSeq: state.head, at }, draft);
  if (!entry) return yield* repeatOf(input);
  yield* addMentions(state.no, number, at, mentions);
  const change = yield* takeChange();
  yield* run(moveOn, { no: state.no, teamHead: number, change });
  return { result: 'added', agentId: state.agent_id, entry, change };
}

function* repeatOf(input: NewNote): Operation<NoteRepeated | { result: 'cid_conflict' }> {
  const first = yield* row(firstNoted, input);
  if (!first) throw new Error('A note was refused as a repeat, but there is no first one.');
  const same = first.id === input.conversationId && first.body === input.body;
  return same ? { result: 'duplicate', number: first.number, at: first.at } : { result: 'cid_conflict' };
}
