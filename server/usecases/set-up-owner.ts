import type { AgentProfile } from '../../protocol/wire/model.ts';
import { makeAgent, profileOf } from './add-agent.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { addSession } from './sign-in.ts';

export interface SetUpOwner {
  /** From the link that the relay printed at its start. */
  token: string;
  email: string;
  name: string;
  password: string;
}

/** The first owner (A7): once, with the printed token, while no agent exists. Signs the owner in; the first run begins (Z20). */
export async function setUpOwner(
  context: Context,
  input: SetUpOwner,
): Promise<Done<{ secret: string; agent: AgentProfile }>> {
  // Looked at first, so that nobody can make an installed relay hash passwords.
  if ((await context.store.countAgents()) > 0) return refused('setup_done');
  const { email, name, password } = input;
  const made = await makeAgent(context, { email, name, password, role: 'owner' });
  if ('weakness' in made) return refused('password_weak', { hint: made.weakness, field: 'password' });
  const tokenHash = context.ids.hash(input.token);
  if ((await context.store.claimSetUp({ tokenHash, agent: made })) === 'refused') {
    const taken = (await context.store.countAgents()) > 0;
    return taken ? refused('setup_done') : refused('forbidden', { field: 'token' });
  }
  await context.store.setGuide({ siteKey: null, skipped: [], endedAt: null });
  return answered({ secret: await addSession(context, made.id), agent: profileOf(made) });
}
