import type { Nothing } from '../../protocol/wire/events.ts';
import { AGENT_CAPACITY_MAX } from '../../protocol/wire/limits.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** The agent is done writing up: what was held is free (C15). */
export async function endWrapUp(context: Context, { agent }: AgentSubject): Promise<Done<Nothing>> {
  const now = context.clock.now();
  const freed = await context.store.endWrapUps({ agentId: agent.id, now, limit: AGENT_CAPACITY_MAX });
  if (freed.length === 0) return answered({});
  return answered({}, [{ tell: 'wrapUp', agentId: agent.id, until: null }], true);
}
