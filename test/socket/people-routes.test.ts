import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../protocol/wire/model.ts';
import { ROLES } from '../../protocol/wire/permissions.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** T1: what the command line can, an owner or an administrator can at the console: add people, set passwords, add sites. */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

async function as(role: Role) {
  const email = `${role}@example.org`;
  const { answer } = await addAgent(relay.context, { email, name: role, role, password: PASSWORD });
  if (!answer.ok) throw new Error(answer.error);
  const cookie = await relay.signIn(email);
  const ask = (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
  return { id: answer.value.agent.id, ask };
}
const newcomer = (role: Role) => ({
  email: `new-${role}@example.org`,
  name: 'New',
  password: 'three wise teapots',
  role,
});

describe('T1 people', () => {
  test('each role adds those it manages, and nobody else', async () => {
    for (const role of ROLES) {
      const { ask } = await as(role);
      for (const other of ROLES) {
        const made = await ask('POST', 'staff', { ...newcomer(other), email: `${role}-${other}@example.org` });
        const allowed = role === 'owner' || (role === 'admin' && other !== 'owner');
        expect([role, other, made.status]).toEqual([role, other, allowed ? 200 : 403]);
      }
    }
    const cookie = await relay.signIn('owner-supervisor@example.org', 'three wise teapots');
    expect((await relay.ask('GET', '/api/v1/agent/me', undefined, { Cookie: cookie })).answer).toMatchObject({
      value: { role: 'supervisor' },
    });
  });

  test('a weak password, a taken address and a wrong form are said by field', async () => {
    const { ask } = await as('owner');
    const wrong = async (more: object) => (await ask('POST', 'staff', { ...newcomer('agent'), ...more })).answer;
    expect(await wrong({ password: '1234567890' })).toMatchObject({ error: 'password_weak', field: 'password' });
    expect(await wrong({ email: 'owner@example.org' })).toMatchObject({ error: 'email_taken', field: 'email' });
    expect(await wrong({ role: 'king' })).toMatchObject({ error: 'invalid_payload', field: 'role' });
    expect(await wrong({ name: ' ' })).toMatchObject({ error: 'invalid_payload', field: 'name' });
  });

  test('A5 a password set for somebody ends her sessions, and not by who may not', async () => {
    const [owner, admin, agent] = [await as('owner'), await as('admin'), await as('agent')];
    const next = { password: 'four blue saucers' };
    expect((await agent.ask('POST', `staff/${admin.id}/password`, next)).status).toBe(403);
    expect((await agent.ask('POST', 'staff/nobody/password', next)).status).toBe(403);
    expect((await admin.ask('POST', `staff/${owner.id}/password`, next)).status).toBe(403);
    expect((await owner.ask('POST', 'staff/nobody/password', next)).status).toBe(404);
    expect((await admin.ask('POST', `staff/${agent.id}/password`, next)).status).toBe(200);
    expect((await agent.ask('GET', 'me')).status).toBe(401);
    await relay.signIn('agent@example.org', next.password);
  });
});

test('T1 sites: by owners and administrators, with their exact origins', async () => {
  const agent = await as('agent');
  const admin = await as('admin');
  const site = { name: 'Second shop', origins: ['https://second.example'] };
  expect((await agent.ask('POST', 'sites', site)).status).toBe(403);
  const made = await admin.ask('POST', 'sites', site);
  expect(made.answer).toMatchObject({ ok: true, value: { site } });
  const bad = await admin.ask('POST', 'sites', { ...site, origins: ['second.example/path'] });
  expect(bad.answer).toMatchObject({ error: 'invalid_payload', field: 'origins.0' });
});
