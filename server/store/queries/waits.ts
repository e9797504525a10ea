import type { Party } from '../../../protocol/wire/model.ts';
import type { ConversationState } from './conversation-row.ts';
import { type Operation, run } from './operation.ts';
import { prepare } from './prepare.ts';
import type { WaitTable } from './tables.ts';

const insert = prepare<WaitTable>()((db, p) =>
  db.insertInto('wait').values({
    conversation_no: p.conversation_no,
    started_seq: p.started_seq,
    episode: p.episode,
    first: p.first,
    started_at: p.started_at,
    ended_at: p.ended_at,
    ended_seq: p.ended_seq,
    end: p.end,
    ended_by: p.ended_by,
    agent_id: p.agent_id,
    length_ms: p.length_ms,
    queue_ms: p.queue_ms,
  }),
);

/** A length never runs backwards, whatever the clock did (P13). */
export function lengthMs(from: number, to: number): number {
  return Math.max(0, to - from);
}

/** The part of the running wait that passed in the queue, up to `at`. */
export function queuedMs(state: ConversationState, at: number): number {
  if (state.wait_started_at === null) return 0;
  const sinceMs = state.status === 'queued' ? lengthMs(Math.max(state.entered_at, state.wait_started_at), at) : 0;
  return state.wait_queue_ms + sinceMs;
}

interface WaitEnd {
  end: 'answered' | 'abandoned';
  by: Party | 'system';
  agentId: string | null;
  at: number;
  seq: number;
}

/** Writes down the wait that runs, if one does, and answers its length (M1–M3). */
export function* endWait(state: ConversationState, how: WaitEnd): Operation<number | null> {
  const { wait_started_at: startedAt, wait_started_seq: startedSeq } = state;
  if (startedAt === null || startedSeq === null) return null;
  const length = lengthMs(startedAt, how.at);
  yield* run(insert, {
    conversation_no: state.no,
    started_seq: startedSeq,
    episode: state.episode,
    // M2: until somebody answered, every wait of the episode is its first one.
    first: state.first_response_ms === null ? 1 : 0,
    started_at: startedAt,
    ended_at: how.at,
    ended_seq: how.seq,
    end: how.end,
    ended_by: how.by,
    agent_id: how.agentId,
    length_ms: length,
    queue_ms: Math.min(length, queuedMs(state, how.at)),
  });
  return length;
}
