import { beforeEach, describe, expect, test } from 'vitest';
import type { Connection, ConnectionEvent, ConnectionState } from '../../../protocol/client/connection.ts';
import { FallbackConnection } from '../../../protocol/client/fallback-connection.ts';
import { PollConnection } from '../../../protocol/client/poll-connection.ts';
import { NO_MARKS } from '../../../protocol/client/timeline.ts';
import { type Answer, refusal, success } from '../../../protocol/wire/errors.ts';
import type { VisitorCommands, VisitorFacts, VisitorPollOut, VisitorReady } from '../../../protocol/wire/events.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

type Event = ConnectionEvent<VisitorFacts>;

class FakeCarrier implements Connection<VisitorCommands, VisitorFacts> {
  state: ConnectionState = { status: 'offline' };
  running = false;
  sent: string[] = [];
  #listeners: ((event: Event) => void)[] = [];
  start() {
    this.running = true;
  }
  stop() {
    this.running = false;
    this.enter({ status: 'offline' });
  }
  wake() {}
  async send(name: string): Promise<Answer<never>> {
    this.sent.push(name);
    return refusal('unavailable');
  }
  listen(listener: (event: Event) => void) {
    this.#listeners.push(listener);
    return () => {};
  }
  enter(state: ConnectionState) {
    this.state = state;
    for (const listener of this.#listeners) listener({ kind: 'state', state });
  }
  tell(name: 'heads:told', payload: VisitorFacts['heads:told']) {
    for (const listener of this.#listeners) listener({ kind: 'fact', name, payload });
  }
  ready() {
    this.state = { status: 'online' };
    for (const listener of this.#listeners) listener({ kind: 'fact', name: 'session:ready', payload: READY });
    this.enter({ status: 'online' });
  }
  fail() {
    this.enter({ status: 'connecting' });
    this.enter({ status: 'offline' });
  }
}

const READY: VisitorReady = {
  version: 1,
  epoch: 'e1',
  at: 1,
  visitorId: 'v1',
  token: 'vst_1',
  siteName: 'Shop',
  available: true,
  conversations: [],
};

describe('P9 the way round a blocked WebSocket', () => {
  let socket: FakeCarrier;
  let other: FakeCarrier;
  let fallback: FallbackConnection<VisitorCommands, VisitorFacts>;
  let seen: string[];
  let clock: ManualClock;
  let awaited: boolean;
  const blockSocket = () => {
    socket.fail();
    socket.fail();
  };
  beforeEach(() => {
    socket = new FakeCarrier();
    other = new FakeCarrier();
    clock = new ManualClock();
    awaited = false;
    fallback = new FallbackConnection({ socket, other, clock, isAwaited: () => awaited });
    seen = [];
    fallback.listen((event) => seen.push(event.kind === 'fact' ? event.name : event.state.status));
    fallback.start();
  });

  test('P9 one failure is no reason; the second one starts the other way beside the socket', () => {
    socket.fail();
    expect(other.running).toBe(false);
    socket.fail();
    expect([socket.running, other.running]).toEqual([true, true]);
    other.ready();
    expect(fallback.state.status).toBe('online');
    void fallback.send('conversation:sync', { conversationId: 'c', afterSeq: 0 });
    expect([socket.sent.length, other.sent.length]).toEqual([0, 1]);
  });

  test('P9 the socket takes over again as soon as it is there, and the other way ends', () => {
    blockSocket();
    other.ready();
    seen.length = 0;
    socket.ready();
    expect(other.running).toBe(false);
    expect(seen).toEqual(['session:ready', 'online']);
    void fallback.send('conversation:sync', { conversationId: 'c', afterSeq: 0 });
    expect(socket.sent).toHaveLength(1);
    expect(fallback.state.status).toBe('online');
  });

  test('P9 while the other way carries, the socket tries in silence', () => {
    blockSocket();
    other.ready();
    seen.length = 0;
    socket.fail();
    expect(seen).toEqual([]);
    expect(fallback.state.status).toBe('online');
  });

  test('P9 when the socket takes over, every listener finds it online, and the other way ended already', () => {
    blockSocket();
    other.ready();
    const found: unknown[] = [];
    fallback.listen((event) => {
      const what = event.kind === 'fact' ? event.name : event.state.status;
      found.push([what, fallback.state.status, other.running]);
      // Whoever answers the greeting does so by the socket.
      if (what === 'session:ready') void fallback.send('conversation:sync', { conversationId: 'c', afterSeq: 0 });
    });
    socket.ready();
    expect(found).toEqual([
      ['session:ready', 'online', false],
      ['online', 'online', false],
    ]);
    expect([socket.sent.length, other.sent.length]).toEqual([1, 0]);
    other.tell('heads:told', { epoch: 'e1', heads: {} });
    expect(found).toHaveLength(2);
  });

  test('P9 a socket that is silent is not waited for where somebody waits', async () => {
    awaited = true;
    socket.enter({ status: 'connecting' });
    await clock.advance(1_999);
    expect(other.running).toBe(false);
    await clock.advance(1);
    expect([socket.running, other.running]).toEqual([true, true]);
    other.ready();
    expect(fallback.state.status).toBe('online');
    socket.ready();
    expect([socket.running, other.running]).toEqual([true, false]);
  });

  test('P9 where nobody waits, or the socket answers, there is no second way; who begins to wait gets one', async () => {
    socket.enter({ status: 'connecting' });
    await clock.advance(7_000);
    expect(other.running).toBe(false);
    awaited = true;
    await clock.advance(2_000);
    expect(other.running).toBe(true);
    socket.ready();
    await clock.advance(60_000);
    expect(other.running).toBe(false);
    expect(clock.waiting).toBe(0);
  });

  test('P9 a refusal of either ends both', () => {
    blockSocket();
    other.enter({ status: 'refused', error: 'site_unknown' });
    expect(fallback.state).toEqual({ status: 'refused', error: 'site_unknown' });
    expect([socket.running, other.running]).toEqual([false, false]);
  });
});

describe('P9 the HTTP carrier', () => {
  test('P9 opens a session, asks from the positions, and tells what it learns as facts', async () => {
    const clock = new ManualClock();
    const asked: { path: string; body: unknown; token: string | undefined }[] = [];
    const poll: VisitorPollOut = {
      epoch: 'e1',
      available: false,
      conversations: [
        {
          conversationId: 'c1',
          entries: [{ kind: 'message', seq: 3, at: 9, author: 'agent', clientId: 'x'.repeat(16), body: 'Hello' }],
          head: 3,
          more: false,
          marks: { ...NO_MARKS, agentRead: 2 },
        },
      ],
    };
    const answers: Answer<unknown>[] = [success(READY), success(poll), refusal('unavailable'), success(READY)];
    const connection = new PollConnection({
      request: async (path, body, token) => {
        asked.push({ path, body, token });
        return answers.shift() ?? refusal('unavailable');
      },
      hello: () => ({ version: 1, site: 'demo', token: 'vst_1', resume: [{ conversationId: 'c1', afterSeq: 2 }] }),
      everyMs: () => 2_500,
      clock,
      random: () => 0,
    });
    const seen: string[] = [];
    connection.listen((event) => seen.push(event.kind === 'fact' ? event.name : event.state.status));
    connection.start();
    await settle();
    expect(seen).toEqual(['connecting', 'session:ready', 'online']);
    seen.length = 0;
    await clock.advance(2_500);
    expect(asked[1]).toEqual({
      path: '/api/v1/visitor/poll',
      body: { resume: [{ conversationId: 'c1', afterSeq: 2 }] },
      token: 'vst_1',
    });
    expect(seen).toEqual(['entry:added', 'receipt:changed', 'heads:told', 'availability:changed']);
    seen.length = 0;
    await clock.advance(2_500);
    expect(seen).toEqual(['offline']);
    await clock.advance(500);
    expect(seen).toEqual(['offline', 'session:ready', 'online']);
    connection.stop();
    expect(clock.waiting).toBe(0);
  });

  test('P13 an answer of another epoch is not told as news: a new greeting is', async () => {
    const clock = new ManualClock();
    const page = { conversationId: 'c1', entries: [], head: 40, more: false, marks: NO_MARKS };
    const restored = { epoch: 'e2', available: true, conversations: [page] };
    const answers = [success(READY), success(restored), success({ ...READY, epoch: 'e2' })];
    const connection = new PollConnection({
      request: async () => answers.shift() ?? refusal('unavailable'),
      hello: () => ({ version: 1, site: 'demo', token: 'vst_1' }),
      everyMs: () => 2_500,
      clock,
      random: () => 0,
    });
    const seen: string[] = [];
    connection.listen((event) => seen.push(event.kind === 'fact' ? event.name : event.state.status));
    connection.start();
    await settle();
    await clock.advance(2_500);
    expect(seen).toEqual(['connecting', 'session:ready', 'online', 'session:ready', 'online']);
    connection.stop();
  });
});
