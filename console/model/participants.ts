import type { AgentCard, Entry } from '../../protocol/wire/model.ts';

/** Who writes beside the serving agent, as the entries tell it (T6, T7). */
export function participantsOf(entries: readonly Entry[]): AgentCard[] {
  const inside = new Map<string, AgentCard>();
  for (const entry of entries) {
    if (entry.kind === 'joined') inside.set(entry.agent.id, entry.agent);
    else if (entry.kind === 'left' || entry.kind === 'assigned') inside.delete(entry.agent.id);
    else if (entry.kind === 'queued' || entry.kind === 'closed') inside.clear();
  }
  return [...inside.values()];
}
