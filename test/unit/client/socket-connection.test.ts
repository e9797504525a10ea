import { beforeEach, expect, test } from 'vitest';
import { SocketConnection } from '../../../protocol/client/socket-connection.ts';
import { type Answer, refusal } from '../../../protocol/wire/errors.ts';
import type { VisitorCommands, VisitorFacts } from '../../../protocol/wire/events.ts';
import { ACK_TIMEOUT_MS, HANDSHAKE_MS_MAX } from '../../../protocol/wire/limits.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** The carrier over a socket that the test plays. */

interface PlayedSocket {
  url: string;
  sent: string[];
  ended: boolean;
  text(text: unknown): void;
  closed(): void;
}

let clock: ManualClock;
let sockets: PlayedSocket[];
let told: string[];
let connection: SocketConnection<VisitorCommands, VisitorFacts>;

beforeEach(() => {
  clock = new ManualClock();
  sockets = [];
  told = [];
  connection = new SocketConnection({
    url: 'https://relay.example/visitor',
    openWire(url, on) {
      const socket: PlayedSocket = { url, sent: [], ended: false, ...on };
      sockets.push(socket);
      return {
        send: (text) => void socket.sent.push(text),
        close() {
          socket.ended = true;
        },
      };
    },
    hello: () => ({ version: 1, tries: sockets.length }),
    clock,
    random: () => 0.5,
  });
  connection.listen((event) => told.push(event.kind === 'state' ? event.state.status : event.name));
});

function last(): PlayedSocket {
  const socket = sockets.at(-1);
  if (!socket) throw new Error('No socket was opened.');
  return socket;
}

const OPEN = '0{"sid":"s","pingInterval":10000,"pingTimeout":5000}';
const READY = '42/visitor,["session:ready",{"version":1}]';
function greet(): void {
  for (const text of [OPEN, '40/visitor,{"sid":"n"}', READY]) last().text(text);
}

test('P9 it opens a WebSocket, says hello, and is usable with the greeting', () => {
  connection.start();
  expect(last().url).toBe('wss://relay.example/socket.io/?EIO=4&transport=websocket');
  last().text(OPEN);
  expect(last().sent).toEqual(['40/visitor,{"version":1,"tries":1}']);
  last().text('40/visitor,{"sid":"n"}');
  expect(connection.state.status).toBe('connecting');
  last().text(READY);
  expect(told).toEqual(['connecting', 'session:ready', 'online']);
});

test('P3 each command gets its own answer, whatever their order', async () => {
  connection.start();
  greet();
  const first = connection.send('conversation:close', { conversationId: 'a' });
  const second = connection.send('conversation:close', { conversationId: 'b' });
  expect(last().sent.slice(1)).toEqual([
    '42/visitor,1["conversation:close",{"conversationId":"a"}]',
    '42/visitor,2["conversation:close",{"conversationId":"b"}]',
  ]);
  last().text('43/visitor,2[{"ok":true,"value":{"seq":2,"at":2}}]');
  last().text('43/visitor,1[{"ok":true,"value":{"seq":1,"at":1}}]');
  expect([await first, await second]).toMatchObject([{ value: { seq: 1 } }, { value: { seq: 2 } }]);
  connection.stop();
  // No timer waits for an answer that has come.
  expect(clock.waiting).toBe(0);
});

test('P1 no answer in time: unavailable, and a new link', async () => {
  connection.start();
  greet();
  let answer: Answer<unknown> | undefined;
  void connection.send('conversation:close', { conversationId: 'a' }).then((given) => {
    answer = given;
  });
  await clock.advance(ACK_TIMEOUT_MS - 1);
  expect(answer).toBeUndefined();
  await clock.advance(1);
  expect(answer).toEqual(refusal('unavailable'));
  expect([connection.state.status, last().ended]).toEqual(['offline', true]);
});

test('P1 a lost link answers all that wait, and takes nothing more', async () => {
  connection.start();
  greet();
  const waiting = connection.send('conversation:close', { conversationId: 'a' });
  last().closed();
  expect(await waiting).toEqual(refusal('unavailable'));
  expect(await connection.send('conversation:close', { conversationId: 'b' })).toEqual(refusal('unavailable'));
  expect(last().sent).toHaveLength(2);
});

test('P5 pings are answered; a relay that falls silent is left for a new link', async () => {
  connection.start();
  greet();
  for (let ping = 0; ping < 3; ping += 1) {
    await clock.advance(14_000);
    last().text('2');
  }
  expect(last().sent.filter((text) => text === '3')).toHaveLength(3);
  expect(connection.state.status).toBe('online');
  await clock.advance(15_000);
  expect(connection.state.status).toBe('offline');
  await clock.advance(1_000);
  expect(sockets).toHaveLength(2);
});

test('P5 after a sleep of the device, in which no timer ran, the first command finds the link dead', async () => {
  connection.start();
  greet();
  const { now } = clock;
  clock.now = () => now.call(clock) + 3_600_000;
  expect(await connection.send('conversation:close', { conversationId: 'a' })).toEqual(refusal('unavailable'));
  expect(connection.state.status).toBe('offline');
});

test('P9 a relay that takes the connection and says nothing does not hold it for ever', async () => {
  connection.start();
  await clock.advance(HANDSHAKE_MS_MAX);
  expect([connection.state.status, last().ended]).toEqual(['offline', true]);
});

test('P16 what is no frame ends the link, not the tries', async () => {
  for (const garbage of ['42/visitor,{', new ArrayBuffer(1)]) {
    connection.start();
    greet();
    last().text(garbage);
    expect([connection.state.status, last().ended]).toEqual(['offline', true]);
    await clock.advance(1_000);
    greet();
    expect(connection.state.status).toBe('online');
    connection.stop();
  }
});

test('P3 a refusal that waiting can cure is waited for; another ends the tries', async () => {
  connection.start();
  last().text(OPEN);
  last().text('44/visitor,{"message":"x","data":{"error":"rate_limited","retryAfterMs":7000}}');
  expect(connection.state.status).toBe('offline');
  await clock.advance(6_999);
  expect(sockets).toHaveLength(1);
  await clock.advance(1);
  expect(sockets).toHaveLength(2);
  last().text(OPEN);
  last().text('44/visitor,{"message":"x","data":{"error":"site_unknown"}}');
  expect(connection.state).toEqual({ status: 'refused', error: 'site_unknown' });
  await clock.advance(60_000);
  expect(sockets).toHaveLength(2);
});

test('P10 a relay that says it closes is come back to within the spread that it named', async () => {
  connection.start();
  greet();
  last().text('42/visitor,["server:closing",{"spreadMs":3000}]');
  last().text('41/visitor,');
  await clock.advance(1_499);
  expect(sockets).toHaveLength(1);
  await clock.advance(1);
  expect(sockets).toHaveLength(2);
});

test('an old socket that still talks is not listened to', async () => {
  connection.start();
  greet();
  const [old] = sockets;
  last().closed();
  await clock.advance(500);
  told.length = 0;
  old?.text(READY);
  old?.closed();
  await settle();
  expect(told).toEqual([]);
});

test('stop takes a polite leave and leaves no timer; it may be started again', () => {
  connection.start();
  greet();
  connection.stop();
  expect(last().sent.at(-1)).toBe('41/visitor,');
  expect([last().ended, clock.waiting, connection.state.status]).toEqual([true, 0, 'offline']);
  connection.start();
  greet();
  expect(connection.state.status).toBe('online');
});
