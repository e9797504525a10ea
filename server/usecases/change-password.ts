import type { Nothing } from '../../protocol/wire/events.ts';
import { checkPassword } from './check-password.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { judgePassword } from './judge-password.ts';

export interface ChangePassword {
  current: string;
  next: string;
  /** The caller's address or its block. */
  addressKey: string;
}

/** A new password ends all other sessions of the agent, with their connections (A5). */
export async function changePassword(
  context: Context,
  subject: AgentSubject,
  input: ChangePassword,
): Promise<Done<Nothing>> {
  const { id: agentId, email, name } = subject.agent;
  const weakness = await judgePassword(context, input.next, { email, name });
  if (weakness) return refused('password_weak', { hint: weakness, field: 'next' });
  const known = await context.store.findCredentialsById(agentId);
  const check = await checkPassword(context, {
    email,
    passwordHash: known?.passwordHash,
    password: input.current,
    addressKey: input.addressKey,
  });
  if (check.result === 'wait') return refused('rate_limited', { retryAfterMs: check.retryAfterMs });
  // Not `unauthorized`: the session is good, only the typed password is not.
  if (check.result === 'wrong') return refused('forbidden', { field: 'current' });
  const passwordHash = await context.passwords.hash(input.next);
  const keepSession = subject.sessionId;
  await context.store.setPassword({ agentId, passwordHash, keepSession, at: context.clock.now() });
  return answered({}, [{ tell: 'sessionsEnded', agentId, keepSession, error: 'unauthorized' }]);
}
