import { markOf } from '../../../protocol/kit/mark-of.ts';
import type { TeamRules } from '../../../protocol/wire/events.ts';
import type { Member } from '../../../protocol/wire/team.ts';
import type { IdleAgent, SetAvailability } from '../team-store.ts';
import { isAnother } from './is-another.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { touchPlan } from './routing-plan.ts';
import { addStaffFact } from './staff-facts.ts';

const team = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('agent')
    .select([
      'id',
      'name',
      'role',
      'availability',
      'away_reason as awayReason',
      'capacity',
      'load',
      'extra',
      'lease_until',
    ])
    .orderBy('name')
    .orderBy('id')
    .limit(p.limit),
);
const becomeAvailable = prepare<{ agentId: string; at: number }>()((db, p) =>
  db
    .updateTable('agent')
    .set({ availability: 'available', away_reason: null, idle_since: p.at, misses: 0 })
    .where('id', '=', p.agentId)
    .where('availability', '<>', 'available'),
);
const becomeAway = prepare<{ agentId: string; awayReason: string | null }>()((db, p) =>
  db
    .updateTable('agent')
    .set({ availability: 'away', away_reason: p.awayReason } as never)
    .where('id', '=', p.agentId),
);
const rules = prepare()((db) => db.selectFrom('installation').select(['away_reasons', 'idle_away_ms', 'undo_ms']));
const keepRules = prepare<{ awayReasons: string | null; idleAwayMs: number | null; undoMs: number | null }>()((db, p) =>
  db
    .updateTable('installation')
    .set({ away_reasons: p.awayReasons, idle_away_ms: p.idleAwayMs, undo_ms: p.undoMs } as never),
);
const idle = prepare<{ now: number; seenBefore: number; limit: number }>()((db, p) =>
  db
    .selectFrom('agent')
    .select((eb) => [
      'agent.id as agentId',
      eb
        .selectFrom('agent_session')
        .select((s) => s.fn.max('agent_session.seen_at').as('seen'))
        .whereRef('agent_session.agent_id', '=', 'agent.id')
        .as('seenAt'),
    ])
    .where('agent.availability', '=', 'available')
    .where('agent.lease_until', '>', p.now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('agent_session')
            .select('agent_session.id')
            .whereRef('agent_session.agent_id', '=', 'agent.id')
            .where('agent_session.seen_at', '>', p.seenBefore),
        ),
      ),
    )
    .orderBy('agent.id')
    .limit(p.limit),
);

export function* listMembers(input: { now: number; limit: number }): Operation<Member[]> {
  const found = yield* rows(team, { limit: input.limit });
  return found.map(({ lease_until: leaseUntil, ...member }) => ({ ...member, present: leaseUntil > input.now }));
}

/** R: idle since the moment of becoming available, not of every press of the button. */
export function* setAvailability(input: SetAvailability): Operation<void> {
  const { agentId, availability, awayReason = null, at } = input;
  if (availability === 'away') yield* run(becomeAway, { agentId, awayReason });
  else if ((yield* count(becomeAvailable, input)) === 0) return;
  yield* addStaffFact(agentId, at, availability, awayReason);
}

export function* readTeamRules(): Operation<TeamRules> {
  const found = yield* row(rules, {});
  const awayReasons = found?.away_reasons ? (JSON.parse(found.away_reasons) as string[]) : null;
  return { awayReasons, idleAwayMs: found?.idle_away_ms ?? null, undoMs: found?.undo_ms ?? null };
}

export function* setTeamRules(input: { rules: TeamRules; instead: TeamRules | undefined }): Operation<'set' | 'stale'> {
  const { rules: set, instead } = input;
  // First: changes of what owners set come one after another, so that the look below can be trusted.
  yield* touchPlan();
  if (instead && isAnother(yield* readTeamRules(), undefined, markOf(instead))) return 'stale';
  const { awayReasons, idleAwayMs, undoMs = null } = set;
  yield* run(keepRules, { awayReasons: awayReasons && JSON.stringify(awayReasons), idleAwayMs, undoMs });
  return 'set';
}

export function* listIdleAgents(input: { now: number; seenBefore: number; limit: number }): Operation<IdleAgent[]> {
  return yield* rows(idle, input);
}
