import { sql } from 'kysely';
import type { RoutingTeam } from '../routing-store.ts';
import { listDepartments } from './departments.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import { readRoutingPlan } from './routing-plan.ts';
import { listStaff } from './staff.ts';

const version = prepare()((db) => db.selectFrom('routing_plan').select('version'));
const present = prepare<{ now: number }>()((db, p) =>
  db
    .selectFrom('agent')
    .select([
      'id',
      'name',
      'capacity',
      sql<number>`load + extra`.as('load'),
      'idle_since as idleSince',
      'given_at as givenAt',
    ])
    .where('availability', '=', 'available')
    .where('lease_until', '>', p.now)
    .orderBy('id'),
);
const limits = prepare()((db) =>
  db.selectFrom('agent_department').select('agent_id').where('capacity', 'is not', null).limit(1),
);
/** Who holds it: the agent who serves it, or the one at whom it rings. Two queries, so that each uses its own index. */
const served = prepare()((db) =>
  db
    .selectFrom('conversation')
    .select((eb) => [
      'department_id as departmentId',
      'agent_id as agentId',
      eb.fn.countAll<number>().as('conversations'),
      eb.fn.sum<number>('room').as('room'),
    ])
    .where('status', '=', sql.lit('active'))
    .where('room', '>', 0)
    .where('department_id', 'is not', null)
    .groupBy(['department_id', 'agent_id']),
);
const ringing = prepare()((db) =>
  db
    .selectFrom('conversation')
    .select((eb) => [
      'department_id as departmentId',
      'offer_agent_id as agentId',
      eb.fn.countAll<number>().as('conversations'),
      eb.fn.sum<number>('room').as('room'),
    ])
    .where('offer_agent_id', 'is not', null)
    .where('department_id', 'is not', null)
    .groupBy(['department_id', 'offer_agent_id']),
);

export function* readRoutingTeam(input: { now: number; knownVersion: number | null }): Operation<RoutingTeam> {
  const at = (yield* row(version, {}))?.version ?? 0;
  const setUp =
    at === input.knownVersion
      ? null
      : { plan: yield* readRoutingPlan(), departments: yield* listDepartments(), staff: yield* listStaff() };
  return { version: at, setUp, agents: yield* rows(present, input), served: yield* readServed() };
}

/** Counted only where somebody set a limit. */
function* readServed(): Operation<RoutingTeam['served']> {
  const departments = yield* listDepartments();
  if (departments.length === 0) return [];
  const plan = yield* readRoutingPlan();
  const limited =
    plan.capacity != null ||
    departments.some(({ routing }) => routing.capacity != null) ||
    (yield* row(limits, {})) !== undefined;
  if (!limited) return [];
  const found = [...(yield* rows(served, {})), ...(yield* rows(ringing, {}))];
  return found.map((one) => ({
    departmentId: one.departmentId ?? '',
    agentId: one.agentId ?? '',
    conversations: Number(one.conversations),
    room: Number(one.room),
  }));
}
