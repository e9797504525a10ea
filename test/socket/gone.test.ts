import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeasuresSplit } from '../../protocol/wire/measures.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import type { PlainClient } from '../support/plain-client.ts';
import { openRawVisitor } from './raw-socket.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** How visitors went, and the cause that a report names: over real connections (M7). */

let relay: TestRelay;
let cookie: string;
let agent: PlainClient;

beforeAll(async () => {
  relay = await startTestRelay();
  await addAgent(relay.context, { email: 'sue@example.org', name: 'Sue', role: 'admin', password: PASSWORD });
  cookie = await relay.signIn('sue@example.org');
  agent = await relay.agent(cookie);
  await agent.fact('session:ready');
});
afterAll(() => relay.remove());

/** A visitor who asks, waits, and goes in a way of hers; then Sue ends it without a word. */
async function whoGoes(go: (raw: Awaited<ReturnType<typeof openRawVisitor>>) => void, page: string): Promise<void> {
  const raw = await openRawVisitor(relay.origin);
  const url = `https://shop.example/${page}`;
  const open = { clientId: `client-id-${page.padEnd(10, '0')}`, body: 'Hello?', page: { url, title: 'Boots' } };
  raw.socket.send(`42/visitor,1${JSON.stringify(['conversation:open', open])}`);
  const answer = await raw.frame('43/visitor,1');
  const conversationId = JSON.parse(answer.slice(answer.indexOf('[')))[0].value.conversationId as string;
  const before = relay.reports.filter(isGone).length;
  go(raw);
  while (relay.reports.filter(isGone).length === before) await new Promise((next) => setImmediate(next));
  await agent.command('conversation:take', { conversationId });
  await agent.command('conversation:close', { conversationId });
}

const isGone = (one: object) => 'who' in one && one.who === 'visitor' && 'kind' in one && one.kind === 'disconnected';

test('M7 a cut line is "connection lost"; a page that says goodbye is not; the rows behind both', async () => {
  await whoGoes((raw) => raw.end(), 'cut');
  await whoGoes((raw) => raw.socket.send('41/visitor,'), 'closed');
  const period = `from=${Date.now() - 3_600_000}&to=${Date.now() + 3_600_000}&zone=UTC`;
  const ask = async (path: string) =>
    (await relay.ask('GET', `/api/v1/agent/measures/${path}`, undefined, { Cookie: cookie })).answer;
  const found = (await ask(`splits?${period}&split=page`)) as unknown as { value: MeasuresSplit };
  const of = Object.fromEntries(found.value.groups.map(({ key, measures }) => [key, measures]));
  expect(of['shop.example/cut']).toMatchObject({ abandoned: 1, causes: { connection_lost: 1 } });
  expect(of['shop.example/closed']).toMatchObject({ abandoned: 1, causes: { page_left: 1 } });
  expect(await ask(`rows?${period}&of=cause:connection_lost`)).toMatchObject({ value: { total: 1 } });
  expect(await ask(`summary?${period}`)).toMatchObject({
    value: { measures: { outcomes: { abandoned_before_answer: 2 } } },
  });
});
