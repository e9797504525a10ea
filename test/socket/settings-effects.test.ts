import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlainClient } from '../support/plain-client.ts';
import { signInAs } from './ask-as.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** What the pages of the settings save is what people meet, over a real port; the rest of the pages: settings-routes, front, proactive, setup, targets … */

let relay: TestRelay;
let ask: (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;
let made = 0;
beforeEach(async () => {
  relay = await startTestRelay();
  const signed = await signInAs(relay, 'owner');
  ask = async (method, path, body) => {
    const { status, answer } = await signed(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer.value;
  };
});
afterEach(() => relay.remove());

const clientId = () => `settings-client-${String(++made).padStart(8, '0')}`;
const set = (settings: object) => ask('PUT', 'sites/demo/settings', settings);

/** Somebody who serves; `change` is what the page of people saves of her. */
async function agent(name: string) {
  const email = `${name}@example.org`;
  await relay.addAgent(email);
  const member = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...settings } = member;
  const client = await relay.agent(await relay.signIn(email));
  await client.fact('session:ready');
  await client.command('agent:availability', { availability: 'available' });
  return { id, client, change: (more: object) => ask('PUT', `staff/${id}`, { ...settings, ...more }) };
}

interface Writer {
  client: PlainClient;
  conversationId: string;
}
async function writes(more: object = {}): Promise<Writer> {
  const client = await relay.visitor();
  const opened = await client.command('conversation:open', { clientId: clientId(), body: 'Hello', ...more });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return { client, conversationId: (opened.value as { conversationId: string }).conversationId };
}
type Told = { kind: string; agent?: { name: string }; body?: string };
const servedBy = async ({ client }: Writer) => {
  const { entry } = await client.fact('entry:added', (fact) => (fact.entry as Told).kind === 'assigned');
  return (entry as Told).agent?.name;
};
const ends = ({ client }: { client: PlainClient }, { conversationId }: Writer) =>
  client.command('conversation:close', { conversationId, outcome: 'resolved' });

test('R12 people: who may serve one serves one, and the next comes as soon as she may serve two', async () => {
  const ana = await agent('ana');
  await ana.change({ capacity: 1 });
  await servedBy(await writes());
  const next = await writes();
  expect(await next.client.fact('queue:moved')).toMatchObject({ position: 1 });
  await ana.change({ capacity: 2 });
  await servedBy(next);
});

test('R2 B1 departments, people and topics: a topic leads to those who belong to its department', async () => {
  await agent('ana');
  const bo = await agent('bo');
  const { id } = await ask('POST', 'departments', { siteId: null, name: 'Returns', routing: {} });
  await bo.change({ name: 'Bo', departments: [{ departmentId: id }] });
  await set({ front: { topics: [{ key: 'back', label: 'Sending back', department: 'Returns' }] } });
  for (let round = 0; round < 3; round += 1) {
    expect(await servedBy(await writes({ intake: { topic: 'back' } }))).toBe('Bo');
  }
});

test('R5 routing: a rule sends whoever writes its word to its department', async () => {
  await agent('ana');
  const bo = await agent('bo');
  const { id } = await ask('POST', 'departments', { siteId: null, name: 'Invoices', routing: {} });
  await bo.change({ name: 'Bo', departments: [{ departmentId: id }] });
  await ask('PUT', 'routing-plan', {
    rules: [{ name: 'Money', when: { words: ['invoice'] }, set: { departmentId: id } }],
  });
  for (let round = 0; round < 3; round += 1) {
    expect(await servedBy(await writes({ body: 'Where is my invoice?' }))).toBe('Bo');
  }
});

test('K7 K10 rating questions: who is here and who comes are asked in the owner’s words, and what they say is kept', async () => {
  const ana = await agent('ana');
  const early = await writes();
  await servedBy(early);
  const words = { en: { score: 'Was it good?', effort: 'Was it easy?' } };
  await set({ feedback: { asksEffort: true, words } });
  const isAsked = { rating: { effort: true, words } };
  expect(await early.client.fact('front:changed')).toMatchObject(isAsked);
  expect(await (await relay.visitor()).fact('session:ready')).toMatchObject({ front: isAsked });
  await ends(ana, early);
  const { conversationId } = early;
  const rated = await early.client.command('conversation:rate', { conversationId, episode: 1, score: 4, effort: 6 });
  expect(rated).toMatchObject({ ok: true });
  const synced = await ana.client.command('conversation:sync', { conversationId, afterSeq: 0 });
  expect((synced.value as { entries: Told[] }).entries.at(-1)).toMatchObject({ kind: 'rated', score: 4, effort: 6 });
});

test('T12 team: reasons for being away are those of the owner, told to all and taken from nobody else', async () => {
  const ana = await agent('ana');
  const owner = await relay.agent(await relay.signIn('owner@example.org'));
  await owner.fact('session:ready');
  const rules = { awayReasons: ['School run'], idleAwayMs: null };
  expect(await owner.command('team:change', rules)).toMatchObject({ ok: true });
  expect(await ana.client.command('team:list', {})).toMatchObject({ value: { awayReasons: ['School run'] } });
  const away = (reason: string) => ana.client.command('agent:availability', { availability: 'away', reason });
  expect(await away('Lunch')).toMatchObject({ ok: false, error: 'invalid_payload' });
  expect(await away('School run')).toMatchObject({ ok: true });
});

test('H2 hours: a week without an hour of today closes chat at once, and back again', async () => {
  const here = await relay.visitor();
  await here.fact('session:ready');
  await set({ hours: { zone: 'UTC', week: {} } });
  expect(await here.fact('service:changed')).toMatchObject({ open: false, text: null });
  const late = await relay.visitor();
  expect(await late.fact('session:ready')).toMatchObject({ service: { open: false } });
  await set({ hours: null });
  expect(await here.fact('service:changed', ({ open }) => open === true)).toBeTruthy();
});

test('Q1 Q5 queue: as many wait as the owner allows, and places are told only where she shows them', async () => {
  await set({ queue: { waitingMax: 1, showsPosition: false } });
  const first = await writes();
  const second = await relay.visitor();
  const opening = { clientId: clientId(), body: 'Me too' };
  expect(await second.command('conversation:open', opening)).toMatchObject({ ok: false, error: 'queue_full' });
  expect(await second.command('conversation:open', { ...opening, leave: true })).toMatchObject({ ok: true });
  expect(first.client.facts.filter(({ name }) => name === 'queue:moved')).toEqual([]);
  await set({ queue: { waitingMax: null } });
  expect(await first.client.fact('queue:moved')).toMatchObject({ position: 1 });
  await writes();
});

test('C15 closing: her room is held for the owner’s time, and the next one comes when she is done', async () => {
  const ana = await agent('ana');
  await ana.change({ capacity: 1 });
  await set({ wrapUpMs: 60_000 });
  const one = await writes();
  await servedBy(one);
  await ends(ana, one);
  expect(await ana.client.fact('wrapup:changed')).toMatchObject({ until: expect.any(Number) });
  const next = await writes();
  expect(await next.client.fact('queue:moved')).toMatchObject({ position: 1 });
  await ana.client.command('wrapup:end', {});
  await servedBy(next);
});

test('D10 macros: what an owner saved is run by an agent, and the visitor sees what it says', async () => {
  const ana = await agent('ana');
  const talk = await writes();
  await servedBy(talk);
  const { conversationId } = talk;
  const actions = [
    { do: 'tag', add: ['refund done'], remove: [] },
    { do: 'reply', body: 'It is on its way.' },
    { do: 'close', outcome: 'resolved' },
  ];
  await ask('POST', 'macros', { name: 'Refund', departmentId: null, actions });
  const list = (await ask('GET', 'macros')) as unknown as { id: string }[];
  const run = { conversationId, macroId: list[0]?.id, clientId: clientId() };
  expect(await ana.client.command('macro:run', run)).toMatchObject({ ok: true });
  await talk.client.fact('entry:added', ({ entry }) => (entry as Told).body === 'It is on its way.');
  await talk.client.fact('entry:added', ({ entry }) => (entry as Told).kind === 'closed');
});
