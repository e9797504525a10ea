import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PresentVisitor } from '../../protocol/wire/people.ts';
import { startPace } from '../support/pace.ts';
import { askAs } from './ask-as.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** Who is on the site now, and an invitation to her (J10), over real connections. */

let relay: TestRelay;
let owner: (method: string, path: string, body?: unknown) => Promise<{ status: number; value: unknown }>;
beforeEach(async () => {
  relay = await startTestRelay();
  owner = await as('owner');
});
afterEach(() => relay.remove());

const as = (role: 'owner' | 'agent' | 'viewer') => askAs(relay, role);

const turnOn = () => owner('PUT', 'sites/demo/settings', { visitors: { presence: true } });
const key = () => randomBytes(16).toString('hex');

/** A tab that asks and waits. */
function tab(more: object, headers: Record<string, string> = {}) {
  const ends = new AbortController();
  const said = { site: 'demo', url: 'https://shop.example/mugs', title: 'Mugs', language: 'de', cart: 12, ...more };
  const answer = fetch(`${relay.origin}/api/v1/visitor/presence`, {
    method: 'POST',
    headers: { Origin: relay.origin, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(said),
    signal: ends.signal,
  }).then(
    async (response) => (await response.json()) as { ok: boolean; value?: Record<string, unknown>; error?: string },
    () => null,
  );
  return { answer, close: () => ends.abort() };
}

/** The list as soon as it `fits`. */
async function listed(fits: (visitors: PresentVisitor[]) => boolean): Promise<PresentVisitor[]> {
  for (;;) {
    const { visitors } = (await owner('GET', 'visitors')).value as { visitors: PresentVisitor[] };
    if (fits(visitors)) return visitors;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('J10 off until the owner turns it on: the page is told to ask no more, and the list says so', async () => {
  expect(await tab({ key: key() }).answer).toEqual({ ok: true, value: { off: true } });
  expect((await owner('GET', 'visitors')).value).toMatchObject({ off: true, visitors: [] });
  await turnOn();
  expect((await owner('GET', 'visitors')).value).toMatchObject({ off: false, visitors: [] });
});

test('J10 who comes is listed, moves with her page, and is gone when the tab closes', async () => {
  await turnOn();
  const mine = key();
  const first = tab({ key: mine });
  const [seen] = await listed((visitors) => visitors.length === 1);
  expect(seen).toMatchObject({
    ...{ key: mine, siteName: 'Demo shop', url: 'https://shop.example/mugs', title: 'Mugs', language: 'de', cart: 12 },
    ...{ returning: false, conversationId: null, invite: null },
  });
  const second = tab({ key: mine, url: 'https://shop.example/bowls', title: 'Bowls' });
  expect(await first.answer).toEqual({ ok: true, value: {} });
  const [moved] = await listed((visitors) => visitors[0]?.title === 'Bowls');
  expect(moved?.since).toBe(seen?.since);
  const pace = await startPace();
  const closedAt = performance.now();
  second.close();
  await listed((visitors) => visitors.length === 0);
  expect(await pace.even(closedAt)).toBeLessThan(10_000);
  pace.end();
});

test('J10 an invitation reaches the page at once, and the agent reads what became of it; too many are refused', async () => {
  await turnOn();
  const mine = key();
  const waiting = tab({ key: mine });
  await listed((visitors) => visitors.length === 1);
  const viewer = await as('viewer');
  expect(await viewer('POST', `visitors/${mine}/invite`, { text: 'Hello' })).toMatchObject({ status: 403 });
  // Whoever looks on writes nothing (T1); of who writes, those may that the owner lets (T19).
  const rights = { 'visitors:invite': false, 'visitors:read': false };
  expect(await owner('PUT', 'roles/agent', { rights })).toMatchObject({ status: 200 });
  const agent = await as('agent');
  expect(await agent('POST', `visitors/${mine}/invite`, { text: 'Hello' })).toMatchObject({ status: 403 });
  expect(await agent('GET', 'visitors')).toMatchObject({ status: 403 });
  expect(await owner('POST', 'visitors/nobody-is-there/invite', { text: 'Hello' })).toMatchObject({ status: 404 });
  const sent = await owner('POST', `visitors/${mine}/invite`, { text: 'Can I help?' });
  expect(sent.value).toMatchObject({ text: 'Can I help?', state: 'sent', by: { name: 'owner' } });
  const { id } = sent.value as { id: string };
  expect(await waiting.answer).toEqual({ ok: true, value: { invite: { id, text: 'Can I help?' } } });
  const seen = tab({ key: mine, invite: { id, state: 'seen' } });
  await listed((visitors) => visitors[0]?.invite?.state === 'seen');
  const closed = tab({ key: mine, invite: { id, state: 'dismissed' } });
  await listed((visitors) => visitors[0]?.invite?.state === 'dismissed');
  expect((await owner('POST', `visitors/${mine}/invite`, { text: 'Again?' })).value).toMatchObject({
    error: 'queue_full',
  });
  seen.close();
  closed.close();
});

test('J10 who answers an invitation is with whoever invited, in her words', async () => {
  // J18: nobody whom we called works for it.
  await owner('PUT', 'sites/demo/settings', { visitors: { presence: true, asksWork: true } });
  const mine = key();
  const waiting = tab({ key: mine });
  await listed((visitors) => visitors.length === 1);
  const sent = await owner('POST', `visitors/${mine}/invite`, { text: 'Can I help?' });
  const { id } = sent.value as { id: string };
  await waiting.answer;
  const visitor = await relay.visitor();
  const ready = (await visitor.fact('session:ready')) as { token: string };
  const open = { clientId: 'client-id-of-message-1', body: 'Yes please', intake: { proactive: id } };
  const opened = (await visitor.command('conversation:open', open)) as unknown as { value: { conversationId: string } };
  const { conversationId } = opened.value;
  const assigned = await visitor.fact('entry:added', ({ entry }) => (entry as { kind: string }).kind === 'assigned');
  expect(assigned.entry).toMatchObject({ agent: { name: 'owner' } });
  expect(await relay.store.readIntake(conversationId)).toMatchObject({
    proactive: { key: 'invite', text: 'Can I help?' },
  });
  // From here on the list leads to the conversation, and nobody invites her into a second one.
  const here = tab(
    { key: mine, invite: { id, state: 'accepted' } },
    { Authorization: `Bearer ${ready.token}`, 'X-Deskbell-Site': 'demo' },
  );
  const [talking] = await listed((visitors) => visitors[0]?.conversationId === conversationId);
  expect(talking?.invite?.state).toBe('accepted');
  expect((await owner('POST', `visitors/${mine}/invite`, { text: 'Hm?' })).value).toMatchObject({ error: 'ask_open' });
  here.close();
});

test('J9 J10 whoever is blocked is not among those who are here, and nobody invites them', async () => {
  await turnOn();
  const visitor = await relay.visitor();
  const ready = (await visitor.fact('session:ready')) as { token: string };
  const opened = await visitor.command('conversation:open', { clientId: 'client-id-of-message-1', body: 'Hello' });
  const { conversationId } = (opened as unknown as { value: { conversationId: string } }).value;
  const visitorId = (await relay.store.findConversation(conversationId))?.visitorId ?? '';
  const known = { Authorization: `Bearer ${ready.token}`, 'X-Deskbell-Site': 'demo' };
  const before = tab({ key: key() }, known);
  await listed((visitors) => visitors.length === 1);
  before.close();
  expect(await owner('POST', `people/${visitorId}/block`, { reason: 'Insults' })).toMatchObject({ status: 200 });
  expect(await tab({ key: key() }, known).answer).toEqual({ ok: true, value: { off: true } });
  const other = tab({ key: key() });
  await listed((visitors) => visitors.length === 1);
  other.close();
});

test('J10 only pages of the site; what is wrong is named; an unknown invitation is no agent’s', async () => {
  await turnOn();
  const foreign = tab({ key: key() }, { Origin: 'https://evil.example' });
  expect(await foreign.answer).toMatchObject({ error: 'origin_not_allowed' });
  expect(await tab({ key: 'short' }).answer).toMatchObject({ error: 'invalid_payload', field: 'key' });
  expect(await tab({ key: key(), url: 'javascript:1' }).answer).toMatchObject({ field: 'url' });
  const visitor = await relay.visitor();
  await visitor.fact('session:ready');
  const open = { clientId: 'client-id-of-message-1', body: 'Hi', intake: { proactive: 'invite_forged' } };
  const opened = (await visitor.command('conversation:open', open)) as unknown as { value: { conversationId: string } };
  expect(await relay.store.findConversation(opened.value.conversationId)).toMatchObject({ status: 'queued' });
});

test('J5 the pages of a visit are kept only where the owner wants it and privacy is not strict', async () => {
  const visitor = await relay.visitor();
  const ready = (await visitor.fact('session:ready')) as { visitorId: string };
  const page = { url: 'https://shop.example/mugs?token=secret#x', title: 'Mugs', at: 1, ms: 2_000 };
  const trail = { pages: [page], zone: 'Asia/Tokyo' };
  const pages = async () =>
    ((await owner('GET', `people/${ready.visitorId}`)).value as { visit: { pages: unknown[] } | null }).visit?.pages ??
    [];
  const set = (trailOn: boolean, privacy: string) =>
    owner('PUT', 'sites/demo/settings', { visitors: { trail: trailOn }, proactive: { privacy } });
  await set(true, 'counted');
  await visitor.command('visitor:trail', trail);
  expect(await pages()).toEqual([]);
  await visitor.command('conversation:open', { clientId: 'client-id-of-message-1', body: 'Hi' });
  for (const [on, privacy] of [
    [false, 'counted'],
    [true, 'strict'],
  ] as const) {
    await set(on, privacy);
    await visitor.command('visitor:trail', trail);
    expect([on, privacy, await pages()]).toEqual([on, privacy, []]);
  }
  await set(true, 'counted');
  await visitor.command('visitor:trail', trail);
  expect(await pages()).toEqual([{ url: 'https://shop.example/mugs', title: 'Mugs', at: 1, ms: 2_000 }]);
});
