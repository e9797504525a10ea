import { sql } from 'kysely';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { Handed, TakeConversation } from '../team-store.ts';
import { addAssignment, leaveQueue } from './assign-conversation.ts';
import { type ConversationState, lockExpected, participantsOf } from './conversation-row.ts';
import { addEntry, readCard } from './entries.ts';
import { type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { endAssignment } from './release-agent.ts';
import { freeRoom, takeRoomByHand } from './room-by-hand.ts';
import { addTeamEntry } from './team-entries.ts';
import { lengthMs, queuedMs } from './waits.ts';

const take = prepare<{
  no: number;
  agentId: string;
  assignment: number;
  seq: number;
  change: number;
  teamHead: number;
  waitQueueMs: number;
  room: number;
  participants: string;
  at: number;
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
      team_head: p.teamHead,
      wait_queue_ms: p.waitQueueMs,
      room: p.room,
      assigned_at: p.at,
      answer_by: null,
      offer_agent_id: null,
      offer_until: null,
      offer_reason: null,
      held: 0,
      participants: p.participants,
      ask_kind: null,
      ask_to: null,
      ask_by: null,
      ask_until: null,
    })
    .where('no', '=', p.no),
);
const serveOn = prepare<{ no: number; episode: number; agentId: string }>()((db, p) =>
  db
    .updateTable('episode')
    .set({ last_agent_id: p.agentId })
    .where('conversation_no', '=', p.no)
    .where('number', '=', p.episode),
);

export function* takeConversation(input: TakeConversation): Operation<Handed | { result: 'stale' }> {
  const { conversationId, agentId, how, reason, at, weight: room = 1 } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (!state || state.status === 'closed' || state.agent_id === agentId) return { result: 'stale' };
  // T3: picked is what waits, everything else what a colleague has; so two who pick never take it from each other.
  if ((how === 'picked') !== (state.status === 'queued')) return { result: 'stale' };
  const { no, episode } = state;
  const assignment = state.assignment + 1;
  const seq = state.head + 1;
  const teamHead = state.team_head + 1;
  yield* moveRoom(state, input);
  yield* run(addAssignment, { no, number: assignment, agentId, reason, at });
  if (state.status === 'queued')
    yield* run(leaveQueue, { no, episode, agentId, queueMs: lengthMs(state.entered_at, at) });
  else yield* run(serveOn, { no, episode, agentId });
  const assigned: Entry = { kind: 'assigned', seq, at, episode, agent: yield* readCard(agentId) };
  yield* addEntry(no, assigned, agentId);
  const where = { no, number: teamHead, afterSeq: seq, at };
  const because = yield* addTeamEntry(where, { kind: 'reason', how, by_id: agentId, to_id: agentId, body: reason });
  const participants = JSON.stringify(participantsOf(state).filter((one) => one !== agentId));
  const change = yield* takeChange();
  const waitQueueMs = queuedMs(state, at);
  yield* run(take, { no, agentId, assignment, seq, change, teamHead, waitQueueMs, room, participants, at });
  const { visitor_id: visitorId } = state;
  const team = because ? [because] : [];
  return { result: 'changed', conversationId, visitorId, agentId, entries: [assigned], team, change };
}

/** In the order of the agents' ids, so that two who exchange conversations never wait for each other. */
function* moveRoom(state: ConversationState, input: TakeConversation): Operation<void> {
  const { agentId, how, at, weight = 1 } = input;
  // Who serves it, or at whom it rings.
  const from = state.status === 'active' ? state.agent_id : state.offer_agent_id;
  if (state.status === 'active') yield* endAssignment(state, how === 'transferred' ? 'transferred' : 'taken_over', at);
  if (from !== null && from <= agentId) yield* freeRoom(from, state.room, at);
  yield* takeRoomByHand(agentId, weight, at);
  if (from !== null && from > agentId) yield* freeRoom(from, state.room, at);
}
