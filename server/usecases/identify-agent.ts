import type { AgentSubject, Context } from './context.ts';
import { sessionLimits } from './session-limits.ts';

/** Who holds this cookie, while the session is good; otherwise undefined, without saying why. */
export async function identifyAgent(context: Context, secret: string): Promise<AgentSubject | undefined> {
  const sessionId = context.ids.hash(secret);
  const session = await context.store.findSession({ id: sessionId, ...sessionLimits(context.clock.now()) });
  if (!session) return undefined;
  const agent = await context.store.findAgent(session.agentId);
  return agent ? { kind: 'agent', agent, sessionId } : undefined;
}
