import { expect, test } from 'vitest';
import type { MessageGroup } from '../../../console/model/thread-items.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

const opening = [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana)];

async function openThread(desk = new ConsoleDesk(), entries = opening): Promise<ConsoleDesk> {
  desk.go('/console/inbox/c1');
  desk.relay.thread('c1', entries);
  desk.relay.script('receipt:set', () => success({}));
  desk.relay.script('typing:set', () => success({}));
  await desk.open([summaryOf('c1', { head: entries.length })]);
  return desk;
}

const bubbles = (desk: ConsoleDesk) =>
  desk.thread.items.value
    .filter((item): item is MessageGroup => item.kind === 'group')
    .flatMap((group) => group.messages.map((message) => [message.body, message.state]));

test('P6: a thread is watched first and then read, and again after each reconnect', async () => {
  const desk = await openThread();
  const order = desk.relay.sent.map((sent) => sent.name).filter((name) => name.startsWith('conversation:'));
  expect(order).toEqual(['conversation:watch', 'conversation:sync']);
  expect(bubbles(desk)).toEqual([['Hello?', null]]);
  desk.relay.enter({ status: 'offline' });
  desk.relay.thread('c1', [...opening, visitorSays(4, 'Are you there?')]);
  desk.relay.ready();
  await settle();
  expect(desk.relay.payloads('conversation:sync').at(-1)).toEqual({ conversationId: 'c1', afterSeq: 3 });
  expect(bubbles(desk)).toEqual([
    ['Hello?', null],
    ['Are you there?', null],
  ]);
});

test('P1: my message goes from pending to sent in its place, once, and the box is empty', async () => {
  const desk = await openThread();
  desk.thread.write('Good day');
  expect(desk.thread.send()).toBe(true);
  expect(bubbles(desk).at(-1)).toEqual(['Good day', 'pending']);
  expect(desk.thread.draft.value).toBe('');
  const [sent] = desk.relay.payloads('message:send');
  desk.relay.settle('message:send', success({ seq: 4, at: 4_000 }));
  desk.relay.fact('entry:added', {
    conversationId: 'c1',
    entry: {
      kind: 'message',
      seq: 4,
      at: 4_000,
      author: 'agent',
      agent: ana,
      clientId: sent?.clientId ?? '',
      body: 'Good day',
    },
  });
  await settle();
  expect(bubbles(desk)).toEqual([
    ['Hello?', null],
    ['Good day', 'sent'],
  ]);
  desk.relay.fact('receipt:changed', {
    conversationId: 'c1',
    marks: { visitorDelivered: 4, visitorRead: 0, agentDelivered: 1, agentRead: 1 },
  });
  expect(bubbles(desk).at(-1)).toEqual(['Good day', 'delivered']);
  desk.relay.fact('receipt:changed', {
    conversationId: 'c1',
    marks: { visitorDelivered: 4, visitorRead: 4, agentDelivered: 1, agentRead: 1 },
  });
  expect(bubbles(desk).at(-1)).toEqual(['Good day', 'read']);
});

test('P1: what was sent offline survives a reload and goes out with the same client id', async () => {
  const desk = await openThread();
  desk.relay.enter({ status: 'offline' });
  desk.thread.write('Kept');
  desk.thread.send();
  const again = await openThread(new ConsoleDesk(desk.memory, desk.outbox));
  expect(bubbles(again).at(-1)).toEqual(['Kept', 'pending']);
  expect(again.relay.payloads('message:send')).toEqual([
    { conversationId: 'c1', clientId: 'client-id-number-1', body: 'Kept', seenSeq: 3 },
  ]);
});

test('C4: a message that comes too late says that the conversation went to somebody else, and can be retried or removed', async () => {
  const desk = await openThread();
  desk.relay.script('message:send', () => refusal('reassigned'));
  desk.thread.write('Too late');
  desk.thread.send();
  await settle();
  const group = desk.thread.items.value.at(-1) as MessageGroup;
  expect(group.messages[0]).toMatchObject({ state: 'failed', error: 'reassigned' });
  desk.thread.discard(group.messages[0]?.key ?? '');
  expect(bubbles(desk)).toEqual([['Hello?', null]]);
});

test('who is not assigned cannot write, and is told why', async () => {
  const waiting = await openThread(new ConsoleDesk(), opening.slice(0, 2));
  expect(waiting.thread.barrier.value).toBe('queued');
  const colleague = await openThread(new ConsoleDesk(), [
    ...opening.slice(0, 2),
    assignedTo(3, { id: 'x', name: 'Bo' }),
  ]);
  expect(colleague.thread.barrier.value).toBe('colleague');
  const closed = await openThread(new ConsoleDesk(), [
    ...opening,
    { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'visitor' },
  ]);
  expect(closed.thread.barrier.value).toBe('closed');
  closed.thread.write('Still');
  expect(closed.thread.send()).toBe(false);
  expect(closed.thread.draft.value).toBe('Still');
});

test('C12: read receipts go out only while the thread is open and the person looks', async () => {
  const desk = new ConsoleDesk();
  desk.attention.seen = false;
  await openThread(desk);
  const reads = () => desk.relay.payloads('receipt:set').map((receipt) => receipt.readSeq);
  expect(reads().every((seq) => seq === 0)).toBe(true);
  desk.attention.turn(true);
  expect(reads().at(-1)).toBe(3);
  const before = reads().length;
  desk.attention.turn(true);
  expect(reads()).toHaveLength(before);
});

test('C12: delivery is told for conversations that are mine, also unopened, and not for others', async () => {
  const desk = new ConsoleDesk();
  desk.relay.script('receipt:set', () => success({}));
  await desk.open([summaryOf('mine', { head: 5 }), summaryOf('theirs', { agent: { id: 'x', name: 'Bo' } })]);
  expect(desk.relay.payloads('receipt:set')).toEqual([{ conversationId: 'mine', deliveredSeq: 5, readSeq: 0 }]);
});

test('C11: typing is told at most every 3 s, ended by sending, and shown for 6 s at most', async () => {
  const desk = await openThread();
  const told = () => desk.relay.payloads('typing:set').map((signal) => signal.typing);
  desk.thread.write('G');
  desk.thread.write('Go');
  expect(told()).toEqual([true]);
  await desk.clock.advance(3_000);
  desk.thread.write('Goo');
  expect(told()).toEqual([true, true]);
  desk.thread.send();
  expect(told()).toEqual([true, true, false]);
  desk.relay.fact('typing:changed', { conversationId: 'c1', by: 'visitor', typing: true });
  expect(desk.thread.typing.theirs.value).toBe(true);
  await desk.clock.advance(6_000);
  expect(desk.thread.typing.theirs.value).toBe(false);
});

test('drafts are kept for each conversation, also over a reload', async () => {
  const desk = await openThread();
  desk.thread.write('half a sent');
  desk.go('/console/inbox/c2');
  expect(desk.thread.draft.value).toBe('');
  desk.go('/console/inbox/c1');
  expect(desk.thread.draft.value).toBe('half a sent');
  const again = await openThread(new ConsoleDesk(desk.memory, desk.outbox));
  expect(again.thread.draft.value).toBe('half a sent');
});

test('closing names the outcome; a refusal leaves everything as it was', async () => {
  const desk = await openThread();
  desk.relay.script('conversation:close', () => refusal('unavailable'));
  expect((await desk.thread.close('spam')).ok).toBe(false);
  expect(desk.relay.payloads('conversation:close')).toEqual([{ conversationId: 'c1', outcome: 'spam' }]);
  expect(desk.thread.barrier.value).toBe(null);
});

test('P13: in another database an open thread is read from its beginning', async () => {
  const desk = await openThread();
  desk.relay.thread('c1', [visitorSays(1, 'Another life'), queued(2)]);
  desk.relay.holding([], 1);
  desk.relay.ready({ epoch: 'epoch-2' });
  await settle();
  expect(bubbles(desk)).toEqual([['Another life', null]]);
});

test('P7: told to wait, a long thread goes on where it was when the time is over', async () => {
  const desk = await openThread();
  let refusals = 1;
  desk.relay.script('conversation:sync', ({ afterSeq }) => {
    refusals -= 1;
    if (refusals >= 0) return refusal('rate_limited', { retryAfterMs: 700 });
    const entries = [visitorSays(afterSeq + 1, 'Still here')];
    const marks = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };
    return success({ conversationId: 'c1', entries, head: 4, more: false, marks });
  });
  desk.thread.heardHead(4, 0);
  await settle();
  expect(bubbles(desk)).toHaveLength(1);
  await desk.clock.advance(700);
  expect(bubbles(desk).at(-1)).toEqual(['Still here', null]);
});
