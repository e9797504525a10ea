import { sql } from 'kysely';
import type { ConversationState } from './conversation-row.ts';
import { type Operation, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { freeRoom } from './room-by-hand.ts';

type EndReason = 'closed' | 'requeued' | 'transferred' | 'taken_over';

const endLive = prepare<{ no: number; at: number; reason: EndReason }>()((db, p) =>
  db
    .updateTable('assignment')
    .set({ ended_at: p.at, end_reason: p.reason })
    .where('conversation_no', '=', p.no)
    .where('ended_at', 'is', null),
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
  const { no, agent_id: agentId, room } = state;
  yield* endAssignment(state, reason, at);
  if (wrapUpMs > 0 && room > 0) yield* run(holdRoom, { no, agentId, room, until: at + wrapUpMs });
  else yield* freeRoom(agentId, room, at);
}

/** Without the room: where another agent takes it in the same moment, both rooms move in the order of their ids. */
export function* endAssignment(state: { no: number }, reason: EndReason, at: number): Operation<void> {
  yield* run(endLive, { no: state.no, at, reason });
}
