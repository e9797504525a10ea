import { sql } from 'kysely';
import type { StaffRow } from '../../domain/books/books.ts';
import type { StaffFact } from '../../domain/business/team-time.ts';
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
const since = prepare<{ since: number }>()((db, p) =>
  db
    .selectFrom('staff_fact')
    .select(['no', 'agent_id as agentId', 'at', 'kind'])
    .where('at', '>=', p.since)
    .orderBy('at')
    .orderBy('no'),
);
const agents = prepare()((db) =>
  db.selectFrom('agent').select(['id', 'name', 'lease_until as leaseUntil']).orderBy('id'),
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

export function* listStaffFacts(input: { since: number }): Operation<StaffRow[]> {
  return yield* rows(since, input);
}

export function* listStaffLeases(): Operation<{ id: string; name: string; leaseUntil: number }[]> {
  return yield* rows(agents, {});
}
