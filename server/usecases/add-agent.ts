import { AGENT_CAPACITY_DEFAULT } from '../../protocol/wire/limits.ts';
import type { AgentProfile, Role } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { VIEWING } from '../domain/availability.ts';
import type { NewAgent } from '../store/store.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { judgePassword } from './judge-password.ts';

export interface AddAgent {
  email: string;
  name: string;
  password: string;
  role: Role;
  roleId?: string | null;
  capacity?: number;
}

/** A new member of the team, from the command line. Available from the first sign-in on. */
export async function addAgent(context: Context, input: AddAgent): Promise<Done<{ agent: AgentProfile }>> {
  const made = await makeAgent(context, input);
  if ('weakness' in made) return refused('password_weak', { hint: made.weakness, field: 'password' });
  if ((await context.store.addAgent(made)) === 'email_taken') return refused('email_taken', { field: 'email' });
  return answered({ agent: profileOf(made) });
}

/** The row of a new agent: e-mail in lower case, password checked (A4) and hashed. */
export async function makeAgent(context: Context, input: AddAgent): Promise<NewAgent | { weakness: string }> {
  const email = input.email.trim().toLowerCase();
  const name = input.name.trim();
  const weakness = await judgePassword(context, input.password, { email, name });
  if (weakness) return { weakness };
  return {
    id: context.ids.agent(),
    email,
    name,
    role: input.role,
    roleId: input.roleId ?? null,
    passwordHash: await context.passwords.hash(input.password),
    capacity: input.capacity ?? AGENT_CAPACITY_DEFAULT,
    ...(may(input, 'conversation:serve') ? {} : { awayReason: VIEWING }),
    at: context.clock.now(),
  };
}

export function profileOf({ id, name, email, role, capacity, awayReason }: NewAgent): AgentProfile {
  return {
    id,
    name,
    email,
    role,
    capacity,
    availability: awayReason ? 'away' : 'available',
    awayReason: awayReason ?? null,
  };
}
