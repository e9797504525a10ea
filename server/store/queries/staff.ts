import { sql } from 'kysely';
import { BASIS } from '../../../protocol/kit/basis.ts';
import type { StaffMember } from '../../../protocol/wire/departments.ts';
import type { Role } from '../../../protocol/wire/model.ts';
import type { SkillLevel } from '../../../protocol/wire/routing.ts';
import type { Based } from '../changes.ts';
import type { ChangeStaffMember } from '../staff-store.ts';
import { listDepartments } from './departments.ts';
import { isAnother } from './is-another.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { baseOf } from './roles.ts';
import { touchPlan } from './routing-plan.ts';
import { ROLE_OF, withRights } from './with-rights.ts';

const COLUMNS = [
  'agent.id',
  'agent.name',
  'agent.email',
  'agent.role',
  'agent.availability',
  'agent.capacity',
  'agent.away_reason as awayReason',
  'agent.skills',
  'agent.languages',
  'agent.site_ids as siteIds',
  'agent.role_id as roleId',
  'team_role.name as roleName',
  'team_role.rights as roleRights',
] as const;

const all = prepare()((db) =>
  db
    .selectFrom('agent')
    .leftJoin('team_role', (join) => join.on('team_role.id', '=', ROLE_OF))
    .select(COLUMNS)
    .orderBy('agent.made_at')
    .orderBy('agent.id'),
);
const one = prepare<{ agentId: string }>()((db, p) =>
  db
    .selectFrom('agent')
    .leftJoin('team_role', (join) => join.on('team_role.id', '=', ROLE_OF))
    .select(COLUMNS)
    .where('agent.id', '=', p.agentId),
);
const memberships = prepare()((db) =>
  db
    .selectFrom('agent_department')
    .select(['agent_id', 'department_id as departmentId', 'capacity'])
    .orderBy('agent_id')
    .orderBy('department_id'),
);
const membershipsOf = prepare<{ agentId: string }>()((db, p) =>
  db
    .selectFrom('agent_department')
    .select(['agent_id', 'department_id as departmentId', 'capacity'])
    .where('agent_id', '=', p.agentId)
    .orderBy('department_id'),
);
const owners = prepare()((db) => db.selectFrom('agent').select('id').where('role', '=', 'owner').limit(2));
interface MemberRow {
  agentId: string;
  name: string;
  role: Role;
  roleId: string | null;
  capacity: number;
  skills: string;
  languages: string;
  siteIds: string;
}
const change = prepare<MemberRow>()((db, p) =>
  db
    .updateTable('agent')
    .set({
      name: p.name,
      role: p.role,
      role_id: p.roleId,
      capacity: p.capacity,
      // R20: what no longer fits counts as taken by hand.
      load: sql`case when load + extra < ${p.capacity} then load + extra else ${p.capacity} end`,
      extra: sql`case when load + extra > ${p.capacity} then load + extra - ${p.capacity} else 0 end`,
      skills: p.skills,
      languages: p.languages,
      site_ids: p.siteIds,
    })
    .where('id', '=', p.agentId),
);
const leaveAll = prepare<{ agentId: string }>()((db, p) =>
  db.deleteFrom('agent_department').where('agent_id', '=', p.agentId),
);
const join = prepare<{ agentId: string; departmentId: string; capacity: number | null }>()((db, p) =>
  db
    .insertInto('agent_department')
    .values({ agent_id: p.agentId, department_id: p.departmentId, capacity: p.capacity })
    .onConflict((c) => c.doNothing()),
);

export function* listStaff(): Operation<StaffMember[]> {
  const found = yield* rows(all, {});
  const joined = new Map<string, MembershipRow[]>();
  for (const membership of yield* rows(memberships, {})) {
    const of = joined.get(membership.agent_id);
    if (of) of.push(membership);
    else joined.set(membership.agent_id, [membership]);
  }
  return found.map((agent) => toMember(agent, joined.get(agent.id) ?? []));
}

export function* findStaffMember(agentId: string): Operation<StaffMember | undefined> {
  const agent = yield* row(one, { agentId });
  return agent && toMember(agent, yield* rows(membershipsOf, { agentId }));
}

export function* changeStaffMember(
  input: ChangeStaffMember & Based,
): Operation<'changed' | 'not_found' | 'last_owner' | 'department_unknown' | 'role_unknown' | 'stale'> {
  yield* touchPlan();
  const { agentId, basedOn } = input;
  if (basedOn !== undefined && isAnother(yield* findStaffMember(agentId), BASIS.member, basedOn)) return 'stale';
  const before = yield* row(one, { agentId });
  if (!before) return 'not_found';
  if (before.role === 'owner' && input.role !== 'owner' && (yield* rows(owners, {})).length < 2) return 'last_owner';
  const roleId = input.roleId ?? null;
  if (roleId !== null && (yield* baseOf(roleId)) !== input.role) return 'role_unknown';
  const known = new Set((yield* listDepartments()).map((department) => department.id));
  if (input.departments.some(({ departmentId }) => !known.has(departmentId))) return 'department_unknown';
  yield* run(change, {
    agentId,
    name: input.name,
    role: input.role,
    roleId,
    capacity: input.capacity,
    skills: JSON.stringify(input.skills),
    languages: JSON.stringify(input.languages),
    siteIds: JSON.stringify(input.siteIds),
  });
  yield* run(leaveAll, { agentId });
  for (const { departmentId, capacity } of input.departments) yield* run(join, { agentId, departmentId, capacity });
  return 'changed';
}

type AgentRow = NonNullable<typeof one.row>;
type MembershipRow = NonNullable<typeof membershipsOf.row>;

function toMember({ skills, languages, siteIds, ...profile }: AgentRow, joined: MembershipRow[]): StaffMember {
  return {
    ...withRights(profile),
    siteIds: JSON.parse(siteIds) as string[],
    departments: joined.map(({ departmentId, capacity }) => ({ departmentId, capacity })),
    skills: JSON.parse(skills) as SkillLevel[],
    languages: JSON.parse(languages) as string[],
  };
}
