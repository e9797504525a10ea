import { afterAll, beforeAll, expect, test } from 'vitest';
import { QUESTIONS_OPEN_MAX } from '../../protocol/wire/limits-of-composer.ts';
import type { ROLES } from '../../protocol/wire/permissions.ts';
import type { PlainClient } from '../support/plain-client.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
let shop: PlainClient;
let conversationId: string;
let made = 0;
beforeAll(async () => {
  relay = await startTestRelay();
  shop = await relay.visitor();
  const opened = await shop.command('conversation:open', { clientId: clientId(), body: 'Refund?' });
  conversationId = (opened.value as { conversationId: string }).conversationId;
});
afterAll(() => relay.remove());

const clientId = () => `client-id-${String(++made).padStart(8, '0')}`;
const soon = () => Date.now() + 3_600_000;

interface Person {
  id: string;
  client: PlainClient;
}
async function enter(name: string, role: (typeof ROLES)[number] = 'agent'): Promise<Person> {
  const email = `${name}@example.org`;
  await relay.addAgent(email);
  const member = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...rest } = member;
  await relay.store.changeStaffMember({ agentId: id, ...rest, role });
  const client = await relay.agent(await relay.signIn(email));
  await client.fact('session:ready');
  return { id, client };
}
const ask = async ({ client }: Person, to: object, more: object = {}) =>
  client.command('question:ask', {
    ...{ conversationId, clientId: clientId(), body: 'Can we refund?', dueAt: soon(), ...to, ...more },
  });
const asked = async (who: Person, to: object) => ((await ask(who, to)).value as { id: string }).id;
const end = (who: Person, id: string, how: string, more: object = { body: 'Yes.' }) =>
  who.client.command('question:end', { id, clientId: clientId(), how, ...more });
const isOf = (id: string, why: string) => (payload: Record<string, unknown>) =>
  payload.why === why && (payload.question as { id: string }).id === id;

test('T15 T16 asked, told, answered, told; nobody else hears of it, and the visitor never', async () => {
  const [ana, bo, cy] = [await enter('ana'), await enter('bo'), await enter('cy')];
  const id = await asked(ana, { agentId: bo.id });
  expect(await bo.client.fact('question:changed', isOf(id, 'asked'))).toMatchObject({
    question: { text: 'Can we refund?', by: { id: ana.id }, to: { id: bo.id }, state: 'open' },
  });
  // Whom it is not for reads it, and ends it neither way.
  expect(await cy.client.command('question:list', { conversationId })).toMatchObject({
    value: { questions: [{ id }] },
  });
  expect(await cy.client.command('question:list', {})).toMatchObject({ value: { questions: [] } });
  for (const how of ['answered', 'declined', 'withdrawn'])
    expect(await end(cy, id, how)).toMatchObject({ ok: false, error: 'forbidden' });
  expect(await end(ana, id, 'answered')).toMatchObject({ ok: false, error: 'forbidden' });
  expect(await end(bo, id, 'withdrawn')).toMatchObject({ ok: false, error: 'forbidden' });
  expect(await end(bo, id, 'answered')).toMatchObject({ ok: true, value: { state: 'answered', answer: 'Yes.' } });
  await ana.client.fact('question:changed', isOf(id, 'answered'));
  expect(await end(bo, id, 'answered')).toMatchObject({ ok: true, value: { answer: 'Yes.' } });
  expect(await end(bo, id, 'declined', {})).toMatchObject({ ok: false, error: 'changed_meanwhile' });
  expect(cy.client.facts.filter(({ name }) => name === 'question:changed')).toEqual([]);
  expect(JSON.stringify(shop.facts)).not.toMatch(/question|refund\?.*Can we/i);
  await ana.client.command('question:seen', { conversationId });
  expect(await ana.client.command('question:list', {})).toMatchObject({ value: { questions: [] } });
});

test('T18 who has the conversation now takes it back; who directs does both', async () => {
  const [dee, eva, lead] = [await enter('dee'), await enter('eva'), await enter('lead', 'supervisor')];
  const one = await asked(dee, { agentId: eva.id });
  await lead.client.command('conversation:pick', { conversationId });
  expect(await end(lead, one, 'withdrawn', {})).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
  const other = await asked(dee, { agentId: eva.id });
  expect(await end(lead, other, 'answered')).toMatchObject({ ok: true, value: { endedBy: { id: lead.id } } });
});

test('T15 who only looks on asks nothing and is asked nothing; wrong input is named', async () => {
  const [fay, viewer] = [await enter('fay'), await enter('viewer', 'viewer')];
  expect(await ask(viewer, { agentId: fay.id })).toMatchObject({ ok: false, error: 'forbidden' });
  for (const agentId of [viewer.id, fay.id, 'nobody'])
    expect(await ask(fay, { agentId })).toMatchObject({ ok: false, error: 'invalid_payload', field: 'agentId' });
  const to = { agentId: (await enter('gus')).id };
  expect(await ask(fay, { departmentId: 'none' })).toMatchObject({ ok: false, field: 'departmentId' });
  expect(await ask(fay, { ...to, departmentId: 'x' })).toMatchObject({ ok: false, error: 'invalid_payload' });
  expect(await ask(fay, {})).toMatchObject({ ok: false, error: 'invalid_payload' });
  expect(await ask(fay, to, { dueAt: Date.now() - 1 })).toMatchObject({ ok: false, field: 'dueAt' });
  expect(await ask(fay, to, { dueAt: Date.now() + 31 * 86_400_000 })).toMatchObject({ ok: false, field: 'dueAt' });
  expect(await ask(fay, to, { body: ' ' })).toMatchObject({ ok: false, field: 'body' });
  expect(await ask(fay, to, { body: 'x'.repeat(4_001) })).toMatchObject({ ok: false, field: 'body' });
  expect(await ask(fay, to, { conversationId: 'none' })).toMatchObject({ ok: false, error: 'not_found' });
  expect(await viewer.client.command('question:list', { conversationId })).toMatchObject({ ok: true });
  expect(await end(fay, 'none', 'answered')).toMatchObject({ ok: false, error: 'not_found' });
  expect(await fay.client.command('question:end', { id: 'x', clientId: clientId(), how: 'answered' })).toMatchObject({
    ...{ ok: false, error: 'invalid_payload' },
  });
});

test('T15 QUESTIONS_OPEN_MAX open ones in a conversation, and not one more until one has ended', async () => {
  const [ana, bo] = [await enter('dora'), await enter('emil')];
  const visitor = await relay.visitor();
  const opened = await visitor.command('conversation:open', { clientId: clientId(), body: 'Hello' });
  const where = { conversationId: (opened.value as { conversationId: string }).conversationId };
  const ids: string[] = [];
  for (let n = 0; n < QUESTIONS_OPEN_MAX; n += 1) {
    const { value } = await ask(ana, { agentId: bo.id }, where);
    ids.push((value as { id: string }).id);
  }
  const more = await ask(ana, { agentId: bo.id }, where);
  expect(more).toMatchObject({ ok: false, error: 'invalid_payload' });
  expect(String(more.hint)).toContain(String(QUESTIONS_OPEN_MAX));
  await end(bo, ids[0] as string, 'answered');
  expect(await ask(ana, { agentId: bo.id }, where)).toMatchObject({ ok: true });
});
