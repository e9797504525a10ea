import { sql } from 'kysely';
import { markOf } from '../../../protocol/kit/mark-of.ts';
import type { Given, RoutingPlan } from '../../../protocol/wire/routing.ts';
import { isAnother } from './is-another.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

const plan = prepare()((db) => db.selectFrom('routing_plan').select(['plan', 'version']));
const touch = prepare()((db) =>
  db
    .insertInto('routing_plan')
    .values({ one: 1, plan: '{}', version: 1 })
    .onConflict((c) => c.column('one').doUpdateSet({ version: sql`routing_plan.version + 1` })),
);
const keep = prepare<{ plan: string }>()((db, p) => db.updateTable('routing_plan').set({ plan: p.plan }));

/** Whatever routing keeps of the team and the plan is old from now on. Taken early: its row makes changes wait in line. */
export function* touchPlan(): Operation<void> {
  yield* run(touch, {});
}

export function* readRoutingPlan(): Operation<Given<RoutingPlan>> {
  const kept = yield* row(plan, {});
  return kept ? (JSON.parse(kept.plan) as Given<RoutingPlan>) : {};
}

/** `instead`: only where this is what holds. */
export function* setRoutingPlan(input: {
  plan: Given<RoutingPlan>;
  instead: Given<RoutingPlan> | undefined;
}): Operation<'set' | 'stale'> {
  yield* touchPlan();
  const { instead } = input;
  if (instead && isAnother(yield* readRoutingPlan(), undefined, markOf(instead))) return 'stale';
  yield* run(keep, { plan: JSON.stringify(input.plan) });
  return 'set';
}
