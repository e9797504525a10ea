import { sql } from 'kysely';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { AssignConversation, Changed, Stale } from '../store.ts';
import { lockExpected } from './conversation-row.ts';
import { addEntry, readCard } from './entries.ts';
import { count, type Operation, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { lengthMs, queuedMs } from './waits.ts';

/** Takes room only where there is some, by one statement; the CHECK and the live index stand behind it (D11). */
const takeRoom = prepare<{ agentId: string; at: number }>()((db, p) =>
  db
    .updateTable('agent')
    .set({ load: sql`load + 1`, idle_since: p.at })
    .where('id', '=', p.agentId)
    .where('availability', '=', 'available')
    .where('lease_until', '>', p.at)
    .where(sql<boolean>`load + extra < capacity`),
);
const insert = prepare<{ no: number; number: number; agentId: string; reason: string; at: number }>()((db, p) =>
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
const leaveQueue = prepare<{ no: number; episode: number; agentId: string; queueMs: number }>()((db, p) =>
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
  waitQueueMs: number;
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
      room: 1,
      held: 0,
    })
    .where('no', '=', p.no),
);

export function* assignConversation(input: AssignConversation): Operation<Changed | Stale | { result: 'full' }> {
  const { conversationId, agentId, reason, at } = input;
  const state = yield* lockExpected(conversationId, input.expectVersion);
  if (state?.status !== 'queued') return { result: 'stale' };
  if ((yield* count(takeRoom, { agentId, at })) === 0) return { result: 'full' };
  const { no, episode } = state;
  const number = state.assignment + 1;
  const seq = state.head + 1;
  yield* run(insert, { no, number, agentId, reason, at });
  yield* run(leaveQueue, { no, episode, agentId, queueMs: lengthMs(state.entered_at, at) });
  const assigned: Entry = { kind: 'assigned', seq, at, episode, agent: yield* readCard(agentId) };
  yield* addEntry(no, assigned, agentId);
  const change = yield* takeChange();
  yield* run(assign, { no, agentId, assignment: number, seq, change, waitQueueMs: queuedMs(state, at) });
  const { visitor_id: visitorId } = state;
  return { result: 'changed', conversationId, visitorId, agentId, entries: [assigned], change };
}
