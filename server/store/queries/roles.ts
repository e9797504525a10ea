import { BASIS } from '../../../protocol/kit/basis.ts';
import type { Role } from '../../../protocol/wire/model.ts';
import { type Rights, ROLES } from '../../../protocol/wire/permissions.ts';
import { OWN_ROLES_MAX, type TeamRole } from '../../../protocol/wire/roles.ts';
import type { Based } from '../changes.ts';
import { isAnother } from './is-another.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { touchPlan } from './routing-plan.ts';

interface RoleRow {
  id: string;
  name: string;
  base: Role;
  rights: string;
  at: number;
}

const all = prepare()((db) => db.selectFrom('team_role').select(['id', 'name', 'base', 'rights']).orderBy('name'));
const one = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('team_role').select(['id', 'base']).where('id', '=', p.id),
);
const named = prepare<{ name: string }>()((db, p) =>
  db.selectFrom('team_role').select('id').where('name', '=', p.name),
);
const countOwn = prepare()((db) =>
  db
    .selectFrom('team_role')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .whereRef('id', '<>', 'base'),
);
const insert = prepare<RoleRow>()((db, p) =>
  db.insertInto('team_role').values({ id: p.id, name: p.name, base: p.base, rights: p.rights, changed_at: p.at }),
);
/** Of the five: kept from its first change on. */
const keep = prepare<RoleRow>()((db, p) =>
  db
    .insertInto('team_role')
    .values({ id: p.id, name: p.name, base: p.base, rights: p.rights, changed_at: p.at })
    .onConflict((c) => c.column('id').doUpdateSet({ rights: p.rights, changed_at: p.at })),
);
const change = prepare<Omit<RoleRow, 'base'>>()((db, p) =>
  db.updateTable('team_role').set({ name: p.name, rights: p.rights, changed_at: p.at }).where('id', '=', p.id),
);
const remove = prepare<{ id: string }>()((db, p) => db.deleteFrom('team_role').where('id', '=', p.id));
const letGo = prepare<{ id: string }>()((db, p) =>
  db.updateTable('agent').set({ role_id: null }).where('role_id', '=', p.id),
);
const version = prepare()((db) => db.selectFrom('routing_plan').select('version'));

export function* listRoles(): Operation<TeamRole[]> {
  const found = yield* rows(all, {});
  const kept = found.map(({ rights, ...role }) => ({ ...role, rights: JSON.parse(rights) as Rights }));
  const five = ROLES.map((base) => kept.find(({ id }) => id === base) ?? { id: base, name: base, base, rights: {} });
  return [...five, ...kept.filter(({ id, base }) => id !== base)];
}

export function* addRole(input: TeamRole & { at: number }): Operation<'added' | 'name_taken' | 'too_many'> {
  // First: changes of the team come one after another, so that the looks below can be trusted.
  yield* touchPlan();
  if (Number((yield* row(countOwn, {}))?.n ?? 0) >= OWN_ROLES_MAX) return 'too_many';
  if (isBuiltIn(input.name) || (yield* row(named, { name: input.name }))) return 'name_taken';
  yield* run(insert, { ...input, rights: JSON.stringify(input.rights) });
  return 'added';
}

export function* changeRole(
  input: Omit<TeamRole, 'base'> & Based & { at: number },
): Operation<'changed' | 'name_taken' | 'not_found' | 'stale'> {
  yield* touchPlan();
  if (input.basedOn !== undefined) {
    const now = (yield* listRoles()).find((role) => role.id === input.id);
    if (isAnother(now, BASIS.role, input.basedOn)) return 'stale';
  }
  const rights = JSON.stringify(input.rights);
  const { id } = input;
  if (isBuiltIn(id)) {
    yield* run(keep, { id, name: id, base: id, rights, at: input.at });
    return 'changed';
  }
  const other = yield* row(named, { name: input.name });
  if (isBuiltIn(input.name) || (other && other.id !== id)) return 'name_taken';
  return (yield* count(change, { ...input, rights })) === 1 ? 'changed' : 'not_found';
}

export function* removeRole(id: string): Operation<'removed' | 'not_found' | 'built_in'> {
  yield* touchPlan();
  if (isBuiltIn(id)) return 'built_in';
  if (!(yield* row(one, { id }))) return 'not_found';
  yield* run(letGo, { id });
  yield* run(remove, { id });
  return 'removed';
}

export function* readTeamVersion(): Operation<number> {
  return (yield* row(version, {}))?.version ?? 0;
}

/** The base of an own role; `null` where there is none of this id. */
export function* baseOf(id: string): Operation<Role | null> {
  return (yield* row(one, { id }))?.base ?? null;
}

function isBuiltIn(id: string): id is Role {
  return (ROLES as readonly string[]).includes(id);
}
