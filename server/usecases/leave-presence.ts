import type { Nothing } from '../../protocol/wire/events.ts';
import { AGENT_GRACE_MS } from '../../protocol/wire/limits.ts';
import type { Context, Done } from './context.ts';
import { answered } from './finish.ts';

/**
 * The agent's last connection went (R7). After a closed tab there is room for a reload; who signed out is gone at once.
 * The sweeper then takes care of what she served.
 */
export async function leavePresence(
  context: Context,
  agentId: string,
  how: 'closed' | 'signed_out',
): Promise<Done<Nothing>> {
  const until = context.clock.now() + (how === 'closed' ? AGENT_GRACE_MS : 0);
  await context.store.endLease({ agentId, until });
  return answered({}, how === 'signed_out' ? [{ tell: 'availability' }] : []);
}
