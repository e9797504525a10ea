import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../protocol/wire/people.ts';
import { ROLES } from '../../protocol/wire/permissions.ts';
import { askAs } from './ask-as.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** Who somebody is, who may say so, and who is not heard any more (J1-J9, J11), over real carriers. */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const cid = (n: number) => `client-id-of-message-${n}`;

const as = (role: (typeof ROLES)[number]) => askAs(relay, role);

async function writer() {
  const visitor = await relay.visitor({}, { 'User-Agent': FIREFOX });
  const ready = await visitor.fact('session:ready');
  const page = { url: 'https://shop.example/?secret=1', title: 'Shop', language: 'pt-BR', zone: 'Asia/Tokyo' };
  const referrer = 'https://user:pass@search.example/find?q=me#top';
  const opened = await visitor.command('conversation:open', {
    clientId: cid(1),
    body: 'Hi',
    page: { ...page, referrer },
  });
  const { conversationId } = (opened as unknown as { value: { conversationId: string } }).value;
  const { visitorId, token } = ready as { visitorId: string; token: string };
  return { visitor, visitorId, token, conversationId };
}

test('J1 J4 the team reads who this is: what runs, its language and zone, whence, without secrets', async () => {
  const { visitorId, conversationId } = await writer();
  const ask = await as('viewer');
  const { value } = await ask('GET', `people/of/${conversationId}`);
  expect(value).toMatchObject({
    ...{ id: visitorId, siteKey: 'demo', tags: [], notes: [], segments: ['new'], block: null, joinedTo: null },
    visit: {
      ...{ browser: 'Firefox 140', system: 'Linux', device: 'desktop', language: 'pt-BR', zone: 'Asia/Tokyo' },
      ...{ referrer: 'https://search.example/find', pages: [] },
    },
    conversations: [{ id: conversationId, status: 'queued' }],
  });
  expect(await ask('GET', 'people/nobody')).toMatchObject({ status: 404 });
  expect(await relay.ask('GET', `/api/v1/agent/people/${visitorId}`)).toMatchObject({ status: 401 });
});

test('J2 J3 T1 who may note, tag, block, join and hand out; every other role is refused', async () => {
  const { visitorId, conversationId } = await writer();
  const statuses: Record<string, number[]> = {};
  let others = '';
  for (const role of ROLES) {
    const ask = await as(role);
    const noted = await ask('POST', `people/${visitorId}/notes`, { body: `Of ${role}` });
    others ||= (noted.value as { id: string }).id;
    const tried = [
      noted.status,
      (await ask('PUT', `person-notes/${others}`, { body: 'Changed.' })).status,
      (await ask('POST', `people/${visitorId}/tags`, { tag: role })).status,
      (await ask('POST', `people/${visitorId}/merge/plan`, { fromId: visitorId })).status,
      (await ask('GET', 'blocks')).status,
      (await ask('GET', `people/${visitorId}/export`)).status,
    ];
    statuses[role] = tried;
  }
  const leads = [200, 200, 200, 400, 200];
  expect(statuses).toEqual({
    owner: [...leads, 200],
    admin: [...leads, 200],
    supervisor: [...leads, 403],
    agent: [200, 403, 200, 403, 403, 403],
    viewer: [403, 403, 403, 403, 403, 403],
  });
  const { answer } = await relay.ask('GET', `/api/v1/agent/people/${visitorId}`, undefined, {
    Cookie: await relay.signIn('agent@example.org'),
  });
  const person = (answer as unknown as { value: Person }).value;
  expect(person.notes.map(({ by, editedAt }) => [by.name, editedAt === null])).toEqual([
    ['agent', true],
    ['supervisor', true],
    ['admin', true],
    ['owner', false],
  ]);
  expect(person.segments).toEqual(['admin', 'agent', 'new', 'owner', 'supervisor']);
  expect(relay.reports.filter(({ kind }) => kind === 'person_changed')).toHaveLength(2);
  expect(conversationId).not.toBe('');
});

test('J3 an agent changes and deletes her own notes, and nobody’s else', async () => {
  const { visitorId } = await writer();
  const agent = await as('agent');
  const owner = await as('owner');
  const noteOf = async (ask: typeof agent) =>
    ((await ask('POST', `people/${visitorId}/notes`, { body: 'x' })).value as { id: string }).id;
  const [own, foreign] = [await noteOf(agent), await noteOf(owner)];
  expect((await agent('PUT', `person-notes/${own}`, { body: 'y' })).status).toBe(200);
  expect((await agent('DELETE', `person-notes/${own}`)).status).toBe(200);
  expect((await agent('DELETE', `person-notes/${foreign}`)).status).toBe(403);
  expect((await agent('POST', `people/${visitorId}/notes`, { body: '   ' })).value).toMatchObject({ field: 'body' });
});

test('J9 a blocked visitor is refused on every carrier, what was open ends, and unblocked she is heard again', async () => {
  const { visitor, visitorId, token, conversationId } = await writer();
  const ask = await as('supervisor');
  const past = await ask('POST', `people/${visitorId}/block`, { until: 1 });
  expect(past.value).toMatchObject({ error: 'invalid_payload', field: 'until' });
  const blocked = await ask('POST', `people/${visitorId}/block`, { reason: 'Insults.' });
  expect(blocked.value).toMatchObject({
    block: { reason: 'Insults.', until: null, address: false, by: { name: 'supervisor' } },
    conversations: [{ id: conversationId, status: 'closed', outcome: 'spam' }],
  });
  const open = { clientId: cid(2), body: 'Me again' };
  const send = { conversationId, ...open };
  expect(await visitor.command('message:send', send)).toMatchObject({ error: 'blocked', hint: expect.any(String) });
  expect(await visitor.command('conversation:open', open)).toMatchObject({ error: 'blocked' });
  expect(await visitor.command('typing:set', { conversationId, typing: true })).toMatchObject({ error: 'blocked' });
  // What is hers she may still read.
  expect(await visitor.command('conversation:sync', { conversationId, afterSeq: 0 })).toMatchObject({ ok: true });
  const http = { Authorization: `Bearer ${token}`, 'X-Deskbell-Site': 'demo' };
  const fallback = await relay.ask('POST', '/api/v1/visitor/commands/conversation:open', open, http);
  expect([fallback.status, fallback.answer]).toMatchObject([403, { error: 'blocked' }]);
  const said = { clientId: cid(3), conversationId, name: 'a.txt', bytes: 1, offset: 0 };
  const file = await fetch(`${relay.origin}/api/v1/visitor/files`, {
    method: 'POST',
    headers: {
      ...{ ...http, Origin: relay.origin, 'Content-Type': 'application/octet-stream' },
      'X-Deskbell-File': encodeURIComponent(JSON.stringify(said)),
    },
    body: 'x',
  });
  expect([file.status, await file.json()]).toMatchObject([403, { error: 'blocked' }]);

  const [block] = (await ask('GET', 'blocks')).value as { id: string; address: boolean }[];
  expect((await ask('DELETE', `blocks/${block?.id}`)).status).toBe(200);
  expect((await ask('DELETE', `blocks/${block?.id}`)).status).toBe(404);
  expect(await visitor.command('conversation:open', open)).toMatchObject({ ok: true });
});

test('J9 with her address: a new browser there is refused too, another one is not; no address is told or stored', async () => {
  const { visitorId } = await writer();
  const ask = await as('owner');
  const forever = await ask('POST', `people/${visitorId}/block`, { address: true });
  expect(forever.value).toMatchObject({ field: 'until' });
  const until = Date.now() + 3_600_000;
  const { value } = await ask('POST', `people/${visitorId}/block`, { address: true, until });
  expect(value).toMatchObject({ block: { address: true, until } });
  expect(JSON.stringify(value)).not.toContain('127.0.0.1');
  const [kept] = await relay.store.listBlocks({ now: 1, limit: 9 });
  expect(kept?.addressHash).toMatch(/^[0-9a-f]{64}$/);
  const other = await relay.visitor();
  await other.fact('session:ready');
  expect(await other.command('conversation:open', { clientId: cid(5), body: 'Hi' })).toMatchObject({
    error: 'blocked',
  });
});

test('J8 joined by hand after the plan was shown; her browsers read no more than before; undone', async () => {
  const one = await writer();
  const other = await writer();
  const ask = await as('supervisor');
  await ask('POST', `people/${other.visitorId}/notes`, { body: 'Likes tea.' });
  const plan = await ask('POST', `people/${one.visitorId}/merge/plan`, { fromId: other.visitorId });
  expect(plan.value).toMatchObject({ conversations: 1, notes: 1, tags: 0, orders: 0, stays: { id: one.visitorId } });
  const joined = (await ask('POST', `people/${one.visitorId}/merge`, { fromId: other.visitorId })).value as Person;
  expect(joined).toMatchObject({ id: one.visitorId, notes: [{ body: 'Likes tea.' }] });
  expect(joined.conversations).toHaveLength(2);
  // The live tab goes on, and each browser still has its own conversation only.
  const send = { conversationId: other.conversationId, clientId: cid(8), body: 'Still here' };
  expect(await other.visitor.command('message:send', send)).toMatchObject({ ok: true });
  const foreign = { conversationId: one.conversationId, afterSeq: 0 };
  expect(await other.visitor.command('conversation:sync', foreign)).toMatchObject({ error: 'not_found' });
  const undone = await ask('DELETE', `merges/${joined.joined[0]?.id}`);
  expect(undone.value).toMatchObject({ id: one.visitorId, notes: [], joined: [] });
});

test('J11 an export holds notes and blocks; erased, nothing of them is left', async () => {
  const { visitorId, conversationId } = await writer();
  const ask = await as('owner');
  await ask('POST', `people/${visitorId}/notes`, { body: 'Private.' });
  const { value } = await ask('GET', `people/${visitorId}/export`);
  expect(value).toMatchObject({
    person: { notes: [{ body: 'Private.' }] },
    conversations: [
      { id: conversationId, complete: true, entries: [{ kind: 'queued' }, { kind: 'message', body: 'Hi' }] },
    ],
  });
  expect((await ask('DELETE', `people/${visitorId}/about`)).value).toMatchObject({ notes: 1, visits: 1 });
  expect((await ask('GET', `people/${visitorId}`)).value).toMatchObject({ notes: [], visit: null });
});

test('J12 T1 who may not set up erases nobody, on any way; who may, does, and the visitor begins anew', async () => {
  const { visitor, visitorId } = await writer();
  for (const role of ['viewer', 'agent', 'supervisor'] as const) {
    const ask = await as(role);
    expect((await ask('DELETE', `people/${visitorId}`)).status).toBe(403);
    // Before "not found": who may not learns nothing about ids.
    expect((await ask('DELETE', 'people/nobody')).status).toBe(403);
  }
  expect(await relay.store.isErasing()).toBe(false);
  const admin = await as('admin');
  expect((await admin('DELETE', 'people/nobody')).status).toBe(404);
  expect((await admin('DELETE', `people/${visitorId}`)).value).toMatchObject({ erasing: 1 });
  expect(await visitor.fact('session:ended')).toMatchObject({ error: 'unauthorized' });
});
