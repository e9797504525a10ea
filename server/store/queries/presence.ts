import { AGENT_LEASE_MS } from '../../../protocol/wire/limits.ts';
import { listOf } from './list-of.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { noteArrivals } from './staff-facts.ts';

const renew = prepare<{ ids: string; until: number }>()((db, p, dialect) =>
  db
    .updateTable('agent')
    .set({ lease_until: p.until })
    .where('id', 'in', listOf(p.ids, dialect))
    .where('lease_until', '<', p.until),
);
const end = prepare<{ agentId: string; until: number }>()((db, p) =>
  db.updateTable('agent').set({ lease_until: p.until }).where('id', '=', p.agentId),
);
const extendAll = prepare<{ seenSince: number; until: number }>()((db, p) =>
  db
    .updateTable('agent')
    // A longer one was given by a clock that was set back since (P13): it ends here too.
    .set({ lease_until: p.until })
    .where((eb) => eb.or([eb('load', '>', 0), eb('lease_until', '>=', p.seenSince)])),
);
const anyAvailable = prepare<{ now: number }>()((db, p) =>
  db.selectFrom('agent').select('id').where('availability', '=', 'available').where('lease_until', '>', p.now).limit(1),
);

export function* renewLeases(input: { agentIds: string[]; until: number }): Operation<void> {
  // A lease is always one length ahead of its renewal.
  yield* noteArrivals(input.agentIds, input.until - AGENT_LEASE_MS);
  yield* run(renew, { ids: JSON.stringify(input.agentIds), until: input.until });
}

export function* endLease(input: { agentId: string; until: number }): Operation<void> {
  yield* run(end, input);
}

export function* extendAllLeases(input: { seenSince: number; until: number }): Operation<void> {
  yield* run(extendAll, input);
}

export function* isAnyAvailable(now: number): Operation<boolean> {
  return (yield* row(anyAvailable, { now })) !== undefined;
}
