import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlainClient } from '../support/plain-client.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** T10: whatever a visitor can hear, ask or guess, over any carrier, holds nothing of what the team says to itself. */

const CANARY = 'canary-7f3a';
/** Words that only the team's sequence has. */
const TELLTALE = new RegExp(`${CANARY}|team|note|afterSeq|teamHead|awayReason|picked|took it over`, 'i');

let relay: TestRelay;
let ana: PlainClient;
let bo: PlainClient;
let made = 0;

beforeAll(async () => {
  relay = await startTestRelay();
  const enter = async (name: string) => {
    await relay.addAgent(`${name}@example.org`);
    const client = await relay.agent(await relay.signIn(`${name}@example.org`));
    await client.fact('session:ready');
    return client;
  };
  ana = await enter('ana');
  bo = await enter('bo');
  await ana.command('agent:availability', { availability: 'away' });
});
afterAll(() => relay.remove());

const taken = (answer: Record<string, unknown>) => {
  expect(answer).toMatchObject({ ok: true });
  return answer.value as Record<string, unknown>;
};
const clientId = () => `client-id-${String(++made).padStart(8, '0')}`;
const agentId = (client: PlainClient) => (client.facts[0]?.payload.me as { id: string } | undefined)?.id;

test('T10 socket, sync, session, poll and routes tell a visitor nothing of notes, and seq has no holes', async () => {
  const shop = await relay.visitor();
  const ready = await shop.fact('session:ready');
  const told: unknown[] = [];
  const ask = async (name: string, payload: unknown) => {
    const answer = await shop.command(name, payload);
    told.push(answer);
    return answer;
  };
  await bo.command('agent:availability', { availability: 'available' });
  const opened = taken(await ask('conversation:open', { clientId: clientId(), body: 'Hello?' }));
  const { conversationId } = opened as { conversationId: string };
  await shop.fact('entry:added', ({ entry }) => (entry as { kind: string }).kind === 'assigned');
  await ana.command('conversation:watch', { conversationId });
  await ana.command('agent:availability', { availability: 'available' });

  const note = (who: PlainClient) =>
    who.command('note:add', { conversationId, clientId: clientId(), body: `${CANARY} she is a journalist` });
  const headBefore = taken(await ask('conversation:sync', { conversationId, afterSeq: 0 })).head;
  for (const who of [ana, bo, ana]) taken(await note(who));
  await ana.fact('team:added', ({ entry }) => (entry as { kind: string }).kind === 'note');
  expect(taken(await ask('conversation:sync', { conversationId, afterSeq: 0 })).head).toBe(headBefore);

  // Everything by hand, each with words for the team.
  const hand = { conversationId, note: `${CANARY} take care` };
  taken(await bo.command('conversation:ask', { ...hand, kind: 'invite', agentId: agentId(ana) }));
  taken(await ana.command('ask:accept', { conversationId }));
  taken(await ana.command('message:send', { conversationId, clientId: clientId(), body: 'Ana here.' }));
  taken(await ana.command('conversation:leave', { conversationId }));
  taken(await bo.command('conversation:ask', { ...hand, kind: 'transfer', agentId: agentId(ana) }));
  taken(await ana.command('ask:decline', { conversationId }));
  taken(await bo.command('conversation:ask', { ...hand, kind: 'transfer', agentId: agentId(ana) }));
  taken(await ana.command('ask:accept', { conversationId }));
  for (const who of [ana, bo]) taken(await who.command('agent:availability', { availability: 'away' }));
  taken(await ana.command('conversation:return', hand));
  taken(await bo.command('conversation:pick', { conversationId }));
  taken(await note(bo));
  const last = taken(await bo.command('message:send', { conversationId, clientId: clientId(), body: 'The end.' }));
  await shop.fact('entry:added', ({ entry }) => (entry as { seq: number }).seq === last.seq);

  // A second tab, the session over HTTP, the poll, the sync, from the beginning.
  const token = String(ready.token);
  const second = await relay.visitor({ token });
  told.push(await second.fact('session:ready'));
  const headers = { Authorization: `Bearer ${token}`, 'X-Deskbell-Site': 'demo' };
  const resume = [{ conversationId, afterSeq: 0 }];
  told.push((await relay.ask('POST', '/api/v1/visitor/session', { version: 2, site: 'demo', token, resume })).answer);
  told.push((await relay.ask('POST', '/api/v1/visitor/poll', { resume }, headers)).answer);
  const page = await ask('conversation:sync', { conversationId, afterSeq: 0 });
  const entries = taken(page).entries as { seq: number; kind: string }[];
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.map((entry) => entry.kind)).toEqual([
    ...['queued', 'message', 'assigned', 'joined', 'message', 'left', 'assigned', 'queued', 'assigned', 'message'],
  ]);
  // Her own message is known from its answer.
  const heard = shop.facts
    .filter(({ name }) => name === 'entry:added')
    .map(({ payload }) => payload.entry as { seq: number });
  expect(heard.map((entry) => entry.seq)).toEqual([1, ...entries.slice(2).map((entry) => entry.seq)]);

  // The agents' commands are no commands of a visitor, and the agents' routes do not know her token.
  for (const name of ['team:sync', 'note:add', 'team:list', 'conversation:pick', 'inbox:list']) {
    expect(await shop.command(name, { conversationId, afterNumber: 0 })).toMatchObject({ error: 'unknown_command' });
    const asVisitor = await relay.ask('POST', `/api/v1/visitor/commands/${name}`, { conversationId }, headers);
    expect(asVisitor.answer).toMatchObject({ error: 'unknown_command' });
    const asAgent = await relay.ask('POST', `/api/v1/agent/commands/${name}`, { conversationId }, headers);
    expect(asAgent.answer).toMatchObject({ error: 'unauthorized' });
  }
  const everything = JSON.stringify([shop.facts, second.facts, told]).replaceAll('conversation', '');
  expect(everything).toContain('The end.');
  expect(everything.match(TELLTALE)?.[0]).toBeUndefined();
  // It is all there for those who may.
  const team = taken(await ana.command('team:sync', { conversationId, afterNumber: 0 }));
  expect(JSON.stringify(team).split(CANARY)).toHaveLength(9);
});
