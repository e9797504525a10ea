import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import type { PlainClient } from '../support/plain-client.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
let made = 0;
const clientId = () => `client-id-${String(++made).padStart(8, '0')}`;

beforeAll(async () => {
  relay = await startTestRelay();
  await relay.addAgent('ana@example.org');
  await relay.addAgent('bo@example.org');
});
afterAll(() => relay.remove());

type Fact = Record<string, unknown>;
const entryOf = (fact: Fact) => fact.entry as { kind: string; seq: number; body?: string };
const isMessage = (body: string) => (fact: Fact) => entryOf(fact).body === body;
const isKind = (kind: string) => (fact: Fact) => entryOf(fact).kind === kind;

async function open(client: PlainClient, body: string): Promise<string> {
  const answer = await client.command('conversation:open', { clientId: clientId(), body });
  expect(answer).toMatchObject({ ok: true });
  return (answer.value as { conversationId: string }).conversationId;
}

describe('one conversation over real sockets', () => {
  let visitor: PlainClient;
  let tab: PlainClient;
  let ana: PlainClient;
  let bo: PlainClient;

  beforeEach(async () => {
    visitor = await relay.visitor();
    const { token } = await visitor.fact('session:ready');
    tab = await relay.visitor({ token });
    ana = await relay.agent(await relay.signIn('ana@example.org'));
    bo = await relay.agent(await relay.signIn('bo@example.org'));
    await Promise.all([tab, ana, bo].map((client) => client.fact('session:ready')));
    await ana.command('agent:availability', { availability: 'available' });
    await bo.command('agent:availability', { availability: 'away' });
  });

  const end = async () => {
    for (const client of [visitor, tab, ana, bo]) await client.end();
  };

  test('the first fact is session:ready, for both sides', async () => {
    for (const client of [visitor, tab, ana, bo]) expect(client.facts[0]?.name).toBe('session:ready');
    await end();
  });

  test('message, assignment, reply, close and rating reach everybody concerned once, and the asker by the answer', async () => {
    const conversationId = await open(visitor, 'Hello?');
    await tab.fact('entry:added', isMessage('Hello?'));
    await ana.fact('entry:added', isKind('assigned'));
    await visitor.fact('entry:added', isKind('assigned'));

    const reply = await ana.command('message:send', { conversationId, clientId: clientId(), body: 'Yes?' });
    expect(reply).toMatchObject({ ok: true });
    for (const client of [visitor, tab]) {
      const { entry } = await client.fact('entry:added', isMessage('Yes?'));
      expect(entry).toMatchObject({
        author: 'agent',
        agent: { name: 'ana' },
        seq: (reply.value as { seq: number }).seq,
      });
    }
    await visitor.command('message:send', { conversationId, clientId: clientId(), body: 'Bye.' });
    await ana.fact('entry:added', isMessage('Bye.'));
    await ana.command('conversation:close', { conversationId });
    await visitor.fact('entry:added', isKind('closed'));
    expect(await visitor.command('conversation:rate', { conversationId, episode: 1, score: 5 })).toMatchObject({
      ok: true,
    });
    await tab.fact('entry:added', isKind('rated'));

    // The asker was never told its own message; nobody was told anything twice.
    const bodies = (client: PlainClient) =>
      client.facts.filter(({ name }) => name === 'entry:added').map(({ payload }) => entryOf(payload));
    expect(bodies(visitor).map(({ body }) => body)).not.toContain('Hello?');
    expect(bodies(ana).map(({ body }) => body)).not.toContain('Yes?');
    for (const client of [visitor, tab, ana]) {
      const seqs = bodies(client).map(({ seq }) => seq);
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    }
    // Bo has no part in it and does not watch.
    expect(bodies(bo)).toEqual([]);
    await end();
  });

  test('who watches a conversation hears it, until she watches another or none', async () => {
    const conversationId = await open(visitor, 'watched');
    expect(await bo.command('conversation:watch', { conversationId })).toMatchObject({ ok: true });
    await visitor.command('message:send', { conversationId, clientId: clientId(), body: 'one' });
    await bo.fact('entry:added', isMessage('one'));
    await bo.command('conversation:watch', { conversationId: null });
    await visitor.command('message:send', { conversationId, clientId: clientId(), body: 'two' });
    await ana.fact('entry:added', isMessage('two'));
    expect(await bo.command('conversation:watch', { conversationId: 'unknown' })).toMatchObject({ error: 'not_found' });
    expect(bo.facts.some(({ name, payload }) => name === 'entry:added' && isMessage('two')(payload))).toBe(false);
    await end();
  });

  test('U14 two are watched beside each other, until one of them is let go', async () => {
    const other = await relay.visitor();
    const [first, second] = [await open(visitor, 'first of two'), await open(other, 'second of two')];
    const heard = () =>
      bo.facts.filter(({ name }) => name === 'entry:added').map(({ payload }) => entryOf(payload).body);
    const say = async (by: PlainClient, conversationId: string, body: string) => {
      await by.command('message:send', { conversationId, clientId: clientId(), body });
      await ana.fact('entry:added', isMessage(body));
    };
    await bo.command('conversation:watch', { conversationId: first });
    expect(await bo.command('conversation:watch', { conversationId: second, beside: first })).toMatchObject({
      ok: true,
    });
    await say(visitor, first, 'one');
    await say(other, second, 'two');
    await bo.fact('entry:added', isMessage('one'));
    await bo.fact('entry:added', isMessage('two'));
    await bo.command('conversation:watch', { conversationId: null, beside: second });
    await say(visitor, first, 'three');
    await say(other, second, 'four');
    await bo.fact('entry:added', isMessage('four'));
    expect(heard()).not.toContain('three');
    // What nobody may read is not watched by being named beside.
    await bo.command('conversation:watch', { conversationId: second, beside: first });
    await say(visitor, first, 'five');
    await say(other, second, 'six');
    await bo.fact('entry:added', isMessage('six'));
    expect(heard()).not.toContain('five');
    // Ana has room for the others' stories.
    for (const conversationId of [first, second]) await ana.command('conversation:close', { conversationId });
    await other.end();
    await end();
  });

  test('typing and receipts go to the other side', async () => {
    const conversationId = await open(visitor, 'typing');
    await ana.fact('entry:added', isKind('assigned'));
    await visitor.command('typing:set', { conversationId, typing: true });
    expect(await ana.fact('typing:changed')).toEqual({ conversationId, by: 'visitor', typing: true });
    await ana.command('typing:set', { conversationId, typing: true });
    expect(await visitor.fact('typing:changed')).toEqual({ conversationId, by: 'agent', typing: true });
    await ana.command('receipt:set', { conversationId, deliveredSeq: 2, readSeq: 2 });
    const { marks } = await visitor.fact('receipt:changed');
    expect(marks).toMatchObject({ agentRead: 2 });
    await end();
  });

  test('P15: every agent hears that the list moved; visitors hear when the last agent goes', async () => {
    await open(visitor, 'list');
    await bo.fact('inbox:moved', ({ change }) => (change as number) > 0);
    await ana.command('agent:availability', { availability: 'away' });
    expect(await tab.fact('availability:changed')).toEqual({ available: false });
    await end();
  });

  test('P6: a connection that comes back gets what it missed, from the position it names', async () => {
    const conversationId = await open(visitor, 'first');
    await ana.fact('entry:added', isKind('assigned'));
    const { token } = await visitor.fact('session:ready');
    await visitor.end();
    await ana.command('message:send', { conversationId, clientId: clientId(), body: 'while you were away' });
    const { epoch } = await tab.fact('session:ready');
    const back = await relay.visitor({ token, epoch, resume: [{ conversationId, afterSeq: 2 }] });
    const ready = await back.fact('session:ready');
    const [page] = ready.conversations as { entries: { seq: number; body?: string }[]; head: number }[];
    expect(page?.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: (page?.head ?? 0) - 2 }, (_, i) => i + 3));
    expect(page?.entries.at(-1)?.body).toBe('while you were away');
    expect(ready.token).toBeUndefined();
    await back.end();
    await end();
  });
});

test('P6: a message that is stored between the first page and the room is on the page after all', async () => {
  let afterRead: (() => Promise<unknown>) | null = null;
  const gap = await startTestRelay({
    wrapStore: (store) =>
      new Proxy(store, {
        get(target, name) {
          const value = Reflect.get(target, name);
          if (typeof value !== 'function') return value;
          if (name !== 'readPage') return value.bind(target);
          return async (input: Parameters<Store['readPage']>[0]) => {
            const page = await target.readPage(input);
            const then = afterRead;
            afterRead = null;
            await then?.();
            return page;
          };
        },
      }),
  });
  const visitor = await gap.visitor();
  const { token } = await visitor.fact('session:ready');
  const conversationId = await open(visitor, 'before');
  // The tab has read its page and is not in its room yet; now something is stored.
  afterRead = () => visitor.command('message:send', { conversationId, clientId: clientId(), body: 'in between' });
  const tab = await gap.visitor({ token });
  const ready = await tab.fact('session:ready');
  expect(afterRead).toBe(null);
  const [page] = ready.conversations as { entries: { body?: string }[]; head: number }[];
  expect(page?.entries.at(-1)?.body).toBe('in between');
  expect(page?.head).toBe(page?.entries.length);
  await gap.remove();
});
