import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainClient } from '../support/plain-client.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** P9: over HTTP the same commands get the same answers as over the socket, from one table (F14). */

let relay: TestRelay;
beforeAll(async () => {
  relay = await startTestRelay();
});
afterAll(() => relay.remove());

type Told = Record<string, unknown>;
interface Carrier {
  command(name: string, payload: unknown): Promise<Told>;
}

async function overSocket(): Promise<Carrier & { client: PlainClient; token: unknown }> {
  const client = await relay.visitor();
  const { token } = await client.fact('session:ready');
  return { client, token, command: client.command };
}

async function overHttp(given?: unknown): Promise<Carrier & { token: unknown; ask: TestRelay['ask'] }> {
  let token = given;
  if (!token) {
    const session = await relay.ask('POST', '/api/v1/visitor/session', { version: 1, site: 'demo' });
    expect(session.status).toBe(200);
    token = (session.answer as { value: Told }).value.token;
  }
  const headers = { Authorization: `Bearer ${token}`, 'X-Deskbell-Site': 'demo' };
  const ask: TestRelay['ask'] = (method, path, body, more) => relay.ask(method, path, body, { ...headers, ...more });
  return {
    token,
    ask,
    command: async (name, payload) =>
      (await ask('POST', `/api/v1/visitor/commands/${name}`, payload)).answer as unknown as Told,
  };
}

const CLIENT = 'fallback-0123456789';
/** Each with the id of the conversation that the first one opened. */
const TABLE: [name: string, payload: (conversationId: string) => unknown][] = [
  ['conversation:open', () => ({ clientId: CLIENT, body: 'hello' })],
  ['conversation:open', () => ({ clientId: CLIENT, body: 'hello' })],
  ['conversation:open', () => ({ clientId: CLIENT, body: 'something else' })],
  ['message:send', (conversationId) => ({ conversationId, clientId: `${CLIENT}-2`, body: 'two' })],
  ['message:send', (conversationId) => ({ conversationId, clientId: `${CLIENT}-2`, body: 'two' })],
  ['message:send', (conversationId) => ({ conversationId, clientId: `${CLIENT}-2`, body: 'not two' })],
  ['message:send', (conversationId) => ({ conversationId, clientId: 'short', body: 'x' })],
  ['message:send', (conversationId) => ({ conversationId, clientId: CLIENT, body: '   ' })],
  ['message:send', () => ({ conversationId: 'unknown', clientId: CLIENT, body: 'x' })],
  ['message:send', () => null],
  ['message:send', () => []],
  ['conversation:sync', (conversationId) => ({ conversationId, afterSeq: 0 })],
  ['conversation:sync', (conversationId) => ({ conversationId, afterSeq: 1 })],
  ['conversation:sync', (conversationId) => ({ conversationId, afterSeq: -1 })],
  ['typing:set', (conversationId) => ({ conversationId, typing: true })],
  ['receipt:set', (conversationId) => ({ conversationId, deliveredSeq: 2, readSeq: 1 })],
  ['conversation:contact', (conversationId) => ({ conversationId, email: 'kim@example.org' })],
  ['conversation:contact', (conversationId) => ({ conversationId, email: 'nobody' })],
  ['conversation:rate', (conversationId) => ({ conversationId, episode: 1, score: 6 })],
  ['conversation:close', (conversationId) => ({ conversationId })],
  ['conversation:close', (conversationId) => ({ conversationId })],
  ['conversation:rate', (conversationId) => ({ conversationId, episode: 1, score: 4, comment: 'fine' })],
  ['inbox:list', () => ({})],
  ['session:touch', () => ({})],
  ['__proto__', () => ({})],
];

/** Times and the id differ between two runs; nothing else may. */
async function runTable(carrier: Carrier): Promise<unknown[]> {
  let conversationId = '';
  const told: unknown[] = [];
  for (const [name, payload] of TABLE) {
    const answer = await carrier.command(name, payload(conversationId));
    const opened = (answer.value as Told | undefined)?.conversationId;
    if (name === 'conversation:open' && opened) conversationId = String(opened);
    told.push(
      JSON.parse(
        JSON.stringify(answer)
          .replaceAll(conversationId || '\n', 'ID')
          .replace(/"at":\d+/g, '"at":0'),
      ),
    );
  }
  return told;
}

describe('P9: one table, two carriers', () => {
  test('the same answers, command by command', async () => {
    const socket = await overSocket();
    const told = await runTable(socket);
    expect(await runTable(await overHttp())).toEqual(told);
    const outcomes = told.map((answer) => ((answer as Told).ok ? 'ok' : (answer as Told).error));
    expect(new Set(outcomes)).toEqual(
      new Set(['ok', 'cid_conflict', 'invalid_payload', 'not_found', 'unknown_command']),
    );
    await socket.client.end();
  });

  test('effectively once, across carriers: sent over the socket, repeated over HTTP', async () => {
    const socket = await overSocket();
    const http = await overHttp(socket.token);
    const first = await socket.command('conversation:open', { clientId: CLIENT, body: 'once' });
    expect(await http.command('conversation:open', { clientId: CLIENT, body: 'once' })).toEqual(first);
    const { conversationId } = first.value as { conversationId: string };
    const page = await http.command('conversation:sync', { conversationId, afterSeq: 0 });
    const kinds = (page.value as { entries: { kind: string }[] }).entries.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'message')).toHaveLength(1);
    // And what HTTP writes, the socket of the other tab hears.
    await http.command('message:send', { conversationId, clientId: `${CLIENT}-3`, body: 'from HTTP' });
    await socket.client.fact('entry:added', ({ entry }) => (entry as { body?: string }).body === 'from HTTP');
    await socket.client.end();
  });
});

describe('P9: the poll', () => {
  test('tells what came after the positions, the latest conversation where it was not named, and nothing foreign', async () => {
    const mine = await overHttp();
    const other = await overHttp();
    const opened = await mine.command('conversation:open', { clientId: CLIENT, body: 'mine' });
    const { conversationId } = opened.value as { conversationId: string };
    const poll = async (carrier: typeof mine, resume: unknown) =>
      (await carrier.ask('POST', '/api/v1/visitor/poll', { resume })).answer as unknown as {
        value: Told;
        error?: string;
      };
    const first = (await poll(mine, [])).value;
    expect(first).toMatchObject({ available: false, conversations: [{ conversationId, head: 2, more: false }] });
    expect(await relay.store.readEpoch()).toBe(first.epoch);
    const next = (await poll(mine, [{ conversationId, afterSeq: 2 }])).value;
    expect(next.conversations).toMatchObject([{ conversationId, entries: [], head: 2 }]);
    expect((await poll(other, [{ conversationId, afterSeq: 0 }])).value.conversations).toEqual([]);
    expect((await poll(mine, 'x')).error).toBe('invalid_payload');
  });
});

describe('P20: the token and the site belong together', () => {
  test.each([
    ['no token', {}, 401, 'unauthorized'],
    ['a wrong token', { Authorization: 'Bearer vst_wrong' }, 401, 'unauthorized'],
    ['another scheme', { Authorization: 'Basic vst_wrong' }, 401, 'unauthorized'],
    ['an endless token', { Authorization: `Bearer ${'x'.repeat(5_000)}` }, 401, 'unauthorized'],
    ['no site', { Authorization: 'Bearer vst_wrong', 'X-Deskbell-Site': '' }, 403, 'site_unknown'],
    ['an unknown site', { Authorization: 'Bearer vst_wrong', 'X-Deskbell-Site': 'constructor' }, 403, 'site_unknown'],
  ])('%s', async (_name, headers, status, error) => {
    const asked = await relay.ask(
      'POST',
      '/api/v1/visitor/poll',
      { resume: [] },
      { 'X-Deskbell-Site': 'demo', ...headers },
    );
    expect(asked).toMatchObject({ status, answer: { error } });
  });

  test('a token of one site opens nothing on another', async () => {
    const { token } = await overHttp();
    const origin = 'https://second.example';
    const key = await relay.addSite('Second', [origin]);
    const headers = { Origin: origin, Authorization: `Bearer ${token}`, 'X-Deskbell-Site': key };
    await expect
      .poll(async () => (await relay.ask('POST', '/api/v1/visitor/poll', { resume: [] }, headers)).status)
      .toBe(401);
  });
});
