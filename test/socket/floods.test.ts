import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HANDSHAKE_MS_MAX, SOCKET_QUEUE_BYTES_MAX } from '../../protocol/wire/limits.ts';
import { type Pace, startPace } from '../support/pace.ts';
import { type ChildRelay, removeCli, startChildRelay } from './child-relay.ts';
import { openRaw, openRawVisitor } from './raw-socket.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

const MIB = 1_048_576;

/** An upgraded connection by hand, that reads nothing after the handshake. */
function openDeaf(origin: string): Promise<Socket> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\n` +
      `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  );
  return new Promise((resolve) =>
    socket.once('data', () => {
      socket.pause();
      resolve(socket);
    }),
  );
}

function frame(opcode: number, payload: Buffer, fin = true): Buffer {
  // A mask of zeros leaves the payload as it is.
  const head = Buffer.from([(fin ? 0x80 : 0) | opcode, 0x80 | payload.length, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
}

/** Writes as fast as the other side takes it, until it is cut off. Resolves with the bytes written. */
function flood(socket: Socket, chunk: Buffer, bytesMax: number): Promise<number> {
  return new Promise((resolve) => {
    let written = 0;
    socket.on('close', () => resolve(written));
    const push = () => {
      while (!socket.destroyed && written < bytesMax) {
        written += chunk.length;
        if (!socket.write(chunk)) {
          socket.once('drain', push);
          return;
        }
      }
      // Done writing: only who reads sees the end of the other side.
      socket.resume();
    };
    push();
  });
}

describe('P17: floods, against a relay in its own process', () => {
  let relay: ChildRelay;
  let pace: Pace;
  beforeAll(async () => {
    [relay, pace] = await Promise.all([startChildRelay(), startPace()]);
  });
  afterAll(async () => {
    pace.end();
    await relay.remove();
    removeCli();
  });

  const growth = async (attack: () => Promise<unknown>) => {
    const before = relay.rssBytes();
    await attack();
    expect((await fetch(`${relay.origin}/readyz`)).status).toBe(200);
    return relay.rssBytes() - before;
  };

  test('T-PING (F2): sockets that ping and do not read are cut off and leave no memory behind', async () => {
    const pings = Buffer.concat(Array.from({ length: 500 }, () => frame(0x9, Buffer.alloc(125))));
    const grown = await growth(async () => {
      const sockets = await Promise.all(Array.from({ length: 20 }, () => openDeaf(relay.origin)));
      // 64 MiB each would be more than a gigabyte if somebody kept the answers.
      await Promise.all(sockets.map((socket) => flood(socket, pings, 64 * MIB)));
    });
    expect(grown).toBeLessThan(64 * MIB);
  });

  test('T-FRAG (F3): endless fragments are cut off', async () => {
    const first = frame(0x1, Buffer.from('4'), false);
    const more = Buffer.concat(Array.from({ length: 1_000 }, () => frame(0x0, Buffer.from('x'), false)));
    const grown = await growth(async () => {
      const sockets = await Promise.all(Array.from({ length: 50 }, () => openDeaf(relay.origin)));
      await Promise.all(
        sockets.map((socket) => {
          socket.write(first);
          return flood(socket, more, 4 * MIB);
        }),
      );
    });
    expect(grown).toBeLessThan(64 * MIB);
  });

  test('a connection without a handshake ends within HANDSHAKE_MS_MAX', async () => {
    const raw = await openRaw(relay.origin);
    const from = performance.now();
    await raw.closed;
    expect(await pace.even(from + HANDSHAKE_MS_MAX)).toBeLessThan(2_000);
  });

  test('headers that never end are cut off', async () => {
    const { hostname, port } = new URL(relay.origin);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    socket.resume();
    const from = performance.now();
    await new Promise((resolve) => socket.on('close', resolve));
    expect(await pace.even(from)).toBeLessThan(14_000);
  });
});

describe('P15: a reader that does not read', () => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await startTestRelay();
  });
  afterAll(() => relay.remove());

  const BODY = '漢'.repeat(8_000);

  test('is cut with its queue bounded, is told why if it still listens, and catches up', async () => {
    const writer = await relay.visitor();
    const { token, epoch } = await writer.fact('session:ready');
    const slow = await openRaw(relay.origin);
    slow.socket.send(`40/visitor,${JSON.stringify({ version: 1, site: 'demo', token })}`);
    await slow.frame('42/visitor,["session:ready"');
    const opened = await writer.command('conversation:open', { clientId: 'slow-reader-000000', body: 'start' });
    const { conversationId } = opened.value as { conversationId: string };
    slow.socket.pause();
    let sent = 0;
    while (relay.count('slow_reader_cut') === 0) {
      sent += 1;
      expect(sent).toBeLessThan(4_000);
      const clientId = `slow-reader-${String(sent).padStart(6, '0')}`;
      expect(await writer.command('message:send', { conversationId, clientId, body: BODY })).toMatchObject({
        ok: true,
      });
    }
    const cut = relay.reports.find(({ kind }) => kind === 'slow_reader_cut') as { bytes: number };
    expect(cut.bytes).toBeGreaterThan(SOCKET_QUEUE_BYTES_MAX);
    expect(cut.bytes).toBeLessThan(SOCKET_QUEUE_BYTES_MAX + 2 * 25_000);
    slow.socket.resume();
    expect(await slow.frame('42/visitor,["session:ended"')).toContain('"slow"');
    await slow.closed;
    // The writer never noticed, and nothing is lost for the one who comes back.
    const back = await relay.visitor({ token, epoch, resume: [{ conversationId, afterSeq: 0 }] });
    const ready = await back.fact('session:ready');
    expect((ready.conversations as { head: number }[])[0]?.head).toBeGreaterThanOrEqual(sent + 1);
    await back.end();
    await writer.end();
  });

  test('is destroyed when it goes on not reading', async () => {
    const writer = await relay.visitor();
    const { token } = await writer.fact('session:ready');
    const deaf = await openRaw(relay.origin);
    deaf.socket.send(`40/visitor,${JSON.stringify({ version: 1, site: 'demo', token })}`);
    await deaf.frame('42/visitor,["session:ready"');
    const opened = await writer.command('conversation:open', { clientId: 'deaf-reader-000000', body: 'start' });
    const { conversationId } = opened.value as { conversationId: string };
    deaf.socket.pause();
    const cuts = relay.count('slow_reader_cut');
    const gone = relay.count('disconnected');
    for (let sent = 1; relay.count('slow_reader_cut') === cuts; sent += 1) {
      const clientId = `deaf-reader-${String(sent).padStart(6, '0')}`;
      await writer.command('message:send', { conversationId, clientId, body: BODY });
    }
    await expect.poll(() => relay.count('disconnected')).toBe(gone + 1);
    deaf.end();
    await writer.end();
  });

  test('others are not disturbed by an idle raw socket', async () => {
    const raw = await openRawVisitor(relay.origin);
    expect(raw.isOpen()).toBe(true);
    raw.end();
  });
});
