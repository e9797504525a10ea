import type { AgentHello, AgentReady } from '../../protocol/wire/events.ts';
import { AGENT_LEASE_MS } from '../../protocol/wire/limits.ts';
import { PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from '../../protocol/wire/version.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { listServed } from './outside/outside-settings.ts';

/** An agent's console connects: from now on the agent is present, and available if she said so before. */
export async function startAgentSession(
  context: Context,
  subject: AgentSubject,
  hello: AgentHello,
): Promise<Done<AgentReady>> {
  if (hello.version < PROTOCOL_VERSION_MIN) return refused('version_too_old');
  const at = context.clock.now();
  await context.store.renewLeases({ agentIds: [subject.agent.id], until: at + AGENT_LEASE_MS });
  // Read again: the subject may be as old as the handshake, and the availability may have changed in another tab.
  const me = (await context.store.findAgent(subject.agent.id)) ?? subject.agent;
  const wrapUp = (await context.store.listWrapUps(subject.agent.id)).at(-1);
  const served = await listServed(context);
  const ready: AgentReady = {
    version: Math.min(hello.version, PROTOCOL_VERSION),
    epoch: await context.store.readEpoch(),
    at,
    me,
    change: await context.store.readChange(),
    ...(wrapUp ? { wrapUpUntil: wrapUp.until } : {}),
    ...(served.length > 0 ? { served } : {}),
  };
  const available = me.availability === 'available';
  return answered(ready, available ? [{ tell: 'availability' }] : [], available);
}
