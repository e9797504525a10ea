import type { SavedView, SaveView } from '../../../protocol/wire/inbox.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

type Written = SaveView & { id: string; at: number };
interface ViewRow {
  id: string;
  agentId: string;
  shared: number;
  name: string;
  place: string;
  at: number;
}

const seen = prepare<{ agentId: string }>()((db, p) =>
  db
    .selectFrom('saved_view')
    .innerJoin('agent', 'agent.id', 'saved_view.agent_id')
    .select([
      'saved_view.id',
      'saved_view.name',
      'saved_view.place',
      'saved_view.shared',
      'saved_view.agent_id as ownerId',
      'agent.name as ownerName',
    ])
    .where((eb) => eb.or([eb('saved_view.shared', '=', 1), eb('saved_view.agent_id', '=', p.agentId)]))
    .orderBy('saved_view.shared')
    .orderBy('saved_view.position')
    .orderBy('saved_view.id'),
);
const countOwn = prepare<{ agentId: string }>()((db, p) =>
  db
    .selectFrom('saved_view')
    .select((eb) => [eb.fn.countAll<number>().as('views'), eb.fn.max('position').as('last')])
    .where('shared', '=', 0)
    .where('agent_id', '=', p.agentId),
);
const countShared = prepare()((db) =>
  db
    .selectFrom('saved_view')
    .select((eb) => [eb.fn.countAll<number>().as('views'), eb.fn.max('position').as('last')])
    .where('shared', '=', 1),
);
const insert = prepare<ViewRow & { position: number }>()((db, p) =>
  db.insertInto('saved_view').values({
    ...{ id: p.id, agent_id: p.agentId, shared: p.shared, name: p.name, place: p.place, position: p.position },
    changed_at: p.at,
  }),
);
const change = prepare<Omit<ViewRow, 'agentId'>>()((db, p) =>
  db
    .updateTable('saved_view')
    .set({ name: p.name, place: p.place, shared: p.shared, changed_at: p.at })
    .where('id', '=', p.id),
);
const remove = prepare<{ id: string }>()((db, p) => db.deleteFrom('saved_view').where('id', '=', p.id));
const putOwn = prepare<{ id: string; agentId: string; position: number }>()((db, p) =>
  db
    .updateTable('saved_view')
    .set({ position: p.position })
    .where('id', '=', p.id)
    .where('shared', '=', 0)
    .where('agent_id', '=', p.agentId),
);
const putShared = prepare<{ id: string; position: number }>()((db, p) =>
  db.updateTable('saved_view').set({ position: p.position }).where('id', '=', p.id).where('shared', '=', 1),
);

export function* listViews(agentId: string): Operation<SavedView[]> {
  return (yield* rows(seen, { agentId })).map((view) => ({ ...view, shared: view.shared === 1 }));
}

/** Two at once at the limit may both find room: a bound against runaways, not a promise. */
export function* addView(input: Written & { agentId: string; max: number }): Operation<'added' | 'too_many'> {
  const { id, agentId, name, place, at, max } = input;
  const held = input.shared ? yield* row(countShared, {}) : yield* row(countOwn, { agentId });
  if (Number(held?.views ?? 0) >= max) return 'too_many';
  const position = Number(held?.last ?? -1) + 1;
  yield* run(insert, { id, agentId, name, place, at, position, shared: input.shared ? 1 : 0 });
  return 'added';
}

export function* changeView(input: Written): Operation<'changed' | 'not_found'> {
  const { id, name, place, at } = input;
  const written = yield* count(change, { id, name, place, at, shared: input.shared ? 1 : 0 });
  return written === 1 ? 'changed' : 'not_found';
}

export function* removeView(id: string): Operation<'removed' | 'not_found'> {
  return (yield* count(remove, { id })) === 1 ? 'removed' : 'not_found';
}

export function* orderViews(input: { agentId: string; shared: boolean; ids: readonly string[] }): Operation<void> {
  for (const [position, id] of input.ids.entries()) {
    if (input.shared) yield* run(putShared, { id, position });
    else yield* run(putOwn, { id, agentId: input.agentId, position });
  }
}
