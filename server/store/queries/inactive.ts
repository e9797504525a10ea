import { sql } from 'kysely';
import type { RoomChange } from '../routing-store.ts';
import { lockExpected } from './conversation-row.ts';
import { type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { freeRoom, takeRoomByHand } from './room-by-hand.ts';

/** Active ones are few, whatever is stored: as many as the team has room for. */
const inactive = prepare<{ departmentId: string; silentSince: number; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(['id as conversationId', 'version'])
    .where('status', '=', sql.lit('active'))
    .where((eb) => eb(eb.fn.coalesce('department_id', eb.val('')), '=', p.departmentId))
    .where('room', '>', 0)
    .where('wait_started_at', 'is', null)
    .where('last_at', '<=', p.silentSince)
    .orderBy('last_at')
    .orderBy('no')
    .limit(p.limit),
);
const awakened = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(['id as conversationId', 'version'])
    .where('status', '=', sql.lit('active'))
    .where('room', '=', sql.lit(0))
    .where('wait_started_at', 'is not', null)
    .orderBy('wait_started_at')
    .orderBy('no')
    .limit(p.limit),
);
const setRoomOf = prepare<{ no: number; room: number }>()((db, p) =>
  db.updateTable('conversation').set({ room: p.room }).where('no', '=', p.no),
);

export function* listInactive(input: {
  departmentId: string | null;
  silentSince: number;
  limit: number;
}): Operation<RoomChange[]> {
  return yield* rows(inactive, { ...input, departmentId: input.departmentId ?? '' });
}

export function* listAwakened(limit: number): Operation<RoomChange[]> {
  return yield* rows(awakened, { limit });
}

/** An agent keeps whom she serves: who writes again takes room above the capacity, too, as by hand (R20). */
export function* setRoom(input: RoomChange & { room: number; at: number }): Operation<void> {
  const { conversationId, version, room, at } = input;
  const state = yield* lockExpected(conversationId, version);
  if (state?.status !== 'active' || state.agent_id === null) return;
  // Only what was listed: the visitor wrote again, or the agent answered, in the meantime.
  const waits = state.wait_started_at !== null;
  if (state.room === room || waits === (room === 0)) return;
  yield* run(setRoomOf, { no: state.no, room });
  if (room > state.room) yield* takeRoomByHand(state.agent_id, room - state.room, at);
  else yield* freeRoom(state.agent_id, state.room - room, at);
}
