import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlainClient } from '../support/plain-client.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
beforeAll(async () => {
  relay = await startTestRelay();
  for (const id of ['sales', 'support'])
    await relay.store.addDepartment({ id, siteId: null, name: id, routing: {}, at: 1 } as never);
});
afterAll(() => relay.remove());

let made = 0;
const clientId = () => `client-id-${String(++made).padStart(8, '0')}`;

/** Of this department and of no other. */
async function enter(name: string, departmentId: string): Promise<{ id: string; client: PlainClient }> {
  const email = `${name}@example.org`;
  await relay.addAgent(email);
  const member = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...rest } = member;
  await relay.store.changeStaffMember({ agentId: id, ...rest, departments: [{ departmentId, capacity: null }] });
  const client = await relay.agent(await relay.signIn(email));
  await client.fact('session:ready');
  return { id, client };
}

test('D10, D11, T1 who is named in a note of a department that is not hers hears of it, finds it in her mentions, reads the conversation and answers there', async () => {
  const shop = await relay.visitor();
  const opened = await shop.command('conversation:open', { clientId: clientId(), body: 'Hi' });
  const { conversationId } = opened.value as { conversationId: string };
  const ana = await enter('ana', 'sales');
  const bo = await enter('bo', 'support');
  const cy = await enter('cy', 'support');
  await ana.client.command('conversation:pick', { conversationId });
  expect(await ana.client.command('conversation:move', { conversationId, departmentId: 'sales' })).toMatchObject({
    ok: true,
  });
  expect(await ana.client.command('conversation:pick', { conversationId })).toMatchObject({ ok: true });
  const note = { conversationId, clientId: clientId(), body: '@Bo do you know?', mentions: [bo.id] };
  expect(await ana.client.command('note:add', note)).toMatchObject({ ok: true });

  expect(await bo.client.fact('mention:added')).toMatchObject({ mention: { conversationId, by: { id: ana.id } } });
  expect(await bo.client.command('mention:list', {})).toMatchObject({
    value: { unread: 1, mentions: [{ conversationId, text: '@Bo do you know?', seenAt: null }] },
  });
  // Of the same department, and not named.
  expect(await cy.client.command('mention:list', {})).toMatchObject({ value: { unread: 0, mentions: [] } });
  expect(await bo.client.command('conversation:watch', { conversationId })).toMatchObject({ ok: true });
  const read = await bo.client.command('conversation:sync', { conversationId, afterSeq: 0 });
  expect(read.value).toMatchObject({ head: expect.any(Number) });
  expect(JSON.stringify(read.value)).toContain('"Hi"');
  const team = await bo.client.command('team:sync', { conversationId, afterNumber: 0 });
  const notes = (team.value as { entries: { kind: string }[] }).entries.filter(({ kind }) => kind === 'note');
  expect(notes).toMatchObject([{ body: '@Bo do you know?', mentions: [bo.id] }]);
  const back = { conversationId, clientId: clientId(), body: 'Yes, 14 days', mentions: [ana.id] };
  expect(await bo.client.command('note:add', back)).toMatchObject({ ok: true });
  expect(await ana.client.fact('mention:added')).toMatchObject({ mention: { by: { id: bo.id } } });
  // Named is not handed over: what the visitor reads is still hers to write who has the conversation.
  const words = { conversationId, clientId: clientId(), body: 'Hello' };
  expect(await bo.client.command('message:send', words)).toMatchObject({ ok: false, error: 'reassigned' });
  expect(await bo.client.command('mention:seen', { conversationId, upToNumber: 9 })).toMatchObject({
    value: { unread: 0 },
  });
  expect(JSON.stringify(shop.facts)).not.toMatch(/do you know|14 days/);
});
