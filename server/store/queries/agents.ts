import type { AgentProfile } from '../../../protocol/wire/model.ts';
import type { NewAgent } from '../store.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { touchPlan } from './routing-plan.ts';
import { addStaffFact } from './staff-facts.ts';
import { ROLE_OF, withRights } from './with-rights.ts';

const PROFILE = [
  'agent.id',
  'agent.name',
  'agent.email',
  'agent.role',
  'agent.availability',
  'agent.capacity',
  'agent.away_reason as awayReason',
  'agent.role_id as roleId',
  'team_role.name as roleName',
  'team_role.rights as roleRights',
] as const;

/** Makes the adding of agents one after another, so that "while there is no agent" can be trusted. */
const lockInstallation = prepare()((db, _p, dialect) => {
  const query = db.selectFrom('installation').select('set_up_hash');
  return dialect === 'postgres' ? query.forUpdate() : query;
});
interface Written {
  availability: string;
  awayReason: string | null;
  roleId: string | null;
}
const insert = prepare<Omit<NewAgent, 'awayReason' | 'roleId'> & Written>()((db, p) =>
  db
    .insertInto('agent')
    .values({
      id: p.id,
      email: p.email,
      name: p.name,
      role: p.role,
      password_hash: p.passwordHash,
      // Whoever signs in has come to work; presence is a lease of its own. Who only looks is never waited for (T11).
      availability: p.availability,
      away_reason: p.awayReason,
      capacity: p.capacity,
      load: 0,
      idle_since: p.at,
      lease_until: 0,
      made_at: p.at,
      skills: '[]',
      languages: '[]',
      site_ids: '[]',
      extra: 0,
      misses: 0,
      given_at: 0,
      role_id: p.roleId,
    } as never)
    .onConflict((c) => c.column('email').doNothing()),
);
const countAll = prepare()((db) => db.selectFrom('agent').select((eb) => eb.fn.countAll<number>().as('agents')));
const profiles = prepare()((db) =>
  db
    .selectFrom('agent')
    .leftJoin('team_role', (join) => join.on('team_role.id', '=', ROLE_OF))
    .select(PROFILE)
    .orderBy('agent.made_at')
    .orderBy('agent.id'),
);
const profile = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('agent')
    .leftJoin('team_role', (join) => join.on('team_role.id', '=', ROLE_OF))
    .select(PROFILE)
    .where('agent.id', '=', p.id),
);
const credentials = prepare<{ email: string }>()((db, p) =>
  db.selectFrom('agent').select(['id', 'password_hash']).where('email', '=', p.email),
);
const credentialsById = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('agent').select('password_hash').where('id', '=', p.id),
);
const keepPassword = prepare<{ agentId: string; passwordHash: string }>()((db, p) =>
  db.updateTable('agent').set({ password_hash: p.passwordHash }).where('id', '=', p.agentId),
);
const endOtherSessions = prepare<{ agentId: string; keepSession: string }>()((db, p) =>
  db.deleteFrom('agent_session').where('agent_id', '=', p.agentId).where('id', '<>', p.keepSession),
);
const forgetSetUp = prepare<{ tokenHash: string | null }>()((db, p) =>
  db.updateTable('installation').set({ set_up_hash: p.tokenHash }),
);
export function* addAgent(input: NewAgent): Operation<'added' | 'email_taken'> {
  yield* row(lockInstallation, {});
  yield* touchPlan();
  const awayReason = input.awayReason ?? null;
  const availability = awayReason === null ? 'available' : 'away';
  const email = input.email.toLowerCase();
  const added = yield* count(insert, {
    ...input,
    ...{ email, availability, awayReason },
    roleId: input.roleId ?? null,
  });
  if (added === 0) return 'email_taken';
  yield* addStaffFact(input.id, input.at, availability, awayReason);
  return 'added';
}

export function* countAgents(): Operation<number> {
  return Number((yield* row(countAll, {}))?.agents ?? 0);
}

export function* listAgents(): Operation<AgentProfile[]> {
  return (yield* rows(profiles, {})).map(withRights);
}

export function* findAgent(id: string): Operation<AgentProfile | undefined> {
  const found = yield* row(profile, { id });
  return found && withRights(found);
}

export function* findCredentials(email: string): Operation<{ agentId: string; passwordHash: string } | undefined> {
  const found = yield* row(credentials, { email: email.toLowerCase() });
  return found && { agentId: found.id, passwordHash: found.password_hash };
}

export function* findCredentialsById(id: string): Operation<{ passwordHash: string } | undefined> {
  const found = yield* row(credentialsById, { id });
  return found && { passwordHash: found.password_hash };
}

export function* setPassword(input: {
  agentId: string;
  passwordHash: string;
  keepSession: string | null;
}): Operation<void> {
  yield* run(keepPassword, input);
  yield* run(endOtherSessions, { agentId: input.agentId, keepSession: input.keepSession ?? '' });
}

export function* setSetUp(tokenHash: string | null): Operation<void> {
  yield* run(forgetSetUp, { tokenHash });
}

export function* claimSetUp(input: { tokenHash: string; agent: NewAgent }): Operation<'claimed' | 'refused'> {
  const kept = yield* row(lockInstallation, {});
  if (kept?.set_up_hash !== input.tokenHash || (yield* countAgents()) > 0) return 'refused';
  yield* addAgent(input.agent);
  yield* setSetUp(null);
  return 'claimed';
}
