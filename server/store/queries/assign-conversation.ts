import { sql } from 'kysely';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { AssignConversation } from '../routing-store.ts';
import type { Stale } from '../store.ts';
import type { Handed } from '../team-store.ts';
import { type ConversationState, lockExpected } from './conversation-row.ts';
import { addEntry, readCard } from './entries.ts';
import { type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { takeRoom } from './take-room.ts';
import { addTeamEntry } from './team-entries.ts';
import { lengthMs, queuedMs } from './waits.ts';

export const addAssignment = prepare<{ no: number; number: number; agentId: string; reason: string; at: number }>()(
  (db, p) =>
    db.insertInto('assignment').values({
      conversation_no: p.no,
      number: p.number,
      agent_id: p.agentId,
      reason: p.reason,
      at: p.at,
      ended_at: null,
      end_reason: null,
    }),
);
export const leaveQueue = prepare<{ no: number; episode: number; agentId: string; queueMs: number }>()((db, p) =>
  db
    .updateTable('episode')
    // M4: summed over re-queues.
    .set({ queue_ms: sql`coalesce(queue_ms, 0) + ${p.queueMs}`, last_agent_id: p.agentId })
    .where('conversation_no', '=', p.no)
    .where('number', '=', p.episode),
);
const assign = prepare<{
  no: number;
  agentId: string;
  assignment: number;
  seq: number;
  change: number;
  teamHead: number;
  waitQueueMs: number;
  room: number;
  at: number;
  answerBy: number | null;
}>()((db, p) =>
  db
    .updateTable('conversation')
    .set({
      status: 'active',
      version: sql`version + 1`,
      agent_id: p.agentId,
      assignment: p.assignment,
      head: p.seq,
      change: p.change,
      wait_queue_ms: p.waitQueueMs,
      room: p.room,
      team_head: p.teamHead,
      assigned_at: p.at,
      answer_by: p.answerBy,
      offer_agent_id: null,
      offer_until: null,
      offer_reason: null,
      held: 0,
    })
    .where('no', '=', p.no),
);

export function* assignConversation(input: AssignConversation): Operation<Handed | Stale | { result: 'full' }> {
  const { conversationId, agentId, reason, at, weight = 1, departmentLimit = null, answerBy = null } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (state?.status !== 'queued' || state.offer_agent_id !== null) return { result: 'stale' };
  if (!(yield* takeRoom(state, { agentId, weight, departmentLimit, at }))) return { result: 'full' };
  return yield* giveTo(state, { agentId, reason, at, answerBy, room: weight });
}

interface Giving {
  agentId: string;
  reason: string;
  at: number;
  answerBy: number | null;
  room: number;
}

/** From the queue to an agent whose room is taken already. */
export function* giveTo(state: ConversationState, giving: Giving): Operation<Handed> {
  const { agentId, reason, at, answerBy, room } = giving;
  const { no, episode, id: conversationId, visitor_id: visitorId } = state;
  const assignment = state.assignment + 1;
  const seq = state.head + 1;
  yield* run(addAssignment, { no, number: assignment, agentId, reason, at });
  yield* run(leaveQueue, { no, episode, agentId, queueMs: lengthMs(state.entered_at, at) });
  const assigned: Entry = { kind: 'assigned', seq, at, episode, agent: yield* readCard(agentId) };
  yield* addEntry(no, assigned, agentId);
  const teamHead = state.team_head + 1;
  const where = { no, number: teamHead, afterSeq: seq, at };
  const because = yield* addTeamEntry(where, { kind: 'reason', how: 'routed', to_id: agentId, body: reason });
  const change = yield* takeChange();
  const waitQueueMs = queuedMs(state, at);
  yield* run(assign, { no, agentId, assignment, seq, change, teamHead, waitQueueMs, room, at, answerBy });
  const team = because ? [because] : [];
  return { result: 'changed', conversationId, visitorId, agentId, entries: [assigned], team, change };
}
