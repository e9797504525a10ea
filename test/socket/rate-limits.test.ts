import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as own from '../../protocol/wire/inbox-limits.ts';
import * as limits from '../../protocol/wire/limits.ts';
import { DEFAULT_ALLOWANCES } from '../../server/gateway/allowances.ts';
import type { PlainClient } from '../support/plain-client.ts';
import { openRaw } from './raw-socket.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** P11, both sides of each limit: the last one that is allowed, and the first that is not. Refill is slow on purpose. */

const frozen = { visitorSend: { ...DEFAULT_ALLOWANCES.visitorSend, perSecond: 0.01 } };
const frozenAgents = { agentSend: { ...DEFAULT_ALLOWANCES.agentSend, perSecond: 0.01 } };
const frozenSignals = { visitorSignal: { ...DEFAULT_ALLOWANCES.visitorSignal, perSecond: 0.01 } };
const frozenLooks = { agentSignal: { ...DEFAULT_ALLOWANCES.agentSignal, perSecond: 0.01 } };
const frozenConnects = { connect: { ...DEFAULT_ALLOWANCES.connect, perSecond: 0.01 } };

let relay: TestRelay | undefined;
let made = 0;
const clientId = () => `rate-limit-${String(++made).padStart(8, '0')}`;
afterEach(async () => {
  await relay?.remove();
  relay = undefined;
});

async function openVisitor(from: TestRelay, token?: unknown): Promise<PlainClient> {
  const client = await from.visitor(token ? { token } : {});
  await client.fact('session:ready');
  return client;
}

const send = (client: PlainClient, conversationId: string) =>
  client.command('message:send', { conversationId, clientId: clientId(), body: 'hi' });

test('a visitor sends VISITOR_SENDS_BURST_MAX at once, over all tabs and HTTP together; then he is told how long to wait', async () => {
  relay = await startTestRelay({ allowances: frozen });
  const first = await openVisitor(relay);
  const { token } = await first.fact('session:ready');
  const second = await openVisitor(relay, token);
  const opened = await first.command('conversation:open', { clientId: clientId(), body: 'hi' });
  const { conversationId } = opened.value as { conversationId: string };
  for (let sent = 1; sent < limits.VISITOR_SENDS_BURST_MAX; sent += 1) {
    expect(await send(sent % 2 ? first : second, conversationId)).toMatchObject({ ok: true });
  }
  for (const client of [first, second]) {
    const refused = await send(client, conversationId);
    expect(refused).toMatchObject({ ok: false, error: 'rate_limited' });
    expect(refused.retryAfterMs).toBeGreaterThan(1_000);
  }
  const body = { conversationId, clientId: clientId(), body: 'over HTTP' };
  const headers = { Authorization: `Bearer ${token}`, 'X-Deskbell-Site': 'demo' };
  const overHttp = await relay.ask('POST', '/api/v1/visitor/commands/message:send', body, headers);
  expect(overHttp).toMatchObject({ status: 429, answer: { error: 'rate_limited' } });
  expect(Number(overHttp.headers.get('retry-after'))).toBeGreaterThan(1);
  // What writes no text has a budget of its own, and another visitor has his.
  expect(await first.command('typing:set', { conversationId, typing: true })).toMatchObject({ ok: true });
  const other = await openVisitor(relay);
  expect(await other.command('conversation:open', { clientId: clientId(), body: 'hi' })).toMatchObject({ ok: true });
});

test('an agent sends AGENT_SENDS_BURST_MAX at once', async () => {
  relay = await startTestRelay({ allowances: frozenAgents });
  await relay.addAgent('ana@example.org');
  const agent = await relay.agent(await relay.signIn('ana@example.org'));
  await agent.fact('session:ready');
  const answers = await Promise.all(
    Array.from({ length: limits.AGENT_SENDS_BURST_MAX + 1 }, () => send(agent, 'unknown')),
  );
  expect(answers.slice(0, -1).map(({ error }) => error)).toEqual(Array(limits.AGENT_SENDS_BURST_MAX).fill('not_found'));
  expect(answers.at(-1)).toMatchObject({ error: 'rate_limited' });
});

test('signals: SIGNALS_BURST_MAX at once, and garbage counts too', async () => {
  relay = await startTestRelay({ allowances: frozenSignals });
  const visitor = await openVisitor(relay);
  const commands = ['conversation:sync', 'typing:set', 'receipt:set', 'nope'];
  const answers: Record<string, unknown>[] = [];
  for (let asked = 0; asked <= limits.SIGNALS_BURST_MAX; asked += 1) {
    answers.push(await visitor.command(commands[asked % 4] ?? '', {}));
  }
  expect(new Set(answers.slice(0, -1).map(({ error }) => error))).toEqual(
    new Set(['invalid_payload', 'unknown_command']),
  );
  expect(answers.at(-1)).toMatchObject({ error: 'rate_limited' });
});

test('U18 an agent who leafs through conversations has AGENT_SIGNALS_BURST_MAX at once', async () => {
  relay = await startTestRelay({ allowances: frozenLooks });
  await relay.addAgent('ana@example.org');
  const agent = await relay.agent(await relay.signIn('ana@example.org'));
  await agent.fact('session:ready');
  const look = { conversationId: 'unknown', afterSeq: 0 };
  let asked = 0;
  // What the console’s sign-in took from it is none: this one asks nothing by itself.
  while (asked < own.AGENT_SIGNALS_BURST_MAX) {
    expect(await agent.command('conversation:sync', look)).not.toMatchObject({ error: 'rate_limited' });
    asked += 1;
  }
  expect(await agent.command('conversation:sync', look)).toMatchObject({ error: 'rate_limited' });
});

describe('connections of one address block', () => {
  beforeEach(async () => {
    relay = await startTestRelay({ allowances: frozenConnects, config: { trustProxy: 1 } });
  });
  afterAll(() => relay?.remove());

  test('CONNECTS_BURST_MAX at once; other blocks are not touched', async () => {
    const origin = relay?.origin ?? '';
    const from = (address: string) => openRaw(origin, { 'X-Forwarded-For': address });
    for (let made = 0; made < limits.CONNECTS_BURST_MAX; made += 1) {
      // One household may hold a whole /64: its addresses are one budget.
      (await from(`2001:db8:1:2::${made.toString(16)}`)).end();
    }
    await expect(from('2001:db8:1:2::ffff')).rejects.toThrow(/HTTP 40[03]/);
    (await from('2001:db8:1:3::1')).end();
    (await from('192.0.2.1')).end();
  });

  test('sessions over HTTP and wrong tokens take from the same budget', async () => {
    const headers = { 'X-Forwarded-For': '192.0.2.7' };
    const statuses: number[] = [];
    for (let asked = 0; asked <= limits.CONNECTS_BURST_MAX; asked += 1) {
      const wrongToken = { ...headers, Authorization: 'Bearer vst_wrong', 'X-Deskbell-Site': 'demo' };
      const answer =
        asked % 2
          ? await relay?.ask('POST', '/api/v1/visitor/session', { version: 1, site: 'demo' }, headers)
          : await relay?.ask('POST', '/api/v1/visitor/poll', { resume: [] }, wrongToken);
      statuses.push(answer?.status ?? 0);
    }
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([200, 401]));
    expect(statuses.at(-1)).toBe(429);
  });
});
