import { sql } from 'kysely';
import type { ConversationState } from './conversation-row.ts';
import { type Operation, run } from './operation.ts';
import { prepare } from './prepare.ts';

const endAssignment = prepare<{ no: number; at: number; reason: 'closed' | 'requeued' }>()((db, p) =>
  db
    .updateTable('assignment')
    .set({ ended_at: p.at, end_reason: p.reason })
    .where('conversation_no', '=', p.no)
    .where('ended_at', 'is', null),
);
/** What was taken by hand above the capacity goes first (R20). */
const freeRoom = prepare<{ agentId: string; at: number; room: number }>()((db, p) =>
  db
    .updateTable('agent')
    .set({
      load: sql`case when load + extra - ${p.room} < capacity then load + extra - ${p.room} else capacity end`,
      extra: sql`case when load + extra - ${p.room} > capacity then load + extra - ${p.room} - capacity else 0 end`,
      idle_since: p.at,
    })
    .where('id', '=', p.agentId),
);

/** Ends the live assignment and gives the agent's room back. Nothing to do while it is queued. */
export function* releaseAgent(state: ConversationState, reason: 'closed' | 'requeued', at: number): Operation<void> {
  if (state.status !== 'active' || state.agent_id === null) return;
  yield* run(endAssignment, { no: state.no, at, reason });
  yield* run(freeRoom, { agentId: state.agent_id, at, room: state.room });
}
