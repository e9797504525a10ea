import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { SocketConnection } from '../../protocol/client/socket-connection.ts';
import type { VisitorCommands, VisitorFacts } from '../../protocol/wire/events.ts';
import { ManualClock } from '../support/manual-clock.ts';

/** A page that was asleep may hold a link that died without a word: it is doubted when the page is back (P5). */

const relay = new WebSocketServer({ port: 0 });
afterEach(() => relay.close());

function greet(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.send('0{"sid":"s","upgrades":[],"pingInterval":10000,"pingTimeout":5000,"maxPayload":65536}');
    socket.on('message', (text) => {
      if (!String(text).startsWith('40/visitor')) return;
      socket.send('40/visitor,{"sid":"n"}');
      socket.send('42/visitor,["session:ready",{}]');
      resolve();
    });
  });
}

test('P5 a link that missed a ping is replaced at once when the page is back; one that did not is kept', async () => {
  const clock = new ManualClock();
  const connection = new SocketConnection<VisitorCommands, VisitorFacts>({
    url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}/visitor`,
    hello: () => ({}),
    clock,
    random: () => 0.5,
  });
  const online = () =>
    new Promise<void>((resolve) => {
      const stop = connection.listen((event) => {
        if (event.kind !== 'state' || event.state.status !== 'online') return;
        stop();
        resolve();
      });
    });
  let accepted = 0;
  relay.on('connection', (socket) => {
    accepted += 1;
    void greet(socket);
  });
  const first = online();
  connection.start();
  await first;
  await clock.advance(11_000);
  connection.wake();
  expect([connection.state.status, accepted]).toEqual(['online', 1]);

  await clock.advance(1_001);
  const second = online();
  connection.wake();
  await second;
  expect(accepted).toBe(2);

  // A clock that was set back says nothing about how long it was silent.
  const third = online();
  (clock as { now: () => number }).now = () => Date.UTC(2020, 0, 1);
  connection.wake();
  await third;
  expect(accepted).toBe(3);
  const [closed] = [...relay.clients].map((socket) => once(socket, 'close'));
  connection.stop();
  await closed;
});
