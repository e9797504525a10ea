import { expect, test } from 'vitest';
// Fetched before, so that it is there as soon as a thread turns out to be long.
import '../../../console/model/long-thread.ts';
import type { Thread } from '../../../console/model/thread.ts';
import type { MessageGroup } from '../../../console/model/thread-items.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { SYNC_ENTRIES_MAX } from '../../../protocol/wire/limits.ts';
import type { Entry } from '../../../protocol/wire/model.ts';
import { WHOLE_THREAD_ENTRIES_MAX } from '../../../protocol/wire/thread.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

const NO_MARKS = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };

function lines(count: number, changed: Record<number, Partial<Entry>> = {}): Entry[] {
  const begun = [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana)];
  const rest = Array.from({ length: count - 3 }, (_, n) => visitorSays(n + 4, `line ${n + 4}`));
  return [...begun, ...rest].map((entry) => ({ ...entry, ...changed[entry.seq] }) as Entry);
}

async function open(entries: Entry[], agentRead = 0): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c1');
  desk.relay.thread('c1', entries);
  desk.relay.script('receipt:set', () => success({}));
  desk.relay.script('typing:set', () => success({}));
  if (agentRead > 0) {
    desk.relay.script('conversation:sync', ({ afterSeq }) => {
      const page = entries.slice(afterSeq, afterSeq + SYNC_ENTRIES_MAX);
      const marks = { ...NO_MARKS, agentRead };
      return success({ conversationId: 'c1', entries: page, head: entries.length, more: true, marks });
    });
  }
  await desk.open([summaryOf('c1', { head: entries.length })]);
  return desk;
}

const asked = (desk: ConsoleDesk) => desk.relay.payloads('conversation:sync').map(({ afterSeq }) => afterSeq);
const said = (thread: Thread) =>
  thread.items.value
    .filter((item): item is MessageGroup => item.kind === 'group')
    .flatMap((group) => group.messages.map((message) => message.body));
const edges = (thread: Thread) => [said(thread)[0], said(thread).at(-1), said(thread).length];

test('0311: of a long thread the end alone is read, and how it stands is known all the same', async () => {
  const desk = await open(lines(5_000));
  expect(asked(desk)).toEqual([4_800]);
  const { thread } = desk;
  expect(edges(thread)).toEqual(['line 4801', 'line 5000', 200]);
  expect(thread.barrier.value).toBeNull();
  expect(thread.standing.value).toMatchObject({ status: 'active', agent: { id: ana.id }, episode: 1 });
  expect(thread.reading.value.openedAt.value).toBe(1_000);
});

test('0311: a thread that is just short enough is read whole, one entry more is not', async () => {
  expect(asked(await open(lines(WHOLE_THREAD_ENTRIES_MAX)))).toEqual([0, 200]);
  expect(asked(await open(lines(WHOLE_THREAD_ENTRIES_MAX + 1)))).toEqual([201]);
});

test('0311: at its upper edge one page more is read at a time, down to the first message and no further', async () => {
  const desk = await open(lines(601));
  const { thread } = desk;
  expect(edges(thread)).toEqual(['line 402', 'line 601', 200]);
  // Two presses at once are one.
  await Promise.all([thread.reading.value.more('before'), thread.reading.value.more('before')]);
  expect(edges(thread)).toEqual(['line 202', 'line 601', 400]);
  await thread.reading.value.more('before');
  await thread.reading.value.more('before');
  expect(edges(thread)).toEqual(['Hello?', 'line 601', 599]);
  expect(thread.reading.value.mayRead('before')).toBe(false);
  await thread.reading.value.more('before');
  expect(asked(desk)).toEqual([401, 201, 1, 0]);
});

test('L7: a link to a place far up shows what is around it, grows both ways, and becomes one with the end', async () => {
  const desk = await open(lines(2_000));
  const { thread } = desk;
  expect(await thread.reading.value.show(1_500)).toBe(true);
  expect(asked(desk)).toEqual([1_800, 1_399]);
  expect(edges(thread)).toEqual(['line 1400', 'line 1599', 200]);
  await thread.reading.value.more('after');
  expect(edges(thread)).toEqual(['line 1400', 'line 1799', 400]);
  await thread.reading.value.more('before');
  expect(edges(thread)).toEqual(['line 1200', 'line 1799', 600]);
  expect(thread.reading.value.isPart.value).toBe(true);
  await thread.reading.value.more('after');
  expect(thread.reading.value.isPart.value).toBe(false);
  expect(edges(thread)).toEqual(['line 1200', 'line 2000', 801]);
  expect(thread.reading.value.mayRead('after')).toBe(false);
});

test('L7: what comes while somebody reads far up waits at the end, and is there on going back', async () => {
  const desk = await open(lines(2_000));
  const { thread } = desk;
  await thread.reading.value.show(500);
  desk.relay.fact('entry:added', { conversationId: 'c1', entry: visitorSays(2_001, 'Still there?') });
  desk.relay.fact('entry:added', { conversationId: 'c1', entry: visitorSays(2_002, 'Hello?') });
  expect(edges(thread)).toEqual(['line 400', 'line 599', 200]);
  thread.reading.value.leave();
  expect(edges(thread)).toEqual(['line 1801', 'Hello?', 202]);
});

test('L7: who sends something from far up is led to the end, and a page that comes too late changes nothing', async () => {
  const desk = await open(lines(2_000));
  const { thread } = desk;
  await thread.reading.value.show(500);
  const late = thread.reading.value.more('before');
  thread.write('Here I am');
  expect(thread.send()).toBe(true);
  await late;
  expect(edges(thread)).toEqual(['line 1801', 'Here I am', 201]);
  expect(thread.reading.value.reading.value).toBeNull();
  expect(thread.sends.value).toBe(1);
});

test('C19: what a message answers far up is asked for by its place, once, and follows a change of its words', async () => {
  const desk = await open(lines(2_000, { 1999: { quote: 300 }, 2000: { quote: 301 } }));
  await settle();
  expect(asked(desk)).toEqual([1_800, 299]);
  const quotes = () =>
    desk.thread.items.value.flatMap((item) =>
      item.kind === 'group' ? item.messages.flatMap(({ quote }) => (quote ? [quote.body] : [])) : [],
    );
  expect(quotes()).toEqual(['line 300', 'line 301']);
  const revised = { kind: 'revised', seq: 2_001, at: 9_000, of: 300, body: 'other words', by: 'visitor' } as const;
  desk.relay.fact('entry:added', { conversationId: 'c1', entry: revised });
  expect(quotes()).toEqual(['other words', 'line 301']);
  // Held above by now, and revised before it was.
  await desk.thread.reading.value.show(300);
  expect(said(desk.thread)).toContain('other words');
});

test('C19: what somebody answers from far up stands in the box and above the message, at the end as well', async () => {
  const desk = await open(lines(2_000));
  const { thread } = desk;
  await thread.reading.value.show(500);
  thread.answering.quote.value = 480;
  expect(thread.quoted.value?.body).toBe('line 480');
  thread.write('About that');
  thread.send();
  const last = thread.items.value.at(-1) as MessageGroup;
  expect(last.messages[0]).toMatchObject({ body: 'About that', quote: { seq: 480, body: 'line 480' } });
  expect(asked(desk)).toEqual([1_800, 399]);
});

test('the first unread message far up is known to be there, and has its line once it is shown', async () => {
  const desk = await open(lines(2_000), 700);
  const { thread } = desk;
  const hasLine = () => thread.items.value.some((item) => item.kind === 'unread');
  expect([thread.unreadAfter.value, thread.unreadAbove.value, hasLine()]).toEqual([700, true, false]);
  await thread.reading.value.show(701);
  expect([thread.unreadAbove.value, hasLine()]).toEqual([false, true]);
});

test('0311: a page that does not come says so at its edge, keeps what is held, and comes at another press', async () => {
  const desk = await open(lines(2_000));
  const { thread } = desk;
  desk.relay.script('conversation:sync', () => refusal('unavailable'));
  await thread.reading.value.more('before');
  expect([thread.reading.value.failed.value, thread.reading.value.reading.value]).toEqual(['before', null]);
  expect(edges(thread)).toEqual(['line 1801', 'line 2000', 200]);
  expect(await thread.reading.value.show(5)).toBe(false);
  desk.relay.thread('c1', lines(2_000));
  await thread.reading.value.more('before');
  expect([thread.reading.value.failed.value, edges(thread)[0]]).toEqual([null, 'line 1601']);
});

test('P7: after a break a long thread goes on where it was, and its state follows what came', async () => {
  const entries = lines(1_000);
  const desk = await open(entries);
  desk.relay.enter({ status: 'offline' });
  const closed: Entry = { kind: 'closed', seq: 1_002, at: 5_000, episode: 1, by: 'visitor' };
  const later = [...entries, visitorSays(1_001, 'Bye'), closed];
  desk.relay.thread('c1', later);
  const agent = { id: ana.id, name: ana.name };
  const who = { agent, participants: [], email: null, score: null };
  const standing = { head: 1_002, openedAt: 1, status: 'closed', episode: 1, ...who } as const;
  desk.relay.script('conversation:watch', () => success({ standing }));
  desk.relay.ready();
  await settle();
  expect(asked(desk)).toEqual([800, 1_000]);
  expect(desk.thread.timeline.value.last).toBe(1_002);
  // What the relay says of it holds up to its head; what comes after it is in the entries.
  expect(desk.thread.barrier.value).toBe('closed');
  desk.relay.fact('entry:added', {
    conversationId: 'c1',
    entry: { kind: 'queued', seq: 1_003, at: 6_000, episode: 2, reason: 'reopened' },
  });
  expect(desk.thread.barrier.value).toBe('queued');
});
