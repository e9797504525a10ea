import { expect, test } from 'vitest';
import type { Mention } from '../../../protocol/wire/composer.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { assignedTo, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';
import { TwoThreads, UNDO_MS } from '../../support/two-threads.ts';

const IDS = ['first', 'second', 'third'];
const BOTH = '/console/inbox/first?beside=second';

async function open(path = BOTH, hasRoom = true): Promise<TwoThreads> {
  const two = new TwoThreads(IDS);
  await two.open(path, hasRoom);
  return two;
}

const named = ({ desk }: TwoThreads) => desk.desk.threads.value.map(({ id }) => id);
const shown = ({ desk }: TwoThreads) => desk.desk.panes.shown.value.map(({ id }) => id);
const focus = ({ desk }: TwoThreads) => desk.desk.thread.value?.id;
/** Up to where each was read. */
const read = ({ desk }: TwoThreads) =>
  Object.fromEntries(
    desk.relay.payloads('receipt:set').map(({ conversationId, readSeq }) => [conversationId, readSeq]),
  );

test('U14 an address opens both in their order, each watched beside the other, and both are kept current', async () => {
  const two = await open();
  expect([named(two), focus(two)]).toEqual([['first', 'second'], 'first']);
  expect(two.desk.relay.payloads('conversation:watch')).toEqual([
    { conversationId: 'first' },
    { conversationId: 'second', beside: 'first' },
  ]);
  for (const id of ['first', 'second']) two.add(id, (seq) => visitorSays(seq, `news for ${id}`));
  const last = two.desk.desk.threads.value.map(({ timeline }) => timeline.value.entries.at(-1));
  expect(last).toMatchObject([{ body: 'news for first' }, { body: 'news for second' }]);
  // A new link: both again, and the facts of neither are lost.
  two.desk.relay.sent.length = 0;
  two.desk.relay.ready();
  await settle();
  expect(two.desk.relay.payloads('conversation:watch')).toEqual([
    { conversationId: 'first', beside: 'second' },
    { conversationId: 'second', beside: 'first' },
  ]);
});

test('U14 links go into the place that has the focus, lead to what is open already, and leave the other where it is', async () => {
  const two = await open();
  const { app } = two.desk;
  const [, second] = two.desk.desk.threads.value;
  app.go({ name: 'inbox', conversationId: 'third' });
  expect(two.desk.path).toBe('/console/inbox/third?beside=second');
  expect(two.desk.desk.threads.value[1]).toBe(second);
  app.go({ name: 'inbox', conversationId: 'second', at: 2 });
  expect(two.desk.path).toBe('/console/inbox/third?beside=second&focus=beside&at=2');
  expect([focus(two), app.placeIn('second'), app.placeIn('third')]).toMatchObject(['second', { at: 2 }, {}]);
  app.go({ name: 'inbox', conversationId: 'first' });
  expect(two.desk.path).toBe('/console/inbox/third?beside=first&focus=beside');
  expect(app.hrefOf({ name: 'inbox', conversationId: 'third' })).toBe('/console/inbox/third?beside=first');
  expect(app.hrefOf({ name: 'inbox', conversationId: 'third', beside: null })).toBe('/console/inbox/third');
  expect(named(two)).toEqual(['third', 'first']);
  await settle();
  expect(two.desk.relay.payloads('conversation:watch').at(-1)).toEqual({ conversationId: 'first', beside: 'third' });
});

test('U14 opened beside, what has the focus stays; what is open already is never there twice', async () => {
  const two = await open('/console/inbox/first');
  const { app } = two.desk;
  await app.openBeside('second');
  expect(two.desk.path).toBe('/console/inbox/first?beside=second&focus=beside');
  await app.openBeside('third');
  expect([named(two), focus(two)]).toEqual([['third', 'second'], 'third']);
  await app.openBeside('second');
  expect([named(two), focus(two)]).toEqual([['third', 'second'], 'second']);
  await app.closePane('second');
  expect([two.desk.path, named(two)]).toEqual(['/console/inbox/third', ['third']]);
  expect(two.desk.relay.payloads('conversation:watch').at(-1)).toEqual({ conversationId: null, beside: 'third' });
  await app.openBeside('third');
  expect(named(two)).toEqual(['third']);
});

test('U14 without room the address keeps the second one, nothing of it is begun, and the palette’s word says why not', async () => {
  const two = await open(BOTH, false);
  expect([named(two), shown(two), two.desk.path]).toEqual([['first'], ['first'], BOTH]);
  await two.desk.app.openBeside('third');
  expect([two.desk.path, two.desk.app.notice.current.value]).toEqual([BOTH, 'no_room']);
  two.desk.desk.panes.fit(true);
  await settle();
  const [first] = two.desk.desk.threads.value;
  expect(shown(two)).toEqual(['first', 'second']);
  // Narrow again: what was begun in the one that has no room is there when it has.
  first?.revising.start(1, 'other words');
  two.desk.app.focusPane('second');
  two.desk.desk.panes.fit(false);
  expect(shown(two)).toEqual(['second']);
  two.desk.desk.panes.fit(true);
  expect(two.desk.desk.threads.value[0]?.revising.editing.value?.text).toBe('other words');
});

test('U15 both on the screen are read and ring for nothing; one without room, or behind another page, is not', async () => {
  const two = await open();
  const { desk } = two;
  await settle();
  expect(read(two)).toEqual({ first: 3, second: 3, third: 0 });
  const news = async (id: string, change: number) => {
    const line = summaryOf(id, { change, head: 9 + change, unread: change, lastText: 'news', lastAt: change });
    desk.relay.script('inbox:sync', () => success({ conversations: [line], change, more: false, reset: false }));
    desk.relay.fact('inbox:moved', { change });
    await settle();
  };
  await news('second', 2);
  expect(desk.rings).toEqual([]);
  desk.desk.panes.fit(false);
  two.add('second', (seq) => visitorSays(seq, 'unseen'));
  await news('second', 3);
  expect([desk.rings, read(two).second]).toEqual([['ring'], 3]);
  // With room again it is read, and so is it when the person comes back to the page.
  desk.desk.panes.fit(true);
  await settle();
  expect(read(two).second).toBe(4);
});

test('U15 a mention in either of two on the screen is seen, in one without room it waits', async () => {
  const two = await open(BOTH, false);
  const mention = (conversationId: string): Mention => {
    const by = { id: 'agent-2', name: 'Bo' };
    return { conversationId, number: 1, at: 1, by, text: '@Ana', label: 'Kim', siteName: 'Shop', seenAt: null };
  };
  two.desk.relay.fact('mention:added', { mention: mention('second') });
  expect(two.desk.desk.composing.mentions.unread.value).toHaveLength(1);
  two.desk.desk.panes.fit(true);
  expect(two.desk.relay.payloads('mention:seen')).toEqual([{ conversationId: 'second', upToNumber: 1 }]);
});

test('U15 called back, refused and put back: each text stands in its own box, whichever has the focus', async () => {
  const two = await open();
  const [first, second] = two.desk.desk.threads.value;
  const { composing } = two.desk.desk;
  if (!first || !second) throw new Error('Two are open.');
  first.write('for the first');
  first.send();
  two.desk.app.focusPane('second');
  second.write('for the second');
  composing.undo(composing.held.of('first')?.clientId ?? '');
  expect([first.draft.value, second.draft.value]).toEqual(['for the first', 'for the second']);
  second.send();
  first.send();
  two.desk.app.focusPane('first');
  await two.desk.clock.advance(UNDO_MS);
  expect(two.desk.relay.payloads('message:send').map(({ conversationId, body }) => [conversationId, body])).toEqual([
    ['second', 'for the second'],
    ['first', 'for the first'],
  ]);
  // Refused: said elsewhere only of what is not on the screen.
  two.desk.relay.script('message:send', () => refusal('reassigned'));
  second.write('too late');
  second.send();
  await two.desk.clock.advance(UNDO_MS);
  await settle();
  expect(two.desk.desk.undecided.value.count).toBe(0);
  await two.desk.app.closePane('second');
  expect(two.desk.desk.undecided.value).toMatchObject({ count: 1, conversationId: 'second' });
});

test('U14 the person is that of the conversation with the focus, and each keeps what was said of its own', async () => {
  const two = await open();
  const said = (name: string) => ({ name, email: null, locale: null }) as never;
  two.desk.relay.script('visitor:read', ({ conversationId }) => success(said(`of ${conversationId}`)));
  for (const id of ['first', 'second']) two.desk.relay.fact('visitor:described', { conversationId: id } as never);
  await settle();
  expect(two.desk.desk.shown.profile.value?.name).toBe('of first');
  two.desk.app.focusPane('second');
  expect(two.desk.desk.shown.profile.value?.name).toBe('of second');
  expect(two.desk.desk.threads.value[0]?.shown.profile.value?.name).toBe('of first');
});

test('U14 whoever signs out leaves neither behind', async () => {
  const two = await open();
  const [first] = two.desk.desk.threads.value;
  first?.write('begun');
  await two.desk.app.signOut();
  await settle();
  expect([two.desk.app.desk.value, two.desk.relay.wanted]).toEqual([null, false]);
});

const bo = { id: 'agent-2', name: 'Bo' };

test('U14 U15 what befalls one of two by others leaves the other as it was, and what was being written there', async () => {
  const two = await open();
  const { desk } = two;
  const [first, second] = desk.desk.threads.value;
  if (!first || !second) throw new Error('Two are open.');
  first.write('for the first');
  second.write('for the second');
  // A colleague takes it over, and closes it.
  two.add('second', (seq) => ({ ...assignedTo(seq, bo), at: seq }));
  expect([first.barrier.value, second.barrier.value]).toEqual([null, 'colleague']);
  expect(second.send()).toBe(false);
  two.add('second', (seq) => ({ kind: 'closed', seq, at: seq, episode: 1, by: 'agent' }));
  expect([first.barrier.value, second.barrier.value]).toEqual([null, 'closed']);
  expect([named(two), shown(two), focus(two)]).toEqual([['first', 'second'], ['first', 'second'], 'first']);
  expect([first.draft.value, second.draft.value]).toEqual(['for the first', 'for the second']);
  expect(first.send()).toBe(true);
  await desk.clock.advance(UNDO_MS);
  expect(desk.relay.payloads('message:send').map(({ conversationId }) => conversationId)).toEqual(['first']);
});

test('U14 J12 one of two that is erased says so when it is read again; the other goes on', async () => {
  const two = await open();
  const { desk } = two;
  desk.relay.script('conversation:watch', ({ conversationId }) =>
    conversationId === 'second' ? refusal('not_found') : success({}),
  );
  desk.go('/console/inbox/first');
  desk.go(BOTH);
  await settle();
  const [first, second] = desk.desk.threads.value;
  expect([first?.state.value, second?.state.value]).toEqual(['ready', 'missing']);
  first?.write('goes on');
  expect(first?.send()).toBe(true);
});
