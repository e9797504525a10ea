import type { Nothing } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** Ends this session and its connections. Twice is harmless. */
export async function signOut(context: Context, subject: AgentSubject): Promise<Done<Nothing>> {
  await context.store.endSession(subject.sessionId);
  return answered({}, [{ tell: 'sessionEnded', sessionId: subject.sessionId, error: 'unauthorized' }]);
}
