import type { Nothing } from '../../protocol/wire/events.ts';
import { SESSION_TOUCHED_EVERY_MS } from '../../protocol/wire/limits.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { sessionLimits } from './session-limits.ts';

/** The person at the console did something: the idle time starts again. Written at most once a minute. */
export async function touchSession(context: Context, subject: AgentSubject, _input: Nothing): Promise<Done<Nothing>> {
  const now = context.clock.now();
  const session = await context.store.findSession({ id: subject.sessionId, ...sessionLimits(now) });
  if (!session) return refused('unauthorized');
  if (now - session.seenAt >= SESSION_TOUCHED_EVERY_MS) {
    await context.store.touchSession({ id: subject.sessionId, at: now });
  }
  return answered({});
}
