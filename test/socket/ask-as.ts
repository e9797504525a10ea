import type { ROLES } from '../../protocol/wire/permissions.ts';
import type { TestRelay } from './test-relay.ts';

type Role = (typeof ROLES)[number];

/** Somebody of the team with this role, signed in: what their console asks over HTTP, with the whole answer. */
export async function signInAs(relay: TestRelay, role: Role, email = `${role}@example.org`) {
  await relay.addAgent(email);
  const member = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...rest } = member;
  await relay.store.changeStaffMember({ agentId: id, ...rest, role });
  const cookie = await relay.signIn(email);
  return (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
}

/** The same, with what is in the answer. */
export async function askAs<Value = unknown>(relay: TestRelay, role: Role) {
  const ask = await signInAs(relay, role);
  return async (method: string, path: string, body?: unknown) => {
    const { status, answer } = await ask(method, path, body);
    return { status, value: (answer.ok ? answer.value : answer) as Value };
  };
}
