/** Why somebody has a conversation, in one sentence for people (R9). Stored with the assignment. */
export const REASONS = {
  picked: (agent: string) => `${agent} picked it from the queue.`,
  transferred: (agent: string, from: string) => `${agent} accepted it from ${from}.`,
  taken_over: (agent: string, from: string) => `${agent} took it over from ${from}.`,
} as const;
