import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import { BOARD_TOLD_EVERY_MS } from '../../protocol/wire/limits.ts';
import type { Role } from '../../protocol/wire/model.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { type Pace, startPace } from '../support/pace.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** T14 over a real connection: who may look, and how soon the wall knows. */

let relay: TestRelay;
let pace: Pace;
beforeAll(async () => {
  [relay, pace] = await Promise.all([startTestRelay(), startPace()]);
});
afterAll(async () => {
  pace.end();
  await relay.remove();
});

async function enter(role: Role) {
  const email = `${role}@example.org`;
  const { answer } = await addAgent(relay.context, { email, name: role, role, password: PASSWORD });
  expect(answer.ok).toBe(true);
  const cookie = await relay.signIn(email);
  const client = await relay.agent(cookie);
  await client.fact('session:ready');
  return { client, cookie };
}

/** How soon the wall knew: the turn it may have to wait for, and the rest as it would have been on a machine that has time. */
const knewMs = async (from: number) => BOARD_TOLD_EVERY_MS + (await pace.even(from + BOARD_TOLD_EVERY_MS));

const boardOf = (payload: Record<string, unknown>) => payload as unknown as BoardSnapshot;

test('T14 a viewer’s wall knows of each change within a second, and an agent has no wall', async () => {
  const { client: agent } = await enter('agent');
  const { client: wall, cookie } = await enter('viewer');
  expect(await agent.command('board:watch', { watching: true })).toMatchObject({ error: 'forbidden' });
  expect(await agent.command('board:read', {})).toMatchObject({ error: 'forbidden' });
  expect(await wall.command('board:watch', { watching: true })).toMatchObject({ ok: true });
  await agent.command('agent:availability', { availability: 'away', reason: 'Training' });

  const shop = await relay.visitor();
  await shop.fact('session:ready');
  const from = performance.now();
  await shop.command('conversation:open', { clientId: 'client-id-00000001', body: 'Anybody there?' });
  const waits = boardOf(await wall.fact('board:changed', (board) => boardOf(board).queue.total === 1));
  expect(await knewMs(from)).toBeLessThan(1_000);
  const [line] = waits.queue.conversations;
  expect(line).toMatchObject({ agent: null, siteName: 'Demo shop', waitingSince: expect.any(Number) });
  expect(waits.team.members).toMatchObject([
    { name: 'agent', availability: 'away', awayReason: 'Training', present: true, load: 0 },
    { name: 'viewer', awayReason: 'viewing', present: true },
  ]);

  const again = performance.now();
  await agent.command('conversation:pick', { conversationId: line?.id });
  const served = boardOf(await wall.fact('board:changed', (board) => boardOf(board).serving.total === 1));
  expect(await knewMs(again)).toBeLessThan(1_000);
  expect(served.queue).toEqual({ total: 0, conversations: [] });
  expect(served.serving.waiting).toMatchObject([{ id: line?.id, agent: { name: 'agent' } }]);
  expect(served.decisions).toMatchObject([
    { conversationId: line?.id, entry: { kind: 'reason', how: 'picked', reason: 'agent picked it from the queue.' } },
  ]);
  expect(served.team.members[0]).toMatchObject({ load: 1 });

  // Notes are for the thread, not for the wall.
  await agent.command('note:add', { conversationId: line?.id, clientId: 'client-id-00000002', body: 'canary-note' });
  const read = await relay.ask('POST', '/api/v1/agent/commands/board:read', {}, { Cookie: cookie });
  expect(JSON.stringify(read.answer)).not.toContain('canary-note');
  expect(JSON.stringify(wall.facts)).not.toContain('canary-note');

  // Looked away: no more pictures.
  await wall.command('board:watch', { watching: false });
  const seen = wall.facts.length;
  await shop.command('conversation:close', { conversationId: line?.id });
  await wall.fact('inbox:moved', ({ change }) => Number(change) > 0);
  await wall.command('team:list', {});
  expect(wall.facts.slice(seen).filter(({ name }) => name === 'board:changed')).toEqual([]);
});

test('T14 two hundred wait, twenty are taken at once: a second after the last of it the wall shows it all', async () => {
  const PEOPLE = 200;
  const TAKEN = 20;
  const { client: boss } = await enter('owner');
  await boss.command('agent:availability', { availability: 'away', reason: 'Lunch' });
  await boss.command('board:watch', { watching: true });
  const [site] = await relay.store.listSites();
  const ids = Array.from({ length: PEOPLE }, (_, n) => `waits-${n}`);
  const at = Date.now();
  await Promise.all(
    ids.map(async (id) => {
      const visitor = { id: `of-${id}`, siteId: site?.id ?? '', tokenHash: `hash-${id}`, at };
      await relay.store.addVisitor(visitor);
      const message = {
        author: 'visitor',
        authorId: visitor.id,
        clientId: `client-${id}-00000`,
        body: 'Hi',
        at,
      } as const;
      const opening = { conversationId: id, siteId: visitor.siteId, visitorId: visitor.id, message };
      await relay.store.openConversation({ ...opening, email: null, pageUrl: null, pageTitle: null });
    }),
  );
  const before = boss.facts.length;
  const begunAt = performance.now();
  const picks = ids.slice(0, TAKEN).map((conversationId) => boss.command('conversation:pick', { conversationId }));
  for (const answer of await Promise.all(picks)) expect(answer).toMatchObject({ ok: true });
  const from = performance.now();
  const shown = boardOf(await boss.fact('board:changed', (board) => boardOf(board).queue.total === PEOPLE - TAKEN));
  expect(await knewMs(from)).toBeLessThan(1_000);
  expect(shown.serving.total).toBe(TAKEN);
  // Pictures of what happens together are one: as many as there are events would be too much for a screen.
  const pictures = boss.facts.slice(before).filter(({ name }) => name === 'board:changed');
  const turns = (performance.now() - begunAt) / BOARD_TOLD_EVERY_MS;
  expect(pictures.length).toBeLessThan(Math.max(TAKEN, 3 + turns));
});
