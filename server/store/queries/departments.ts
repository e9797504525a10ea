import { BASIS } from '../../../protocol/kit/basis.ts';
import type { Department } from '../../../protocol/wire/departments.ts';
import { DEPARTMENTS_MAX } from '../../../protocol/wire/limits.ts';
import type { Given, RoutingSettings } from '../../../protocol/wire/routing.ts';
import type { Based } from '../changes.ts';
import { isAnother } from './is-another.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { touchPlan } from './routing-plan.ts';

interface DepartmentRow {
  id: string;
  siteId: string | null;
  name: string;
  routing: string;
  at: number;
}

const insert = prepare<DepartmentRow>()((db, p) =>
  db
    .insertInto('department')
    .values({ id: p.id, site_id: p.siteId, name: p.name, routing: p.routing, made_at: p.at, removed_at: null })
    .onConflict((c) => c.doNothing()),
);
const countAll = prepare()((db) =>
  db
    .selectFrom('department')
    .select((eb) => eb.fn.countAll<number>().as('departments'))
    .where('removed_at', 'is', null),
);
const named = prepare<{ name: string }>()((db, p) =>
  db.selectFrom('department').select(['id', 'site_id']).where('name', '=', p.name).where('removed_at', 'is', null),
);
const change = prepare<Omit<DepartmentRow, 'at'>>()((db, p) =>
  db
    .updateTable('department')
    .set({ site_id: p.siteId, name: p.name, routing: p.routing })
    .where('id', '=', p.id)
    .where('removed_at', 'is', null),
);
const remove = prepare<{ departmentId: string; at: number }>()((db, p) =>
  db
    .updateTable('department')
    .set({ removed_at: p.at })
    .where('id', '=', p.departmentId)
    .where('removed_at', 'is', null),
);
const leave = prepare<{ departmentId: string }>()((db, p) =>
  db.deleteFrom('agent_department').where('department_id', '=', p.departmentId),
);
const letGo = prepare<{ departmentId: string }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({ department_id: null })
    .where('department_id', '=', p.departmentId)
    .where('status', '<>', 'closed'),
);
const all = prepare()((db) =>
  db
    .selectFrom('department')
    .select(['id', 'site_id as siteId', 'name', 'routing'])
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id'),
);

export function* addDepartment(input: Department & { at: number }): Operation<'added' | 'name_taken' | 'too_many'> {
  yield* touchPlan();
  const { departments } = (yield* row(countAll, {})) ?? { departments: 0 };
  if (Number(departments) >= DEPARTMENTS_MAX) return 'too_many';
  const added = yield* count(insert, { ...input, routing: JSON.stringify(input.routing) });
  return added === 1 ? 'added' : 'name_taken';
}

export function* changeDepartment(
  input: Department & Based,
): Operation<'changed' | 'name_taken' | 'not_found' | 'stale'> {
  // First: changes of the team come one after another, so that the look below can be trusted.
  yield* touchPlan();
  const { id, siteId, name, basedOn } = input;
  if (basedOn !== undefined) {
    const now = (yield* listDepartments()).find((one) => one.id === id);
    if (isAnother(now, BASIS.department, basedOn)) return 'stale';
  }
  const taken = yield* rows(named, { name });
  if (taken.some((one) => one.id !== id && one.site_id === siteId)) return 'name_taken';
  const changed = yield* count(change, { id, siteId, name, routing: JSON.stringify(input.routing) });
  return changed === 1 ? 'changed' : 'not_found';
}

export function* removeDepartment(input: { departmentId: string; at: number }): Operation<'removed' | 'not_found'> {
  yield* touchPlan();
  if ((yield* count(remove, input)) === 0) return 'not_found';
  yield* run(leave, input);
  yield* run(letGo, input);
  return 'removed';
}

export function* listDepartments(): Operation<Department[]> {
  const found = yield* rows(all, {});
  return found.map((one) => ({ ...one, routing: JSON.parse(one.routing) as Given<RoutingSettings> }));
}
