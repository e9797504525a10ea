import { ROUTING_PLAN_DEFAULT } from '../../protocol/wire/routing.ts';
import type { Why } from '../../protocol/wire/why.ts';
import { RoutingTable } from './routing/routing-table.ts';
import type { Settings } from './routing/standing.ts';
import type { Candidate, Waiting } from './routing/team.ts';

/** What a choice is made from: who waits, and all agents who are available and present. Instants in ms. */
export interface RoutingNeed {
  queued: readonly Waiting[];
  agents: readonly Candidate[];
  /** How many conversations a department with a limit serves. */
  served?: Readonly<Record<string, number>>;
}

export interface Pairing {
  conversationId: string;
  version: number;
  agentId: string;
  why: Why;
}

/** What holds where owners have set nothing. */
export const USUAL_SETTINGS: Settings = { plan: ROUTING_PLAN_DEFAULT, departments: new Map() };

/**
 * Everything that can be paired now, in the order in which it is decided (R1–R6, R13–R17, R19). Pure: the same snapshot
 * gives the same pairs. Ends when nobody waits or nobody who fits has room.
 */
export function pickPairing(need: RoutingNeed, now: number, settings: Settings = USUAL_SETTINGS): Pairing[] {
  const table = new RoutingTable(settings);
  for (const waiting of need.queued) table.put(waiting, now);
  table.setAgents(need.agents, need.served);
  const pairings: Pairing[] = [];
  for (let next = table.next(now); next; next = table.next(now)) {
    const { conversationId, version } = next.waiting;
    pairings.push({ conversationId, version, agentId: next.agent.id, why: next.why });
  }
  return pairings;
}
