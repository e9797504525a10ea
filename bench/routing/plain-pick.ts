import type { RoutingPlan } from '../../protocol/wire/routing.ts';
import type { Candidate, Waiting } from '../../server/domain/routing/team.ts';
import { allowed, hasRoom, placeOf } from '../../test/support/plain-routing.ts';

/** The first pair as docs/routing.md reads word by word: what the table is compared with. */
export function pickPlainly(
  waiting: readonly Waiting[],
  team: readonly Candidate[],
  plan: RoutingPlan,
  now: number,
): string | undefined {
  const places = new Map(waiting.map((one) => [one, placeOf(one, plan, now)]));
  const order = waiting.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
  return order.find((one) => allowed(one, team, plan, now).some((agent) => hasRoom(agent, one)))?.conversationId;
}
