import { AGENT_RETURN_MS } from '../../protocol/wire/limits.ts';
import type { Context } from './context.ts';

/**
 * At the start of the relay, before the sweeper's first look: agents who were at work when it stopped get room for their
 * consoles to come back, so that a restart re-queues nobody (R8).
 */
export async function resumePresence(context: Context): Promise<void> {
  const now = context.clock.now();
  await context.store.extendAllLeases({ seenSince: now - AGENT_RETURN_MS, until: now + AGENT_RETURN_MS });
}
