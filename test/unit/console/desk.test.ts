import { expect, test } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import {
  ana,
  assignedTo,
  ConsoleDesk,
  PlainMemory,
  queued,
  summaryOf,
  visitorSays,
} from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

const link = (desk: ConsoleDesk) => desk.desk.status.link.value;

test('a short gap is nobody’s business; after 800 ms the bar says offline, and says when it is over', async () => {
  const desk = new ConsoleDesk();
  await desk.open();
  desk.relay.enter({ status: 'offline' });
  await desk.clock.advance(799);
  expect(link(desk)).toBe('quiet');
  desk.relay.enter({ status: 'connecting' });
  await desk.clock.advance(1);
  expect(link(desk)).toBe('offline');
  desk.relay.ready();
  expect(link(desk)).toBe('back');
  await desk.clock.advance(3_000);
  expect(link(desk)).toBe('quiet');
});

test('the first connection says connecting after 800 ms and offline after some more', async () => {
  const desk = new ConsoleDesk();
  desk.app.start(null);
  await settle();
  await desk.clock.advance(799);
  expect(link(desk)).toBe('quiet');
  await desk.clock.advance(1);
  expect(link(desk)).toBe('connecting');
  await desk.clock.advance(6_000);
  expect(link(desk)).toBe('offline');
});

test('a version that is too old asks for a reload', async () => {
  const desk = new ConsoleDesk();
  await desk.open();
  desk.relay.refuse('version_too_old');
  expect(link(desk)).toBe('outdated');
});

test('availability shows the wish at once and goes back when it is refused', async () => {
  const desk = new ConsoleDesk();
  await desk.open();
  const { availability } = desk.desk;
  const set = availability.set('available');
  expect(availability.value.value).toBe('available');
  desk.relay.settle('agent:availability', refusal('forbidden'));
  expect(await set).toBe(false);
  expect(availability.value.value).toBe('away');
  desk.relay.fact('availability:changed', { availability: 'available', awayReason: null });
  expect(availability.value.value).toBe('available');
});

test('availability that could not be told is kept, and told with the next beat', async () => {
  const desk = new ConsoleDesk();
  await desk.open();
  const { availability } = desk.desk;
  const set = availability.set('available');
  desk.relay.settle('agent:availability', refusal('unavailable'));
  expect(await set).toBe(true);
  expect(availability.value.value).toBe('available');
  desk.relay.script('agent:availability', () => success({}));
  desk.relay.fact('heads:told', { epoch: 'epoch-1', heads: {} });
  await settle();
  expect(desk.relay.sent.filter((one) => one.name === 'agent:availability')).toHaveLength(2);
  expect(availability.value.value).toBe('available');
});

test('it rings once when a conversation becomes mine, and for a message only while not read', async () => {
  const desk = new ConsoleDesk();
  desk.relay.script('receipt:set', () => success({}));
  await desk.open([summaryOf('c1', { status: 'queued', agent: null })]);
  expect(desk.rings).toHaveLength(0);
  const move = async (change: number, given: Parameters<typeof summaryOf>[1]) => {
    desk.relay.script('inbox:sync', () =>
      success({ conversations: [summaryOf('c1', { change, ...given })], change, more: false, reset: false }),
    );
    desk.relay.fact('inbox:moved', { change });
    await settle();
    await desk.clock.advance(500);
  };
  await move(2, { head: 3 });
  expect(desk.rings).toHaveLength(1);
  await move(3, { head: 4, unread: 1 });
  expect(desk.rings).toHaveLength(2);
  expect(desk.badges.at(-1)).toBe(1);
  desk.go('/console/inbox/c1');
  await move(4, { head: 5, unread: 2 });
  expect(desk.rings).toHaveLength(2);
  desk.attention.turn(false);
  await move(5, { head: 6, unread: 3 });
  expect(desk.rings).toHaveLength(3);
  desk.desk.ring.mute(true);
  await move(6, { head: 7, unread: 4 });
  expect(desk.rings).toHaveLength(3);
});

test('the session is touched by the person’s input, at most once a minute', async () => {
  const desk = new ConsoleDesk();
  desk.relay.script('session:touch', () => success({}));
  await desk.open();
  desk.attention.act();
  desk.attention.act();
  for (const ms of [20_000, 20_000, 19_999]) {
    await desk.clock.advance(ms);
    desk.relay.fact('heads:told', { epoch: 'epoch-1', heads: {}, change: 1 });
  }
  desk.attention.act();
  expect(desk.relay.payloads('session:touch')).toHaveLength(1);
  await desk.clock.advance(1);
  desk.attention.act();
  expect(desk.relay.payloads('session:touch')).toHaveLength(2);
});

const OWN = 'deskbell:console:mine:agent-1:draft:c1';

test('a session that ended elsewhere leads to sign-in and keeps what was written', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('c1')]);
  desk.memory.write(OWN, 'half');
  desk.relay.refuse('unauthorized');
  expect(desk.app.account.step.value).toEqual({ name: 'signed_out', because: 'ended' });
  expect(desk.app.desk.value).toBe(null);
  expect(desk.memory.read(OWN)).toBe('half');
  desk.http.answers.set('sign-in', success(ana));
  await desk.app.account.signIn(ana.email, 'pass');
  expect(desk.memory.read(OWN)).toBe('half');
});

test('signing out clears drafts and unsent messages; so does another agent’s sign-in', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('c1')]);
  desk.memory.write(OWN, 'half');
  desk.memory.write('deskbell:console:muted', 'yes');
  await desk.app.signOut();
  expect(desk.app.account.step.value).toEqual({ name: 'signed_out', because: 'left' });
  expect([...desk.memory.kept.keys()]).toEqual(['deskbell:console:muted']);

  const memory = new PlainMemory();
  memory.write(OWN, 'half');
  const shared = new ConsoleDesk(memory);
  shared.http.answers.set('me', success({ ...ana, id: 'agent-2' }));
  await shared.open();
  expect(memory.read(OWN)).toBe(null);
});

test('nobody is signed out while the relay does not answer', async () => {
  const desk = new ConsoleDesk();
  await desk.open();
  desk.http.answers.set('sign-out', undefined);
  await desk.app.signOut();
  expect(desk.app.account.step.value.name).toBe('signed_in');
  expect(desk.app.notice.current.value).toBe('not_signed_out');
});

test('after leaving nothing runs on: no timers, no link', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('c1')]);
  await desk.app.signOut();
  expect(desk.relay.wanted).toBe(false);
  expect(desk.clock.waiting).toBe(0);
});

test('T19 who may only look on from now on keeps the conversation that is open to read, and is offered nothing to do with it', async () => {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c1');
  desk.relay.thread('c1', [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana)]);
  desk.relay.script('receipt:set', () => success({}));
  await desk.open([summaryOf('c1')]);
  expect([desk.thread.hand.offered.value.passOn, desk.desk.may('conversation:serve')]).toEqual([true, true]);
  const me = { ...ana, role: 'viewer', availability: 'away', awayReason: 'viewing' } as const;
  // She came back with other rights; what she had waits again for somebody else.
  desk.relay.thread('c1', [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana), queued(4)]);
  desk.relay.ready({ me });
  await settle();
  desk.relay.ready({ me });
  await settle();
  expect(desk.desk.me.role).toBe('viewer');
  expect(desk.thread.state.value).toBe('ready');
  expect(JSON.stringify(desk.thread.items.value)).toContain('Hello?');
  expect(desk.desk.may('conversation:serve')).toBe(false);
  expect(desk.thread.hand.offered.value).toMatchObject({ pick: false, takeOver: false, passOn: false, copy: false });
  expect(desk.thread.send()).toBe(false);
});
