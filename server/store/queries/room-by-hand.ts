import { sql } from 'kysely';
import { type Operation, run } from './operation.ts';
import { prepare } from './prepare.ts';

interface Room {
  agentId: string;
  room: number;
  at: number;
}

/** `load` stays within the capacity, the rest is `extra` (R20): what was taken by hand above the capacity goes first. */
const give = prepare<Room>()((db, p) =>
  db
    .updateTable('agent')
    .set({
      load: sql`case when load + extra + ${p.room} < capacity then load + extra + ${p.room} else capacity end`,
      extra: sql`case when load + extra + ${p.room} > capacity then load + extra + ${p.room} - capacity else 0 end`,
      idle_since: p.at,
    })
    .where('id', '=', p.agentId),
);
const takeBack = prepare<Room>()((db, p) =>
  db
    .updateTable('agent')
    .set({
      load: sql`case when load + extra - ${p.room} < capacity then load + extra - ${p.room} else capacity end`,
      extra: sql`case when load + extra - ${p.room} > capacity then load + extra - ${p.room} - capacity else 0 end`,
      idle_since: p.at,
    })
    .where('id', '=', p.agentId),
);

/** T3: by hand there is always room. */
export function* takeRoomByHand(agentId: string, room: number, at: number): Operation<void> {
  yield* run(give, { agentId, room, at });
}

export function* freeRoom(agentId: string, room: number, at: number): Operation<void> {
  yield* run(takeBack, { agentId, room, at });
}
