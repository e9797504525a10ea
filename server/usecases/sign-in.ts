import type { AgentProfile } from '../../protocol/wire/model.ts';
import { checkPassword } from './check-password.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

export interface SignIn {
  email: string;
  password: string;
  /** The caller's address or its block. */
  addressKey: string;
}

export interface SignedIn {
  /** For the cookie; only its hash is stored. */
  secret: string;
  agent: AgentProfile;
}

/** A new session for the right password. A wrong one and an unknown e-mail get the same answer after the same work. */
export async function signIn(context: Context, input: SignIn): Promise<Done<SignedIn>> {
  const email = input.email.trim().toLowerCase();
  const known = await context.store.findCredentials(email);
  const { password, addressKey } = input;
  const check = await checkPassword(context, { email, passwordHash: known?.passwordHash, password, addressKey });
  if (check.result === 'wait') return refused('rate_limited', { retryAfterMs: check.retryAfterMs });
  const agent = check.result === 'right' && known ? await context.store.findAgent(known.agentId) : undefined;
  if (!agent) return refused('unauthorized');
  return answered({ secret: await addSession(context, agent.id), agent });
}

/** Always a fresh secret, so that nobody can hand a person a session made before (A6). */
export async function addSession(context: Context, agentId: string): Promise<string> {
  const secret = context.ids.secret('ses');
  await context.store.addSession({ id: context.ids.hash(secret), agentId, at: context.clock.now() });
  return secret;
}
