import { sql } from 'kysely';
import type { AgentDay, StaffFact } from '../../domain/business/team-time.ts';
import type { Period } from '../store.ts';
import { listOf } from './list-of.ts';
import { type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const insert = prepare<{ agentId: string; at: number; kind: StaffFact['kind']; reason: string | null }>()((db, p) =>
  db.insertInto('staff_fact').values({ agent_id: p.agentId, at: p.at, kind: p.kind, reason: p.reason }),
);
/** Who was gone: when that was, if she was ever here, and that she is back. */
const addLeft = prepare<{ ids: string; at: number }>()((db, p, dialect) =>
  db
    .insertInto('staff_fact')
    .columns(['agent_id', 'at', 'kind'])
    .expression((eb) =>
      eb
        .selectFrom('agent')
        .select(['id', 'lease_until', sql.lit<'left'>('left').as('kind')])
        .where('id', 'in', listOf(p.ids, dialect))
        .where('lease_until', '>', 0)
        .where('lease_until', '<', p.at),
    ),
);
const addCame = prepare<{ ids: string; at: number }>()((db, p, dialect) =>
  db
    .insertInto('staff_fact')
    .columns(['agent_id', 'at', 'kind'])
    .expression((eb) =>
      eb
        .selectFrom('agent')
        .select((s) => ['id', s.cast<number>(s.val(p.at), 'bigint').as('at'), sql.lit<'came'>('came').as('kind')])
        .where('id', 'in', listOf(p.ids, dialect))
        .where('lease_until', '<', p.at),
    ),
);
const within = prepare<Period>()((db, p) =>
  db
    .selectFrom('staff_fact')
    .select(['no', 'agent_id as agentId', 'at', 'kind'])
    .where('at', '>=', p.from)
    .where('at', '<', p.to)
    .orderBy('at')
    .orderBy('no'),
);
/** How everybody stood when the period began. */
const before = prepare<{ from: number }>()((db, p) =>
  db
    .selectFrom('staff_fact')
    .select(['no', 'agent_id as agentId', 'at', 'kind'])
    .where('no', 'in', (eb) =>
      eb
        .selectFrom('staff_fact as last')
        .select((s) => s.fn.max('last.no').as('no'))
        .where('last.at', '<', p.from)
        .groupBy(['last.agent_id', 'last.kind']),
    )
    .orderBy('at')
    .orderBy('no'),
);
const agents = prepare()((db) =>
  db.selectFrom('agent').select(['id', 'name', 'lease_until as leaseUntil']).orderBy('id'),
);
const served = prepare<Period & { now: number }>()((db, p) =>
  db
    .selectFrom('assignment')
    .select(['agent_id as agentId', 'at as from', sql<number>`coalesce(ended_at, ${p.now})`.as('to')])
    .where('at', '<', p.to)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>=', p.from)]))
    .orderBy('at'),
);

/** M16: written with the change itself, and never changed. */
export function* addStaffFact(
  agentId: string,
  at: number,
  kind: StaffFact['kind'],
  reason: string | null = null,
): Operation<void> {
  yield* run(insert, { agentId, at, kind, reason });
}

/** Before the leases are renewed: of those whose lease had ended, when they left, and that they came. */
export function* noteArrivals(agentIds: string[], at: number): Operation<void> {
  const ids = JSON.stringify(agentIds);
  yield* run(addLeft, { ids, at });
  yield* run(addCame, { ids, at });
}

export function* listAgentDays(
  input: Period & { now: number },
): Operation<(AgentDay & { agentId: string; name: string })[]> {
  const facts = [...(yield* rows(before, { from: input.from })), ...(yield* rows(within, input))];
  const spans = yield* rows(served, input);
  const days = (yield* rows(agents, {})).map(({ id: agentId, name, leaseUntil }) => ({
    ...{ agentId, name, leaseUntil },
    facts: facts.filter((fact) => fact.agentId === agentId).map(({ at, kind }) => ({ at, kind })),
    served: spans.filter((span) => span.agentId === agentId).map(({ from, to }) => ({ from, to: Number(to) })),
  }));
  return days.filter(({ facts: known, served: own }) => known.length > 0 || own.length > 0);
}
