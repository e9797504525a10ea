/** R19: an assignment whose agent was to answer by now. */
export interface Due {
  assignedAt: number;
  /** Since when the visitor waits for an answer; null: she does not. */
  waitingSince: number | null;
}

/** Missed: the visitor has waited since before the agent got it. A wait that began later is another one. */
export function decideDue({ assignedAt, waitingSince }: Due): 'missed' | 'answered' {
  return waitingSince !== null && waitingSince <= assignedAt ? 'missed' : 'answered';
}

/** What the decisions on a ring look at (R18). */
export interface Ringing {
  status: 'queued' | 'active' | 'closed';
  agentId: string | null;
  offer: { agentId: string; until: number } | null;
}

/** `repeat`: it was accepted before, and the answer was lost. `over`: too late, or it never rang here. */
export function decideOffer(state: Ringing, agentId: string, now: number): 'take' | 'repeat' | 'over' {
  if (state.status === 'active' && state.agentId === agentId) return 'repeat';
  const { offer } = state;
  return state.status === 'queued' && offer?.agentId === agentId && now < offer.until ? 'take' : 'over';
}
