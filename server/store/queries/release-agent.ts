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
export const freeRoom = prepare<{ agentId: string; at: number; room: number }>()((db, p) =>
  db
    .updateTable('agent')
    .set({
      load: sql`case when load + extra - ${p.room} < capacity then load + extra - ${p.room} else capacity end`,
      extra: sql`case when load + extra - ${p.room} > capacity then load + extra - ${p.room} - capacity else 0 end`,
      idle_since: p.at,
    })
    .where('id', '=', p.agentId),
);

/** A conversation that was opened again in its wrap-up and ended again holds its room once more. */
const holdRoom = prepare<{ no: number; agentId: string; room: number; until: number }>()((db, p) =>
  db
    .insertInto('wrap_up')
    .values({ conversation_no: p.no, agent_id: p.agentId, room: p.room, until: p.until })
    .onConflict((c) =>
      c.columns(['conversation_no', 'agent_id']).doUpdateSet({ room: sql`wrap_up.room + ${p.room}`, until: p.until }),
    ),
);

/**
 * Ends the live assignment and gives the agent's room back, at once or after the wrap-up (C15). Nothing to do while it is
 * queued.
 */
export function* releaseAgent(
  state: ConversationState,
  reason: 'closed' | 'requeued',
  at: number,
  wrapUpMs = 0,
): Operation<void> {
  if (state.status !== 'active' || state.agent_id === null) return;
  yield* run(endAssignment, { no: state.no, at, reason });
  if (wrapUpMs > 0 && state.room > 0) {
    const { no, agent_id: agentId, room } = state;
    yield* run(holdRoom, { no, agentId, room, until: at + wrapUpMs });
    return;
  }
  yield* run(freeRoom, { agentId: state.agent_id, at, room: state.room });
}
