import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { type Link, openLink } from './kit/tcp-proxy.ts';

/** The proxy does what its words say; otherwise the suite would prove nothing. */

let server: Server;
let link: Link;
let arrived: Socket[];
let heard: string;
let wake: () => void;

beforeEach(async () => {
  [arrived, heard, wake] = [[], '', () => {}];
  server = createServer({ allowHalfOpen: true }, (socket) => {
    arrived.push(socket);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      heard += chunk;
      socket.write(`echo ${chunk}`);
      wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as { port: number };
  link = await openLink({ target: { port }, random: seededRandom(1), headers: { Origin: 'http://shop.example' } });
});
afterEach(async () => {
  await link.close();
  for (const socket of arrived) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

interface Peer {
  socket: Socket;
  got: string;
  /** Resolves with `end`, `close` or the error's code, whichever comes first. */
  over: Promise<string>;
  says(text: string): Promise<void>;
}

async function open(): Promise<Peer> {
  const socket = connect({ port: link.port, host: '127.0.0.1', allowHalfOpen: true });
  const peer: Peer = {
    socket,
    got: '',
    over: new Promise((resolve) => {
      socket.on('error', (error: Error & { code?: string }) => resolve(error.code ?? 'error'));
      socket.on('end', () => resolve('end'));
      socket.on('close', () => resolve('close'));
    }),
    says: (text) =>
      new Promise((resolve) => {
        const look = () => peer.got.includes(text) && resolve();
        socket.on('data', look);
        look();
      }),
  };
  socket.on('data', (chunk) => {
    peer.got += chunk;
  });
  await Promise.race([peer.over, new Promise<void>((resolve) => socket.once('connect', () => resolve()))]);
  return peer;
}

test('passes on in both directions, and says the headers of a browser once', async () => {
  const peer = await open();
  peer.socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await peer.says('Host: x');
  peer.socket.write('second\r\n');
  await peer.says('second');
  expect(heard).toBe('GET / HTTP/1.1\r\nOrigin: http://shop.example\r\nHost: x\r\n\r\nsecond\r\n');
});

test('cut resets what is open and lets new ones through; down lets none through until up', async () => {
  const first = await open();
  first.socket.write('a');
  await first.says('a');
  link.cut();
  expect(await first.over).toBe('ECONNRESET');
  const second = await open();
  second.socket.write('b');
  await second.says('b');
  link.down();
  expect(await second.over).toBe('ECONNRESET');
  const third = await open();
  expect(await third.over).toBe('ECONNRESET');
  link.up();
  const fourth = await open();
  fourth.socket.write('c');
  await fourth.says('c');
});

test('halfClose ends one half; the other one still speaks', async () => {
  const peer = await open();
  peer.socket.write('a');
  await peer.says('a');
  link.halfClose();
  expect(await peer.over).toBe('end');
  const more = new Promise<void>((resolve) => {
    wake = resolve;
  });
  peer.socket.write('still here');
  await more;
  expect(heard).toContain('still here');
});

test('a black hole swallows, and keeps the connection', async () => {
  const peer = await open();
  peer.socket.write('a');
  await peer.says('a');
  link.blackHole(true);
  peer.socket.write('swallowed');
  await vi.waitUntil(() => link.swallowed() === 'swallowed'.length, 60_000);
  link.blackHole(false);
  peer.socket.write('after');
  await peer.says('after');
  expect(heard).not.toContain('swallowed');
  expect(link.open()).toBe(1);
});

test('latency and a narrow line hold chunks back, in order', async () => {
  const peer = await open();
  link.delay(20, 60);
  link.narrow(10_000);
  const startedAt = performance.now();
  for (const word of ['one ', 'two ', 'three ']) peer.socket.write(word);
  await peer.says('three');
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(35);
  expect(heard).toBe('one two three ');
});
