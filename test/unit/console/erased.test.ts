import { expect, test, vi } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { FoundLine } from '../../../protocol/wire/find.ts';
import { ConsoleDesk, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';
import { TwoThreads } from '../../support/two-threads.ts';

/** J12, J13: what the relay emptied stays on no screen, in no box and in no memory of this browser. */

const BOTH = '/console/inbox/first?beside=second';

async function open(): Promise<TwoThreads> {
  const two = new TwoThreads(['first', 'second']);
  await two.open(BOTH);
  return two;
}

/** The feed tells that it was emptied, as it tells any other change. */
async function erase({ desk: { relay } }: TwoThreads, id: string): Promise<void> {
  const emptied = summaryOf(id, { change: 2, status: 'closed', closedAt: 9, lastText: '', erasedAt: 10 });
  relay.script('inbox:sync', () => success({ conversations: [emptied], change: 2, more: false, reset: false }));
  relay.fact('inbox:moved', { change: 2 });
  await settle();
  await vi.dynamicImportSettled();
  await settle();
}

const words = (two: TwoThreads) => JSON.stringify(two.desk.desk.threads.value.map(({ items }) => items.value));
const thread = (two: TwoThreads, id: string) => two.desk.desk.panes.find(id);

test('J12 U14 of two that are open the emptied one says so, and shows and keeps none of its words; the other stays as it is', async () => {
  const two = await open();
  thread(two, 'first')?.write('Dear first');
  thread(two, 'first')?.notes.write('first is cross');
  thread(two, 'second')?.write('Dear second');
  expect(words(two)).toContain('first asks');
  await erase(two, 'first');
  expect(two.desk.desk.threads.value.map(({ state }) => state.value)).toEqual(['erased', 'ready']);
  expect(words(two)).not.toContain('first');
  expect(words(two)).toContain('second asks');
  expect(thread(two, 'first')?.draft.value).toBe('');
  expect(thread(two, 'first')?.notes.draft.value).toBe('');
  expect([...two.desk.memory.kept.values()].join()).not.toMatch(/Dear first|first is cross/);
  expect(thread(two, 'second')?.draft.value).toBe('Dear second');
});

test('J12 what is still on its way to an emptied one, and what comes from it late, is shown nowhere', async () => {
  const two = await open();
  const first = thread(two, 'first');
  first?.write('Held for some seconds');
  first?.send();
  await erase(two, 'first');
  two.add('first', (seq) => visitorSays(seq, 'late words'));
  first?.heardHead(9, 9);
  void first?.connect();
  await two.desk.clock.advance(60_000);
  expect(two.desk.relay.payloads('message:send')).toEqual([]);
  expect(two.desk.desk.outbox.value).toEqual([]);
  expect(words(two)).not.toMatch(/Held for|late words/);
  expect(first?.state.value).toBe('erased');
});

test('J12 a page of an emptied one that was asked for before does not bring it back', async () => {
  const two = await open();
  two.desk.relay.script('conversation:sync', undefined as never);
  const first = thread(two, 'first');
  void first?.reading.peek().catchUp();
  await erase(two, 'first');
  two.desk.relay.settle(
    'conversation:sync',
    success({
      conversationId: 'first',
      entries: [visitorSays(4, 'old words')],
      head: 4,
      more: false,
      marks: { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 },
    }),
  );
  await settle();
  expect([first?.state.value, words(two).includes('old words')]).toEqual(['erased', false]);
});

test('J12 a link to an emptied one, or a connection that comes back to it, says so and reads nothing', async () => {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c1?at=3');
  desk.relay.script('conversation:watch', () => success({ erased: true }));
  await desk.open([]);
  expect(desk.thread.state.value).toBe('erased');
  expect(desk.relay.payloads('conversation:sync')).toEqual([]);
  const two = await open();
  two.desk.relay.enter({ status: 'offline' });
  two.desk.relay.script('conversation:watch', ({ conversationId }) =>
    success(conversationId === 'first' ? { erased: true } : {}),
  );
  two.desk.relay.ready();
  await settle();
  expect(two.desk.desk.threads.value.map(({ state }) => state.value)).toEqual(['erased', 'ready']);
});

test('J12 what was found of it leaves the page of what was found, and what was missed of it the bar', async () => {
  const two = await open();
  const { app } = two.desk;
  const found = (conversationId: string) => ({ conversationId, kind: 'message', place: 1, text: 'boots' }) as FoundLine;
  app.find.lines.value = [found('first'), found('second')];
  two.desk.attention.turn(false);
  app.notices.tell({ kind: 'message', conversationId: 'first', who: 'Kim', muted: false });
  await erase(two, 'first');
  expect(app.find.lines.value.map(({ conversationId }) => conversationId)).toEqual(['second']);
  expect(app.notices.missed.value).toEqual([]);
});

test('J12 a draft for one that is not open goes too', async () => {
  const two = await open();
  const { desk } = two.desk;
  desk.composing.drafts.write('third', 'Dear third');
  await erase(two, 'third');
  expect(desk.composing.drafts.read('third')).toBe('');
});

test('P15 refused because it does not exist is another sentence than erased', async () => {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c1');
  desk.relay.script('conversation:watch', () => refusal('not_found'));
  await desk.open([]);
  expect(desk.thread.state.value).toBe('missing');
});
