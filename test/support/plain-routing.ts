import type { RoutingPlan } from '../../protocol/wire/routing.ts';
import { fits, preferencesOf } from '../../server/domain/routing/fit.ts';
import type { Candidate, Needs, Waiting } from '../../server/domain/routing/team.ts';

/**
 * The rules of docs/routing.md read word by word, everybody compared with everybody and nothing kept: slow, and easy to
 * believe. What the table does is held against it.
 */
export function plainPairs(
  queued: readonly Waiting[],
  agents: readonly Candidate[],
  plan: RoutingPlan,
  now: number,
): string[] {
  const team = agents.map((agent) => ({ ...agent }));
  const rest = [...queued];
  const pairs: string[] = [];
  for (;;) {
    rest.sort(
      (one, other) =>
        placeOf(one, plan, now) - placeOf(other, plan, now) || (one.conversationId < other.conversationId ? -1 : 1),
    );
    const waiting = rest.find((one) => allowed(one, team, plan, now).some((agent) => hasRoom(agent, one)));
    if (!waiting) return pairs;
    const agent = allowed(waiting, team, plan, now)
      .filter((one) => hasRoom(one, waiting))
      .sort((one, other) => orderOf(plan, one, other))[0] as Candidate;
    pairs.push(`${waiting.conversationId}→${agent.id}`);
    agent.load += waiting.weight ?? 1;
    agent.idleSince = now;
    agent.givenAt = now;
    rest.splice(rest.indexOf(waiting), 1);
  }
}

/** R13 */
export function placeOf(waiting: Waiting, plan: RoutingPlan, now: number): number {
  const atRisk = plan.targetMs !== null && now >= waiting.queuedAt + plan.targetMs * 0.75;
  return waiting.queuedAt - ((waiting.priority ?? 0) + (atRisk ? 1 : 0)) * plan.priorityStepMs;
}

/** R14, R16, R17, R19: who of those who take part may have it, with room or not. */
export function allowed(waiting: Waiting, team: readonly Candidate[], plan: RoutingPlan, now: number): Candidate[] {
  const needs: Needs = waiting.needs ?? {};
  const missed = waiting.missed ?? [];
  const known = team.find((agent) => agent.id === waiting.knownAgentId);
  const keptUntil = (waiting.enteredAt ?? waiting.queuedAt) + (plan.knownAgentMs ?? 0);
  if (known && now < keptUntil && !missed.includes(known.id) && fits(known.profile, needs, 0)) return [known];
  const passed = plan.relaxAfterMs.filter((afterMs) => waiting.queuedAt + afterMs <= now).length;
  const count = preferencesOf(needs).length;
  const able = team.filter((agent) => fits(agent.profile, needs, 0));
  const others = able.filter((agent) => !missed.includes(agent.id));
  const asked = others.length > 0 ? others : able;
  for (let held = passed === plan.relaxAfterMs.length ? 0 : Math.max(0, count - passed); held > 0; held -= 1) {
    const closer = asked.filter((agent) => fits(agent.profile, needs, held));
    if (closer.length > 0) return closer;
  }
  return asked;
}

export function hasRoom(agent: Candidate, waiting: Waiting): boolean {
  return agent.load + (waiting.weight ?? 1) <= agent.capacity;
}

/** R2, R3, R4, R15 */
function orderOf({ choice }: RoutingPlan, one: Candidate, other: Candidate): number {
  const share = one.load * other.capacity - other.load * one.capacity;
  const idle = one.idleSince - other.idleSince;
  const turn = (one.givenAt ?? 0) - (other.givenAt ?? 0);
  const id = one.id < other.id ? -1 : 1;
  if (choice === 'least_share') return share || idle || id;
  return choice === 'longest_idle' ? idle || share || id : turn || idle || id;
}
