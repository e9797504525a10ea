import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../protocol/wire/model.ts';
import { ROLES } from '../../protocol/wire/permissions.ts';
import { OWN_ROLES_MAX, ROLE_NAME_CHARS_MAX, type TeamRole } from '../../protocol/wire/roles.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** T19: owners say what roles may do, and it holds at once. */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

async function as(role: Role, name: string = role) {
  const email = `${name}@example.org`;
  const { answer } = await addAgent(relay.context, { email, name, role, password: PASSWORD });
  if (!answer.ok) throw new Error(answer.error);
  const cookie = await relay.signIn(email);
  const ask = (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
  return { id: answer.value.agent.id, email, cookie, ask };
}
const view = { name: 'Late', place: 'view=all', shared: true };
const roleIn = (asked: { answer: unknown }) => (asked.answer as { value: TeamRole }).value;
const settings = { name: 'N', capacity: 4, siteIds: [], departments: [], skills: [], languages: [] };

describe('T19 roles as data', () => {
  test('only owners change them; who may not is told before anything else', async () => {
    for (const role of ROLES) {
      const { ask } = await as(role);
      const wanted = role === 'owner' ? 200 : 403;
      expect((await ask('PUT', 'roles/agent', { rights: {} })).status).toBe(wanted);
      const made = await ask('POST', 'roles', { name: `By ${role}`, base: 'agent' });
      expect(made.status).toBe(wanted);
      const id = role === 'owner' ? roleIn(made).id : 'none';
      expect((await ask('DELETE', `roles/${id}`)).status).toBe(wanted);
      expect((await ask('GET', 'roles')).status).toBe(role === 'agent' ? 403 : 200);
    }
    expect(relay.count('role_changed')).toBe(3);
  });

  test('a right that is taken away is refused at once: the open connection ends, the next one may not', async () => {
    const [owner, lead] = [await as('owner'), await as('supervisor')];
    const connected = await relay.agent(lead.cookie);
    const ended = connected.fact('session:ended');
    expect((await lead.ask('POST', 'commands/view:save', view)).answer).toMatchObject({ ok: true });
    const changed = await owner.ask('PUT', 'roles/supervisor', {
      rights: { 'view:share': false, 'report:read': false },
    });
    expect(changed.status).toBe(200);
    expect(await ended).toMatchObject({ error: 'unavailable' });
    expect(await lead.ask('POST', 'commands/view:save', view)).toMatchObject({ status: 403 });
    expect(await lead.ask('GET', 'me')).toMatchObject({
      answer: { value: { role: 'supervisor', rights: { 'view:share': false, 'report:read': false } } },
    });
    await relay.agent(lead.cookie);
    await owner.ask('PUT', 'roles/supervisor', { rights: {} });
    expect((await lead.ask('POST', 'commands/view:save', { ...view, name: 'Again' })).answer).toMatchObject({
      ok: true,
    });
  });

  test('what another relay changed ends connections here as well, and only of whom it concerns', async () => {
    const [lead, agent] = [await as('supervisor'), await as('agent')];
    const [connected, other] = [await relay.agent(lead.cookie), await relay.agent(agent.cookie)];
    const ended = connected.fact('session:ended');
    const rights = { 'conversation:direct': false };
    await relay.store.changeRole({ id: 'supervisor', name: 'supervisor', rights, at: 1 });
    expect(await ended).toMatchObject({ error: 'unavailable' });
    expect(await other.command('view:list', {})).toMatchObject({ ok: true });
  });

  test('nobody locks owners out, takes from a role what makes it, or lets who looks on write', async () => {
    const { ask } = await as('owner');
    const put = async (id: string, rights: object) => (await ask('PUT', `roles/${id}`, { rights })).answer;
    expect(await put('owner', { 'settings:write': false })).toMatchObject({ error: 'forbidden' });
    for (const [id, right] of [
      ['agent', 'conversation:serve'],
      ['admin', 'conversation:read'],
      ['admin', 'roles:write'],
      ['viewer', 'settings:write'],
    ] as const) {
      expect(await put(id, { [right]: id !== 'agent' })).toMatchObject({ error: 'invalid_payload', field: 'rights' });
    }
    expect(await put('agent', { 'no:such': true })).toMatchObject({ error: 'invalid_payload' });
    expect(await put('agent', { 'view:share': 'yes' })).toMatchObject({ error: 'invalid_payload' });
    expect(await put('none', {})).toMatchObject({ error: 'not_found' });
    expect((await ask('DELETE', 'roles/agent')).answer).toMatchObject({ error: 'forbidden' });
    expect((await ask('POST', 'roles', { name: 'Boss', base: 'owner' })).answer).toMatchObject({ field: 'base' });
  });

  test('an own role: made on one of the five, given, enforced, removed', async () => {
    const owner = await as('owner');
    const named = (name: string) => owner.ask('POST', 'roles', { name, base: 'agent', rights: { 'view:share': true } });
    for (const name of ['', '  ', 'x'.repeat(ROLE_NAME_CHARS_MAX + 1), 'a\u0000b']) {
      expect((await named(name)).answer).toMatchObject({ error: 'invalid_payload', field: 'name' });
    }
    const { id } = roleIn(await named(' Trainee '));
    expect((await named('Trainee')).answer).toMatchObject({ field: 'name' });
    expect((await named('owner')).answer).toMatchObject({ field: 'name' });
    const one = { email: 't@example.org', name: 'Tom', password: PASSWORD, role: 'viewer', roleId: id };
    expect((await owner.ask('POST', 'staff', { ...one, roleId: 'none' })).answer).toMatchObject({ field: 'roleId' });
    expect((await owner.ask('POST', 'staff', one)).status).toBe(200);
    const cookie = await relay.signIn('t@example.org');
    const tom = (path: string, body?: object) =>
      relay.ask(body ? 'POST' : 'GET', `/api/v1/agent/${path}`, body, { Cookie: cookie });
    expect(await tom('me')).toMatchObject({ answer: { value: { role: 'agent', roleId: id, roleName: 'Trainee' } } });
    expect((await tom('commands/view:save', view)).answer).toMatchObject({ ok: true });
    expect((await owner.ask('DELETE', `roles/${id}`)).status).toBe(200);
    expect((await tom('commands/view:save', { ...view, name: 'B' })).status).toBe(403);
    expect((await tom('me')).answer).not.toHaveProperty('value.roleId');
    for (let n = 0; n < OWN_ROLES_MAX; n += 1) await named(`R${n}`);
    expect((await named('More')).answer).toMatchObject({ error: 'invalid_payload' });
  });

  test('who may change people gives nobody more than they may themselves', async () => {
    const [owner, lead, agent] = [await as('owner'), await as('supervisor'), await as('agent')];
    const admin = await as('admin');
    await owner.ask('PUT', 'roles/supervisor', { rights: { 'people:write': true } });
    const put = (who: string, role: Role) => lead.ask('PUT', `staff/${who}`, { ...settings, role });
    expect((await put(agent.id, 'admin')).status).toBe(403);
    expect((await put(admin.id, 'agent')).status).toBe(403);
    expect((await lead.ask('POST', `staff/${admin.id}/password`, { password: 'four blue saucers' })).status).toBe(403);
    expect((await put(agent.id, 'supervisor')).status).toBe(200);
    // The settings are a right of their own.
    expect((await lead.ask('PUT', 'routing-plan', {})).status).toBe(403);
    expect((await put(owner.id, 'owner')).status).toBe(403);
    expect((await owner.ask('PUT', `staff/${owner.id}`, { ...settings, role: 'admin' })).answer).toMatchObject({
      error: 'forbidden',
      field: 'role',
    });
  });
});
