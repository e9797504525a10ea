import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROLES } from '../../protocol/wire/permissions.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

async function as(role: (typeof ROLES)[number]) {
  const email = `${role}@example.org`;
  await relay.addAgent(email);
  const member = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...rest } = member;
  await relay.store.changeStaffMember({ agentId: id, ...rest, role });
  const cookie = await relay.signIn(email);
  return (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
}

test('V1 owners, admins and supervisors write saved replies; everybody of the team reads them; nobody else does', async () => {
  const statuses: Record<string, number[]> = {};
  for (const role of ROLES) {
    const ask = await as(role);
    const made = await ask('POST', 'replies', { shortcut: `From-${role}`, body: 'Hello' });
    const id = (made.answer as unknown as { value?: { id: string } }).value?.id ?? 'none';
    const changed = await ask('PUT', `replies/${id}`, { shortcut: `of-${role}`, body: 'Hi' });
    const read = await ask('GET', 'replies');
    const removed = await ask('DELETE', `replies/${id}`);
    statuses[role] = [made.status, changed.status, read.status, removed.status];
  }
  const writes = [200, 200, 200, 200];
  const reads = [403, 403, 200, 403];
  expect(statuses).toEqual({ owner: writes, admin: writes, supervisor: writes, agent: reads, viewer: reads });
  expect(await relay.ask('GET', '/api/v1/agent/replies')).toMatchObject({ status: 401 });
});

test('V1 a shortcut is kept in small letters; what is wrong is named with its field', async () => {
  const owner = await as('owner');
  const add = async (more: object) => (await owner('POST', 'replies', { body: 'Hello', ...more })).answer;
  expect(await add({ shortcut: ' Refund-Late ' })).toMatchObject({
    value: { shortcut: 'refund-late', departmentId: null },
  });
  expect(await add({ shortcut: 'refund-late' })).toMatchObject({ error: 'invalid_payload', field: 'shortcut' });
  for (const shortcut of ['नमस्ते', 'café', 'مرحبا']) expect(await add({ shortcut })).toMatchObject({ ok: true });
  for (const shortcut of ['two words', '\u0301a', '<script>'])
    expect(await add({ shortcut })).toMatchObject({ field: 'shortcut' });
  expect(await add({ shortcut: 'x'.repeat(41) })).toMatchObject({ field: 'shortcut' });
  expect(await add({ shortcut: 'x', body: '  ' })).toMatchObject({ field: 'body' });
  expect(await add({ shortcut: 'x', body: 'x'.repeat(8_001) })).toMatchObject({ field: 'body' });
  expect(await add({ shortcut: 'x', departmentId: 'none' })).toMatchObject({ field: 'departmentId' });
  expect(await owner('PUT', 'replies/none', { shortcut: 'y', body: 'Hello' })).toMatchObject({ status: 404 });
});

test('V4 who serves writes own ones, found and changed by nobody else; who only looks on does not', async () => {
  const [agent, owner, viewer] = [await as('agent'), await as('owner'), await as('viewer')];
  const mine = { shortcut: 'bye', body: 'Bye', own: true };
  const made = await agent('POST', 'replies', mine);
  expect(made).toMatchObject({ status: 200, answer: { value: mine } });
  const { id } = (made.answer as unknown as { value: { id: string } }).value;
  expect(await owner('GET', 'replies')).toMatchObject({ answer: { value: [] } });
  expect(await owner('PUT', `replies/${id}`, { ...mine, body: 'Mine now' })).toMatchObject({ status: 404 });
  expect(await owner('DELETE', `replies/${id}`)).toMatchObject({ status: 404 });
  expect(await owner('POST', 'replies', { ...mine, own: false })).toMatchObject({ status: 200 });
  // Changing it does not give it to the team.
  const changed = { shortcut: 'bye', body: 'Goodbye', own: false };
  expect(await agent('PUT', `replies/${id}`, changed)).toMatchObject({ answer: { value: { ...changed, own: true } } });
  expect(await viewer('POST', 'replies', mine)).toMatchObject({ status: 403 });
  expect(await agent('DELETE', `replies/${id}`)).toMatchObject({ status: 200 });
});
