import type { Memory } from './ports.ts';

/**
 * What an agent writes and has not sent lies under keys that carry the agent's id. Signing out, or another agent
 * signing in, clears it: desks share machines. A session that merely ended keeps it for the same agent.
 */
const PRIVATE = 'deskbell:console:mine:';

export function privateKey(agentId: string, rest: string): string {
  return `${PRIVATE}${agentId}:${rest}`;
}

export function forgetAll(memory: Memory): void {
  for (const key of memory.keys(PRIVATE)) memory.remove(key);
}

export function forgetOthers(memory: Memory, agentId: string): void {
  const own = privateKey(agentId, '');
  for (const key of memory.keys(PRIVATE)) if (!key.startsWith(own)) memory.remove(key);
}
