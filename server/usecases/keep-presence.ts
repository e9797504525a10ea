import type { Nothing } from '../../protocol/wire/events.ts';
import { AGENT_LEASE_MS } from '../../protocol/wire/limits.ts';
import type { Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** Agents with a live connection stay present (R7). Called every AGENT_LEASE_RENEW_MS, for all of them at once. */
export async function keepPresence(context: Context, agentIds: string[]): Promise<Done<Nothing>> {
  if (agentIds.length > 0) {
    await context.store.renewLeases({ agentIds, until: context.clock.now() + AGENT_LEASE_MS });
  }
  return answered({});
}
