import { expect, test } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

/** What an agent sends is as safe as what a visitor sends, and a stale list says so and repairs itself. */

const thread = [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana)];
const link = (desk: ConsoleDesk) => desk.desk.status.link.value;

async function working(desk = new ConsoleDesk()): Promise<ConsoleDesk> {
  desk.relay.thread('c1', thread);
  desk.go('/console/inbox/c1');
  await desk.open([summaryOf('c1')]);
  return desk;
}

test('P1: what an agent sends lies in the database before it is sent, and under the agent’s name', async () => {
  const desk = await working();
  desk.relay.enter({ status: 'offline' });
  desk.thread.write('Kept');
  desk.thread.send();
  expect(desk.memory.keys('deskbell:console:mine:agent-1:out:')).toHaveLength(1);
  await settle();
  expect(desk.memory.keys('deskbell:console:mine:agent-1:out:')).toEqual([]);
  expect([...desk.outbox.items.values()]).toMatchObject([{ body: 'Kept', owner: 'agent-1', state: 'pending' }]);
});

test('P1: another agent at the same desk neither sees nor sends it, and it is taken away; so does signing out', async () => {
  const desk = await working();
  const theirs = {
    clientId: 'x'.repeat(16),
    conversationId: 'c1',
    body: 'Secret',
    state: 'pending' as const,
    queuedAt: 1,
  };
  desk.outbox.items.set(theirs.clientId, { ...theirs, owner: 'agent-2' });
  const again = await working(new ConsoleDesk(desk.memory, desk.outbox));
  again.relay.script('message:send', () => success({ seq: 4, at: 4 }));
  await settle();
  expect([again.desk.outbox.value, again.relay.payloads('message:send'), desk.outbox.items.size]).toEqual([[], [], 0]);
  desk.outbox.items.set('y'.repeat(16), { ...theirs, clientId: 'y'.repeat(16), owner: 'agent-1' });
  await again.app.signOut();
  await settle();
  await settle();
  expect(desk.outbox.items.size).toBe(0);
});

test('P1: an id that names another text is given up: trying again takes a new one', async () => {
  const desk = await working();
  desk.relay.script('message:send', () => refusal('cid_conflict'));
  desk.thread.write('Mine');
  desk.thread.send();
  await settle();
  const [first] = desk.relay.payloads('message:send');
  desk.relay.script('message:send', () => success({ seq: 4, at: 4 }));
  desk.thread.retry(first?.clientId ?? '');
  await settle();
  const second = desk.relay.payloads('message:send')[1];
  expect(second).toMatchObject({ conversationId: 'c1', body: 'Mine' });
  expect(second?.clientId).not.toBe(first?.clientId);
  expect(desk.desk.outbox.value).toEqual([]);
});

test('P1: a refused message waits for its writer, and is pointed at from every other place', async () => {
  const desk = await working();
  desk.relay.script('message:send', () => refusal('reassigned'));
  desk.thread.write('Too late');
  desk.thread.send();
  await settle();
  expect(desk.desk.undecided.value).toEqual({ count: 0, conversationId: null });
  desk.go('/console/inbox');
  expect(desk.desk.undecided.value).toEqual({ count: 1, conversationId: 'c1' });
});

test('P13: heads of another epoch: greeted anew, list and thread read afresh, the unsent kept', async () => {
  const desk = await working();
  desk.relay.script('message:send', () => refusal('unavailable'));
  desk.thread.write('Was this stored?');
  desk.thread.send();
  await settle();
  desk.relay.fact('heads:told', { epoch: 'epoch-2', heads: { c1: 90 }, change: 5 });
  expect(desk.relay.starts).toBe(1);
  await desk.clock.advance(0);
  expect(desk.relay.starts).toBe(2);
  desk.relay.thread('c1', [visitorSays(1, 'Restored'), queued(2), assignedTo(3, ana)]);
  desk.relay.holding([summaryOf('c1', { lastText: 'restored' })], 5);
  desk.relay.script('message:send', () => success({ seq: 4, at: 4 }));
  desk.relay.ready({ epoch: 'epoch-2', change: 5 });
  await settle();
  expect(desk.thread.timeline.value.entries.map((entry) => entry.kind === 'message' && entry.body)).toEqual([
    'Restored',
    false,
    false,
  ]);
  const ids = desk.relay.payloads('message:send').map(({ clientId }) => clientId);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  expect(desk.desk.inbox.find('c1')?.lastText).toBe('restored');
});

test('P14: a console that is told no heads for 25 s connects anew', async () => {
  const desk = await working();
  await desk.clock.advance(24_000);
  desk.relay.fact('heads:told', { epoch: 'epoch-1', heads: {}, change: 1 });
  await desk.clock.advance(24_999);
  expect(desk.relay.starts).toBe(1);
  await desk.clock.advance(1);
  expect(desk.relay.starts).toBe(2);
});

test('P15: a list or a thread that stays behind says so until it is caught up', async () => {
  const desk = await working();
  desk.relay.fact('inbox:moved', { change: 2 });
  await desk.clock.advance(799);
  expect(link(desk)).toBe('quiet');
  await desk.clock.advance(1);
  expect(link(desk)).toBe('behind');
  desk.relay.settle('inbox:sync', success({ conversations: [], change: 2, more: false, reset: false }));
  await settle();
  expect(link(desk)).toBe('quiet');
  desk.relay.script('conversation:sync', () => refusal('unavailable'));
  desk.relay.fact('heads:told', { epoch: 'epoch-1', heads: { c1: 9 }, change: 2 });
  await desk.clock.advance(800);
  expect(link(desk)).toBe('behind');
});
