import { expect, test } from 'vitest';
import type { MessageGroup, ThreadMessage } from '../../../console/model/thread-items.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { MESSAGE_EDIT_MS } from '../../../protocol/wire/limits.ts';
import type { Entry, SyncPage } from '../../../protocol/wire/model.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

const bo = { id: 'agent-2', name: 'Bo' };
const says = (seq: number, body: string, agent: { id: string; name: string } = ana): Entry => ({
  ...{ kind: 'message', seq, at: seq * 1_000, author: 'agent', clientId: `agent-words-${seq}`, body },
  agent: { id: agent.id, name: agent.name },
});
const opening = [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana), says(4, 'Hi')];

async function openThread(entries: Entry[] = opening, more: Partial<SyncPage> = {}): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c1');
  desk.relay.script('conversation:watch', () => success({}));
  const marks = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };
  desk.relay.script('conversation:sync', ({ conversationId, afterSeq }) =>
    success({
      ...{ conversationId, head: entries.length, more: false, marks, ...more },
      entries: entries.filter((entry) => entry.seq > afterSeq),
    }),
  );
  for (const quiet of ['receipt:set', 'typing:set'] as const) desk.relay.script(quiet, () => success({}));
  await desk.open([summaryOf('c1', { head: entries.length })]);
  return desk;
}

const groups = (desk: ConsoleDesk) =>
  desk.thread.items.value.filter((item): item is MessageGroup => item.kind === 'group');
const messages = (desk: ConsoleDesk) => groups(desk).flatMap((group) => group.messages);
const hear = (desk: ConsoleDesk, entry: Entry) => desk.relay.fact('entry:added', { conversationId: 'c1', entry });
const message = (desk: ConsoleDesk, seq: number) => messages(desk).find((one) => one.seq === seq) as ThreadMessage;

test('P17 C18: new words stand at the old place and are marked; removed ones leave no trace, and no line says more', async () => {
  const desk = await openThread();
  hear(desk, { kind: 'revised', seq: 5, at: 9_000, of: 4, body: 'Good day', by: 'agent', agent: bo });
  expect(message(desk, 4)).toMatchObject({ body: 'Good day', edited: true, removed: false, at: 4_000 });
  hear(desk, { kind: 'revised', seq: 6, at: 9_500, of: 1, body: '', by: 'visitor' });
  expect(message(desk, 1)).toMatchObject({ body: '', edited: false, removed: true });
  expect(messages(desk)).toHaveLength(2);
  expect(JSON.stringify(desk.thread.items.value)).not.toContain('Hello?');
});

test('C18: my own within the window may be edited and removed, others’ only by who directs, and nothing by who cannot write', async () => {
  const desk = await openThread([...opening, says(5, 'I am Bo', bo)]);
  const offered = (seq: number) => desk.thread.revising.offered(message(desk, seq));
  expect(offered(4)).toEqual({ edit: true, remove: true });
  expect([offered(1), offered(5)]).toEqual([
    { edit: false, remove: false },
    { edit: false, remove: false },
  ]);
  await desk.clock.advance(MESSAGE_EDIT_MS + 10_000);
  expect(offered(4)).toEqual({ edit: false, remove: false });
});

test('C18: an edit that is refused keeps its words with the reason; a repeat of the same words has the same id', async () => {
  const desk = await openThread();
  const { revising } = desk.thread;
  revising.start(4, 'Hi');
  revising.write(' Good day ');
  desk.relay.script('message:edit', () => refusal('unavailable'));
  expect(await revising.save()).toBe(false);
  expect(revising.editing.value).toEqual({ seq: 4, text: ' Good day ' });
  expect(revising.refused.value).toBe('unavailable');
  desk.relay.script('message:edit', () => success({ seq: 5, at: 5_000 }));
  expect(await revising.save()).toBe(true);
  expect(revising.editing.value).toBeNull();
  const [first, second] = desk.relay.payloads('message:edit');
  expect(first).toMatchObject({ conversationId: 'c1', seq: 4, body: 'Good day' });
  expect(second).toEqual(first);
});

test('C19: an answer names what it answers, and the next one does not', async () => {
  const desk = await openThread();
  const { thread } = desk;
  thread.answering.quote.value = 1;
  expect(thread.quoted.value).toEqual({ seq: 1, author: 'visitor', agentName: null, mine: false, body: 'Hello?' });
  thread.write('Hello to you');
  thread.send();
  expect(desk.relay.payloads('message:send')[0]).toMatchObject({ quote: 1, body: 'Hello to you' });
  expect(messages(desk).at(-1)?.quote).toMatchObject({ seq: 1, body: 'Hello?' });
  expect(thread.quoted.value).toBeNull();
});

test('C20: what a colleague answered since I began stops my answer; it stays, is sent anyway, and only then', async () => {
  const desk = await openThread();
  const { thread } = desk;
  thread.write('I shall');
  hear(desk, says(5, 'Done already', bo));
  thread.write('I shall look');
  desk.relay.script('message:send', () => refusal('answered_meanwhile'));
  thread.send();
  await settle();
  expect(desk.relay.payloads('message:send')).toMatchObject([{ seenSeq: 4 }]);
  const kept = messages(desk).at(-1) as ThreadMessage;
  expect(kept).toMatchObject({ body: 'I shall look', state: 'failed', meanwhile: 'Bo' });
  desk.relay.script('message:send', () => success({ seq: 6, at: 6_000 }));
  thread.sendAnyway(kept.key);
  await settle();
  const sent = desk.relay.payloads('message:send').at(-1);
  expect(sent).toEqual({ conversationId: 'c1', clientId: kept.key, body: 'I shall look' });
  expect(messages(desk).at(-1)).toMatchObject({ seq: 6, state: 'sent' });
});

test('C20: what I have seen before I begin stops nothing, and an emptied box begins anew', async () => {
  const desk = await openThread();
  const { thread } = desk;
  thread.write('Old');
  thread.write('');
  hear(desk, says(5, 'Done already', bo));
  thread.write('And one more thing');
  thread.send();
  expect(desk.relay.payloads('message:send')).toMatchObject([{ seenSeq: 5 }]);
});

test('C20: a colleague who types is named for as long as it is true, and I am not told of myself', async () => {
  const desk = await openThread();
  const typing = (agent: { id: string; name: string }) =>
    desk.relay.fact('typing:changed', { conversationId: 'c1', by: 'agent', typing: true, agent });
  const { colleague } = desk.thread.answering;
  typing({ id: ana.id, name: ana.name });
  expect(colleague.value).toBeNull();
  typing(bo);
  expect(colleague.value).toEqual(bo);
  hear(desk, says(5, 'There', bo));
  expect(colleague.value).toBeNull();
  typing(bo);
  await desk.clock.advance(6_000);
  expect(colleague.value).toBeNull();
});

test('what was new when the thread was opened has a line above it until I answer', async () => {
  const marks = { visitorDelivered: 4, visitorRead: 4, agentDelivered: 4, agentRead: 4 };
  const desk = await openThread([...opening, visitorSays(5, 'And?'), visitorSays(6, 'Still there?')], { marks });
  const kinds = () => desk.thread.items.value.map((item) => item.kind);
  expect(kinds().slice(-2)).toEqual(['unread', 'group']);
  desk.thread.write('Yes');
  desk.thread.send();
  expect(kinds()).not.toContain('unread');
});

test('what comes while nobody looks is new, too', async () => {
  const desk = await openThread();
  hear(desk, visitorSays(5, 'Seen'));
  desk.attention.turn(false);
  hear(desk, visitorSays(6, 'Not seen'));
  hear(desk, visitorSays(7, 'Not seen either'));
  expect(desk.thread.unreadAfter.value).toBe(5);
});

test('earlier conversations come one at a press, above and whole, and then there are no more', async () => {
  const desk = await openThread();
  const about = { conversationId: 'c0', openedAt: 1, closedAt: 2, agent: 'Bo' };
  const { earlier } = desk.thread;
  desk.relay.script('conversation:earlier', () => refusal('unavailable'));
  await earlier.load();
  expect(earlier.state.value).toBe('failed');
  desk.relay.script('conversation:earlier', ({ conversationId }) =>
    success({ earlier: conversationId === 'c1' ? about : null }),
  );
  await earlier.load();
  const items = desk.thread.items.value;
  expect(items[0]).toEqual({ kind: 'talk', key: 'talk-c0', about });
  expect(groups(desk).map((group) => group.earlier)).toEqual(['c0', 'c0', undefined, undefined]);
  expect(items.filter((item) => item.kind === 'talk')).toHaveLength(2);
  expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
  await earlier.load();
  expect(earlier.state.value).toBe('none');
});

test('no group is so long that it cannot be drawn in pieces', async () => {
  const many = Array.from({ length: 100 }, (_, index) => visitorSays(index + 4, `${index}`));
  const desk = await openThread([...opening.slice(0, 3), ...many]);
  expect(Math.max(...groups(desk).map((group) => group.messages.length))).toBe(20);
});
