/** A conversation's list of those who missed it in this episode (R19), with one more. JSON, as it is stored. */
export function withMiss(missed: string | null, agentId: string): string {
  const known = missed === null ? [] : (JSON.parse(missed) as string[]);
  return JSON.stringify(known.includes(agentId) ? known : [...known, agentId]);
}
