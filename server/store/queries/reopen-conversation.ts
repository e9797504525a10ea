import { sql } from 'kysely';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { Appended, CidConflict, Duplicate, ReopenConversation, Stale } from '../store.ts';
import { expectRepeat } from './append-message.ts';
import { lockExpected, lockOpenConversation } from './conversation-row.ts';
import { addEntry, addMessage, findRepeat, toMessageEntry } from './entries.ts';
import { startEpisode } from './episodes.ts';
import { lastTextOf } from './last-text.ts';
import { keepOpening } from './openings.ts';
import { type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { readByWriting } from './read-by-writing.ts';
import { lockVisitorOf } from './visitor-lock.ts';
import { endWrapUpsOf } from './wrap-up.ts';

interface Reopened {
  no: number;
  episode: number;
  seq: number;
  change: number;
  at: number;
  text: string;
  held: number;
}

const reopen = prepare<Reopened>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      status: 'queued',
      version: sql`version + 1`,
      agent_id: null,
      // Whom the visitor knows now; and everybody may be asked again.
      known_agent_id: sql`coalesce(agent_id, known_agent_id)`,
      missed: null,
      assigned_at: null,
      answer_by: null,
      episode: p.episode,
      head: p.seq,
      change: p.change,
      // A new episode takes a new place.
      queued_at: p.at,
      entered_at: p.at,
      closed_at: null,
      wait_started_at: p.at,
      wait_started_seq: p.seq,
      wait_queue_ms: 0,
      first_response_ms: null,
      last_text: p.text,
      last_author: 'visitor',
      last_at: p.at,
      unread: sql`unread + 1`,
      score: null,
      visitor_delivered: p.seq,
      visitor_read: readByWriting(p.seq),
      held: p.held,
      stage: 0,
      warned_at: null,
    } as never)
    .where('no', '=', p.no),
);

/** The entries, in order: queued, the message. */
export function* reopenConversation(input: ReopenConversation): Operation<Appended | Duplicate | CidConflict | Stale> {
  const { conversationId, expectVersion, message } = input;
  const { at } = message;
  yield* lockVisitorOf(conversationId);
  const state = yield* lockExpected(conversationId, expectVersion);
  const repeat = yield* findRepeat(message);
  if (repeat) return repeat;
  if (state?.status !== 'closed') return { result: 'stale' };
  // C1: another tab may have opened a new one meanwhile.
  if (yield* lockOpenConversation({ visitorId: state.visitor_id, siteId: state.site_id })) return { result: 'stale' };

  const episode = state.episode + 1;
  const queued: Entry = { kind: 'queued', seq: state.head + 1, at, episode, reason: 'reopened' };
  const seq = state.head + 2;
  if (!(yield* addMessage(state.no, seq, message))) return yield* expectRepeat(message);
  yield* addEntry(state.no, queued, null);
  yield* startEpisode(state.no, episode, at, input.purchaseStage);
  const place = { no: state.no, episode, departmentId: state.department_id, held: input.held ?? false };
  yield* keepOpening(place, input.opening);
  // The work goes on: the room that was held for writing it up is there for the talk itself (C15).
  yield* endWrapUpsOf(state.no, at);
  const change = yield* takeChange();
  yield* run(reopen, {
    no: state.no,
    episode,
    seq,
    change,
    at,
    text: lastTextOf(message.body),
    held: input.held ? 1 : 0,
  });
  return {
    result: 'appended',
    conversationId,
    visitorId: state.visitor_id,
    agentId: null,
    queued: true,
    entries: [queued, yield* toMessageEntry(message, seq)],
    seq,
    at,
    change,
  };
}
