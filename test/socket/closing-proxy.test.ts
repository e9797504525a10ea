import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { SocketConnection } from '../../protocol/client/socket-connection.ts';
import type { VisitorCommands, VisitorFacts } from '../../protocol/wire/events.ts';
import { ManualClock } from '../support/manual-clock.ts';

/** Some proxies let a WebSocket through and close it before the relay has said a word. */

const proxy = new WebSocketServer({ port: 0 });
afterEach(() => proxy.close());

test('P9 a socket that is closed before the greeting has failed at once, not after the handshake time', async () => {
  const clock = new ManualClock();
  const connection = new SocketConnection<VisitorCommands, VisitorFacts>({
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/visitor`,
    hello: () => ({}),
    clock,
    random: () => 0.5,
  });
  const states: string[] = [];
  const offline = () =>
    new Promise<void>((resolve) => {
      const stop = connection.listen((event) => {
        if (event.kind !== 'state') return;
        states.push(event.state.status);
        if (event.state.status !== 'offline') return;
        stop();
        resolve();
      });
    });
  for (const tries of [1, 2]) {
    const failed = offline();
    const arrived = once(proxy, 'connection');
    if (tries === 1) connection.start();
    else await clock.advance(500);
    const [socket] = await arrived;
    socket.close();
    await failed;
  }
  expect(states).toEqual(['connecting', 'offline', 'connecting', 'offline']);
  connection.stop();
});
