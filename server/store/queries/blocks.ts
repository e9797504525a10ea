import type { KeptBlock, NewBlock } from '../people-store.ts';
import { count, type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { lockVisitor } from './visitor-lock.ts';

const holding = prepare<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom('visitor_block')
    .innerJoin('agent', 'agent.id', 'visitor_block.by_id')
    .leftJoin('visitor', 'visitor.id', 'visitor_block.visitor_id')
    .select([
      'visitor_block.id',
      'visitor_block.site_id as siteId',
      'visitor_block.visitor_id as visitorId',
      'visitor.label',
      'address_hash as addressHash',
      'reason',
      'by_id',
      'agent.name as byName',
      'at',
      'until',
    ])
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', p.now)]))
    .orderBy('at', 'desc')
    .limit(p.limit),
);
const joined = prepare()((db) =>
  db
    .selectFrom('visitor')
    .select(['id', 'joined_to'])
    .where(
      'joined_to',
      'in',
      (eb) => eb.selectFrom('visitor_block').select('visitor_id').where('ended_at', 'is', null) as never,
    ),
);
const insert = prepare<NewBlock>()((db, p) =>
  db.insertInto('visitor_block').values({
    id: p.id,
    site_id: p.siteId,
    visitor_id: p.visitorId,
    address_hash: p.addressHash,
    reason: p.reason,
    by_id: p.byId,
    at: p.at,
    until: p.until,
    ended_at: null,
    ended_by: null,
  }),
);
const end = prepare<{ id: string; byId: string; at: number }>()((db, p) =>
  db
    .updateTable('visitor_block')
    .set({ ended_at: p.at, ended_by: p.byId })
    .where('id', '=', p.id)
    .where('ended_at', 'is', null),
);
const endOf = prepare<{ visitorId: string; byId: string; at: number }>()((db, p) =>
  db
    .updateTable('visitor_block')
    .set({ ended_at: p.at, ended_by: p.byId })
    .where('visitor_id', '=', p.visitorId)
    .where('ended_at', 'is', null),
);

export function* listBlocks(input: { now: number; limit: number }): Operation<KeptBlock[]> {
  const found = yield* rows(holding, input);
  const others = found.length === 0 ? [] : yield* rows(joined, {});
  return found.map(({ by_id, byName, ...block }) => ({
    ...block,
    by: { id: by_id, name: byName },
    profiles: [
      block.visitorId,
      ...others.filter((one) => one.joined_to === block.visitorId).map(({ id }) => id),
    ].filter((id) => id !== null),
  }));
}

export function* addBlock(input: NewBlock): Operation<'added' | 'not_found'> {
  if (!(yield* lockVisitor(input.visitorId))) return 'not_found';
  yield* run(endOf, input);
  yield* run(insert, input);
  return 'added';
}

export function* endBlock(input: { id: string; byId: string; at: number }): Operation<'ended' | 'not_found'> {
  return (yield* count(end, input)) === 1 ? 'ended' : 'not_found';
}
