import { sql } from 'kysely';
import { type ConversationState, locked } from './conversation-row.ts';
import { count, type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';

/** Takes room only where there is some, by one statement; the CHECK and the live index stand behind it (D11). */
const take = prepare<{ agentId: string; weight: number; at: number }>()((db, p) =>
  db
    .updateTable('agent')
    .set({ load: sql`load + ${p.weight}`, idle_since: p.at, given_at: p.at })
    .where('id', '=', p.agentId)
    .where('availability', '=', 'available')
    .where('lease_until', '>', p.at)
    .where(sql<boolean>`load + extra + ${p.weight} <= capacity`),
);
const lockDepartment = prepare<{ departmentId: string }>()((db, p, dialect) =>
  locked(db.selectFrom('department').select('id').where('id', '=', p.departmentId), dialect),
);
const lockAgent = prepare<{ agentId: string }>()((db, p, dialect) =>
  locked(db.selectFrom('agent').select('id').where('id', '=', p.agentId), dialect),
);
const membership = prepare<{ agentId: string; departmentId: string }>()((db, p) =>
  db
    .selectFrom('agent_department')
    .select('capacity')
    .where('agent_id', '=', p.agentId)
    .where('department_id', '=', p.departmentId),
);
const servedBy = prepare<{ agentId: string; departmentId: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(sql<number>`coalesce(sum(room), 0)`.as('room'))
    .where('department_id', '=', p.departmentId)
    .where('status', '<>', sql.lit('closed'))
    .where((eb) => eb.or([eb('agent_id', '=', p.agentId), eb('offer_agent_id', '=', p.agentId)])),
);
const servedIn = prepare<{ departmentId: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select((eb) => eb.fn.countAll<number>().as('conversations'))
    .where('department_id', '=', p.departmentId)
    .where('status', '<>', sql.lit('closed'))
    // R21: what is inactive frees its department, too.
    .where('room', '>', 0)
    .where((eb) => eb.or([eb('status', '=', sql.lit('active')), eb('offer_agent_id', 'is not', null)])),
);

interface Wanted {
  agentId: string;
  weight: number;
  departmentLimit: number | null;
  at: number;
}

/** False: no room, or not there. Rows are locked in one order: conversation, department, agent. */
export function* takeRoom(state: ConversationState, wanted: Wanted): Operation<boolean> {
  const { agentId, weight, departmentLimit, at } = wanted;
  const { department_id: departmentId } = state;
  if (departmentId !== null) {
    if (departmentLimit !== null) {
      yield* row(lockDepartment, { departmentId });
      if (Number((yield* row(servedIn, { departmentId }))?.conversations ?? 0) >= departmentLimit) return false;
    }
    const own = yield* row(membership, { agentId, departmentId });
    if (own && own.capacity !== null) {
      yield* row(lockAgent, { agentId });
      const room = Number((yield* row(servedBy, { agentId, departmentId }))?.room ?? 0);
      if (room + weight > own.capacity) return false;
    }
  }
  return (yield* count(take, { agentId, weight, at })) === 1;
}
