/** What a choice is made from: a snapshot of the store (`readRouting`). Instants in ms. */
export interface RoutingNeed {
  queued: readonly Waiting[];
  agents: readonly Candidate[];
}

interface Waiting {
  conversationId: string;
  version: number;
  queuedAt: number;
}

/** An available, present agent. `load` counts conversations served now. */
export interface Candidate {
  id: string;
  name: string;
  capacity: number;
  load: number;
  idleSince: number;
}

export interface Pairing {
  conversationId: string;
  version: number;
  agentId: string;
  /** Why this agent, in one sentence for people. */
  reason: string;
}

/**
 * Everything that can be paired now (R1–R6), in the order in which people wait. Pure: the same snapshot gives the same
 * pairs. Ends when nobody waits or nobody has room. Cost: pairs × agents.
 */
export function pickPairing(need: RoutingNeed, now: number): Pairing[] {
  const agents = need.agents.map((agent) => ({ ...agent }));
  const pairings: Pairing[] = [];
  for (const waiting of need.queued.toSorted(byPlace)) {
    const agent = pickAgent(agents);
    if (!agent) break;
    pairings.push({
      conversationId: waiting.conversationId,
      version: waiting.version,
      agentId: agent.id,
      reason: `${agent.name}: ${agent.load} of ${agent.capacity}, idle ${spell(now - agent.idleSince)}`,
    });
    agent.load += 1;
    agent.idleSince = now;
  }
  return pairings;
}

function pickAgent(agents: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const agent of agents) {
    if (agent.load < agent.capacity && (!best || isBetter(agent, best))) best = agent;
  }
  return best;
}

/** R2 least share of capacity in use, R3 longest idle, R4 id. Shares are compared crosswise, so without rounding. */
function isBetter(one: Candidate, other: Candidate): boolean {
  const share = one.load * other.capacity - other.load * one.capacity;
  if (share !== 0) return share < 0;
  if (one.idleSince !== other.idleSince) return one.idleSince < other.idleSince;
  return one.id < other.id;
}

/** R5: the oldest place first; ids decide between equal ones. */
function byPlace(one: Waiting, other: Waiting): number {
  if (one.queuedAt !== other.queuedAt) return one.queuedAt - other.queuedAt;
  return one.conversationId < other.conversationId ? -1 : 1;
}

function spell(lengthMs: number): string {
  const seconds = Math.max(0, Math.floor(lengthMs / 1_000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3_600)} h`;
}
