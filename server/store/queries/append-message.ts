import { sql } from 'kysely';
import type { Appended, AppendMessage, CidConflict, Duplicate, NewMessage, Stale } from '../store.ts';
import type { AnsweredMeanwhile, NothingQuoted } from '../thread-store.ts';
import { type ConversationState, lockConversation, locked } from './conversation-row.ts';
import { addMessage, findRepeat, toMessageEntry } from './entries.ts';
import { findObstacle } from './find-obstacle.ts';
import { lastTextOf } from './last-text.ts';
import { type Operation, row, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { readByWriting } from './read-by-writing.ts';
import { endWait } from './waits.ts';

/** The few columns that a visitor's message needs. */
const BRIEF = ['no', 'visitor_id', 'agent_id', 'status', 'version', 'head'] as const;
export type BriefState = Pick<ConversationState, (typeof BRIEF)[number]>;

const byIdBrief = prepare<{ id: string }>()((db, p, dialect) =>
  locked(db.selectFrom('conversation').select(BRIEF).where('id', '=', p.id), dialect),
);
const afterVisitor = prepare<{ no: number; seq: number; change: number; text: string; at: number }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      head: p.seq,
      change: p.change,
      last_text: p.text,
      last_author: sql.lit('visitor'),
      last_at: p.at,
      unread: sql`unread + 1`,
      // M1: the first unanswered message starts the wait, later ones do not move it.
      wait_started_at: sql`coalesce(wait_started_at, ${p.at})`,
      wait_started_seq: sql`coalesce(wait_started_seq, ${p.seq})`,
      visitor_delivered: p.seq,
      visitor_read: readByWriting(p.seq),
    } as never)
    .where('no', '=', p.no),
);
const afterAgent = prepare<{
  no: number;
  seq: number;
  change: number;
  text: string;
  at: number;
  firstResponseMs: number | null;
}>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      head: p.seq,
      change: p.change,
      last_text: p.text,
      last_author: sql.lit('agent'),
      last_at: p.at,
      unread: 0,
      wait_started_at: null,
      wait_started_seq: null,
      wait_queue_ms: 0,
      first_response_ms: p.firstResponseMs,
      agent_delivered: p.seq,
      agent_read: p.seq,
    } as never)
    .where('no', '=', p.no),
);
const firstResponse = prepare<{ no: number; episode: number; agentId: string; lengthMs: number }>()((db, p) =>
  db
    .updateTable('episode')
    .set({ first_response_ms: p.lengthMs, first_agent_id: p.agentId })
    .where('conversation_no', '=', p.no)
    .where('number', '=', p.episode),
);

/** A repeat makes no row, in any state; so the version needs no look before the insert, only a refusal does. */
export function* appendMessage(
  input: AppendMessage,
): Operation<Appended | Duplicate | CidConflict | Stale | AnsweredMeanwhile | NothingQuoted> {
  const { conversationId, expectVersion, message } = input;
  const visitor = message.author === 'visitor';
  const state: BriefState | undefined = visitor
    ? yield* row(byIdBrief, { id: conversationId })
    : yield* lockConversation(conversationId);
  if (!state || state.version !== expectVersion || state.status === 'closed') {
    return (yield* findRepeat(message)) ?? { result: 'stale' };
  }
  const obstacle = yield* findObstacle(state, message);
  if (obstacle) return (yield* findRepeat(message)) ?? obstacle;
  const repeat = visitor
    ? yield* appendVisitors(state, message)
    : yield* appendAgents(state as ConversationState, message);
  return typeof repeat === 'number' ? yield* toAppended(conversationId, state, message, repeat) : repeat;
}

/** Answers the change, or what became of the message before. */
export function* appendVisitors(state: BriefState, message: NewMessage): Operation<number | Duplicate | CidConflict> {
  const { no } = state;
  const seq = state.head + 1;
  if (!(yield* addMessage(no, seq, message))) return yield* expectRepeat(message);
  const change = yield* takeChange();
  yield* run(afterVisitor, { no, seq, change, text: lastTextOf(message.body), at: message.at });
  return change;
}

function* appendAgents(state: ConversationState, message: NewMessage): Operation<number | Duplicate | CidConflict> {
  const { no, episode } = state;
  const { at, authorId: agentId } = message;
  const seq = state.head + 1;
  if (!(yield* addMessage(no, seq, message))) return yield* expectRepeat(message);
  const lengthMs = yield* endWait(state, { end: 'answered', by: 'agent', agentId, at, seq });
  const isFirst = lengthMs !== null && state.first_response_ms === null;
  if (isFirst) yield* run(firstResponse, { no, episode, agentId, lengthMs });
  const firstResponseMs = isFirst ? lengthMs : state.first_response_ms;
  const change = yield* takeChange();
  yield* run(afterAgent, { no, seq, change, text: lastTextOf(message.body), at, firstResponseMs });
  return change;
}

/** `state` is what the message found. */
export function* toAppended(id: string, state: BriefState, message: NewMessage, change: number): Operation<Appended> {
  const seq = state.head + 1;
  return {
    result: 'appended',
    conversationId: id,
    visitorId: state.visitor_id,
    agentId: state.agent_id,
    queued: false,
    entries: [yield* toMessageEntry(message, seq)],
    seq,
    at: message.at,
    change,
  };
}

/** The row was refused, so it must be there. */
export function* expectRepeat(message: NewMessage): Operation<Duplicate | CidConflict> {
  const repeat = yield* findRepeat(message);
  if (!repeat) throw new Error('A message was refused as a repeat, but there is no first one.');
  return repeat;
}
