import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../protocol/wire/model.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

/** Signs in as somebody of this role, and asks. */
async function as(role: Role) {
  const email = `${role}@example.org`;
  await relay.addAgent(email);
  const member = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!member) throw new Error('The agent was not added.');
  const { id, availability, email: _, ...settings } = member;
  await relay.store.changeStaffMember({ agentId: id, ...settings, role });
  const cookie = await relay.signIn(email);
  const ask = (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
  return { id, settings: { ...settings, role }, ask };
}

const SALES = { siteId: null, name: 'Sales', routing: {} };

describe('R12 departments, people and the plan over HTTP', () => {
  test('an agent sees the departments and changes nothing', async () => {
    const { id, settings, ask } = await as('agent');
    expect(await ask('GET', 'departments')).toMatchObject({ status: 200, answer: { value: [] } });
    const refused = { status: 403, answer: { ok: false, error: 'forbidden' } };
    expect(await ask('POST', 'departments', SALES)).toMatchObject(refused);
    expect(await ask('PUT', 'departments/any', SALES)).toMatchObject(refused);
    expect(await ask('DELETE', 'departments/any')).toMatchObject(refused);
    expect(await ask('GET', 'staff')).toMatchObject(refused);
    expect(await ask('PUT', `staff/${id}`, { ...settings, capacity: 50 })).toMatchObject(refused);
    expect(await ask('PUT', 'staff/nobody', settings)).toMatchObject(refused);
    expect(await ask('GET', 'routing-plan')).toMatchObject(refused);
    expect(await ask('PUT', 'routing-plan', {})).toMatchObject(refused);
    expect(await relay.store.listDepartments()).toEqual([]);
  });

  test('nobody without a session', async () => {
    expect(await relay.ask('GET', '/api/v1/agent/departments')).toMatchObject({ status: 401 });
    expect(await relay.ask('POST', '/api/v1/agent/departments', SALES)).toMatchObject({ status: 401 });
  });

  test('an admin makes, changes and removes a department, and puts people into it', async () => {
    const admin = await as('admin');
    const agent = await as('agent');
    const made = await admin.ask('POST', 'departments', SALES);
    expect(made).toMatchObject({ status: 200, answer: { value: { name: 'Sales', siteId: null } } });
    const { id } = (made.answer as unknown as { value: { id: string } }).value;
    const sites = (await admin.ask('GET', 'sites')).answer as unknown as { value: { id: string }[] };
    const siteId = sites.value[0]?.id;
    const changed = { siteId, name: 'Returns', routing: { choice: 'round_robin', relaxAfterMs: [5_000, 9_000] } };
    expect(await admin.ask('PUT', `departments/${id}`, changed)).toMatchObject({
      answer: { value: { id, ...changed } },
    });
    expect((await agent.ask('GET', 'departments')).answer).toMatchObject({ value: [{ id, ...changed }] });
    const skills = [{ skill: 'Billing', level: 4 }];
    const settings = { ...agent.settings, capacity: 6, skills, departments: [{ departmentId: id }], languages: ['pt'] };
    const stored = {
      capacity: 6,
      skills: [{ skill: 'billing', level: 4 }],
      departments: [{ departmentId: id, capacity: null }],
    };
    expect(await admin.ask('PUT', `staff/${agent.id}`, settings)).toMatchObject({
      status: 200,
      answer: { value: stored },
    });
    expect((await admin.ask('GET', 'staff')).answer).toMatchObject({ value: [{}, { id: agent.id, ...stored }] });
    expect(await admin.ask('DELETE', `departments/${id}`)).toMatchObject({ status: 200 });
    expect(await admin.ask('DELETE', `departments/${id}`)).toMatchObject({ status: 404 });
  });

  test('an admin neither touches nor makes an owner; the last owner stays one', async () => {
    const admin = await as('admin');
    const owner = await as('owner');
    const refused = { status: 403, answer: { error: 'forbidden' } };
    expect(await admin.ask('PUT', `staff/${owner.id}`, { ...owner.settings, capacity: 1 })).toMatchObject(refused);
    expect(await admin.ask('PUT', `staff/${admin.id}`, { ...admin.settings, role: 'owner' })).toMatchObject(refused);
    expect(await owner.ask('PUT', `staff/${owner.id}`, { ...owner.settings, role: 'agent' })).toMatchObject({
      ...refused,
      answer: { field: 'role' },
    });
  });

  test('what is wrong is named', async () => {
    const { id, settings, ask } = await as('owner');
    const wrong = (field: string) => ({ status: 400, answer: { error: 'invalid_payload', field } });
    expect(await ask('POST', 'departments', { ...SALES, siteId: 'nowhere' })).toMatchObject(wrong('siteId'));
    await ask('POST', 'departments', SALES);
    expect(await ask('POST', 'departments', SALES)).toMatchObject(wrong('name'));
    const skills = [{ skill: 'billing', level: 6 }];
    expect(await ask('PUT', `staff/${id}`, { ...settings, skills })).toMatchObject(wrong('skills.0.level'));
    const departments = [{ departmentId: 'nowhere' }];
    expect(await ask('PUT', `staff/${id}`, { ...settings, departments })).toMatchObject(wrong('departments'));
    const rules = [{ name: 'VIP', when: {}, set: { departmentId: 'nowhere' } }];
    expect(await ask('PUT', 'routing-plan', { rules })).toMatchObject(wrong('rules.0.set.departmentId'));
    expect(await ask('PUT', 'routing-plan', { relaxAfterMs: [9_000, 5_000] })).toMatchObject(wrong('relaxAfterMs'));
  });

  test('the plan holds what was set, and the defaults for the rest', async () => {
    const { ask } = await as('owner');
    expect((await ask('GET', 'routing-plan')).answer).toMatchObject({
      value: { choice: 'least_share', delivery: 'assign' },
    });
    await ask('PUT', 'routing-plan', { choice: 'longest_idle', answerMs: 60_000 });
    expect((await ask('GET', 'routing-plan')).answer).toMatchObject({
      value: { choice: 'longest_idle', answerMs: 60_000 },
    });
    await ask('PUT', 'routing-plan', {});
    expect((await ask('GET', 'routing-plan')).answer).toMatchObject({
      value: { choice: 'least_share', answerMs: null },
    });
  });

  test('P33 a changed role holds at once, on open connections too', async () => {
    const owner = await as('owner');
    const agent = await as('agent');
    const admin = { ...agent.settings, role: 'admin' };
    expect(await owner.ask('PUT', `staff/${agent.id}`, admin)).toMatchObject({ status: 200 });
    expect(await agent.ask('POST', 'departments', SALES)).toMatchObject({ status: 200 });
  });
});
