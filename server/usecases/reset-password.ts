import type { Nothing } from '../../protocol/wire/events.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { judgePassword } from './judge-password.ts';

export interface ResetPassword {
  email: string;
  password: string;
}

/** From the command line: a new password ends all sessions of the agent (A5). */
export async function resetPassword(context: Context, input: ResetPassword): Promise<Done<Nothing>> {
  const email = input.email.trim().toLowerCase();
  const known = await context.store.findCredentials(email);
  const agent = known ? await context.store.findAgent(known.agentId) : undefined;
  if (!agent) return refused('not_found', { field: 'email' });
  const weakness = await judgePassword(context, input.password, agent);
  if (weakness) return refused('password_weak', { hint: weakness, field: 'password' });
  const passwordHash = await context.passwords.hash(input.password);
  await context.store.setPassword({ agentId: agent.id, passwordHash, keepSession: null, at: context.clock.now() });
  return answered({}, [{ tell: 'sessionsEnded', agentId: agent.id, keepSession: null, error: 'unauthorized' }]);
}
