import { type Given, ROUTING_PLAN_DEFAULT, type RoutingPlan } from '../../../protocol/wire/routing.ts';

/** What owners set, and the defaults for the rest. */
export function planOf(given: Given<RoutingPlan>): RoutingPlan {
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...ROUTING_PLAN_DEFAULT, ...Object.fromEntries(named) };
}
