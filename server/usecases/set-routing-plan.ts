import { markOf } from '../../protocol/kit/mark-of.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { Given, RoutingPlan } from '../../protocol/wire/routing.ts';
import { planOf } from '../domain/routing/plan-of.ts';
import type { Based } from '../store/changes.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, changedMeanwhile, refused } from './finish.ts';

/** The plan as it holds: what owners set, and the defaults for the rest. */
export async function readRoutingPlan(context: Context, subject: AgentSubject): Promise<Done<RoutingPlan>> {
  if (!may(subject.agent, 'settings:write'))
    return refused('forbidden', { hint: 'Only owners and admins see the plan.' });
  return answered(planOf(await context.store.readRoutingPlan()));
}

/** A whole new plan: what it does not name goes back to its default. */
export async function setRoutingPlan(
  context: Context,
  subject: AgentSubject,
  input: Given<RoutingPlan>,
  { basedOn }: Based = {},
): Promise<Done<RoutingPlan>> {
  if (!may(subject.agent, 'settings:write'))
    return refused('forbidden', { hint: 'Only owners and admins change the plan.' });
  const known = new Set((await context.store.listDepartments()).map((department) => department.id));
  for (const [index, { set }] of (input.rules ?? []).entries()) {
    if (set.departmentId === undefined || known.has(set.departmentId)) continue;
    const field = `rules.${index}.set.departmentId`;
    return refused('invalid_payload', { field, hint: 'There is no such department.' });
  }
  // Read with its defaults, kept without them.
  const before = basedOn === undefined ? undefined : await context.store.readRoutingPlan();
  if (before && markOf(planOf(before)) !== basedOn) return changedMeanwhile();
  if ((await context.store.setRoutingPlan(input, before)) === 'stale') return changedMeanwhile();
  return answered(planOf(input), [], true);
}
