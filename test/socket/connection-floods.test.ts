import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONNECTS_BURST_MAX, CONNECTS_PER_SECOND_MAX, HANDSHAKE_MS_MAX } from '../../protocol/wire/limits.ts';
import { type Pace, startPace } from '../support/pace.ts';
import { openPlainClient, type PlainClient } from '../support/plain-client.ts';
import { type ChildRelay, removeCli, startChildRelay } from './child-relay.ts';
import { openRaw, type RawSocket } from './raw-socket.ts';

/** P17: whoever takes connections and gives nothing for them, against the shipped program in its own process. */

const MIB = 1_048_576;
let relay: ChildRelay;
let pace: Pace;
/** Somebody who was here before, and goes on chatting. */
let person: PlainClient;

beforeAll(async () => {
  [relay, pace] = await Promise.all([startChildRelay('start', { TRUST_PROXY: '1' }), startPace()]);
  person = await from('203.0.113.1');
  await person.fact('session:ready');
});
afterAll(async () => {
  pace.end();
  await person.end();
  await relay.remove();
  removeCli();
});

const from = (address: string) =>
  openPlainClient(relay.origin, '/visitor', { version: 1, site: 'demo' }, { 'X-Forwarded-For': address });

/** How long the person waits for an answer, again and again until `over`; milliseconds, shortest first. */
async function waitsUntil(over: Promise<unknown>): Promise<number[]> {
  let going = true;
  void over.finally(() => {
    going = false;
  });
  const waits: number[] = [];
  while (going) {
    const at = performance.now();
    await person.command('conversation:sync', { conversationId: 'none', afterSeq: 0 });
    waits.push(performance.now() - at);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return waits.sort((a, b) => a - b);
}

/** `middleMs`: the middle one of what the person waited, as it would have been on a machine that has time. */
async function attack(work: () => Promise<void>): Promise<{ grown: number; middleMs: number }> {
  const before = relay.rssBytes();
  const from = performance.now();
  const over = work();
  const waits = await waitsUntil(over);
  await over;
  const until = performance.now();
  const slowness = (until - from) / (await pace.even(from, until));
  const middleMs = (waits[Math.floor(waits.length / 2)] ?? 0) / slowness;
  return { grown: relay.rssBytes() - before, middleMs };
}

function httpConnection(head: string): Promise<Socket> {
  const { hostname, port } = new URL(relay.origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  return new Promise((resolve) =>
    socket.once('connect', () => {
      socket.write(head);
      resolve(socket);
    }),
  );
}

describe('P17: floods of connections', () => {
  test('2,000 connects from one address: the budget is let in, the rest is refused, others are not disturbed', async () => {
    const opened: RawSocket[] = [];
    let refused = 0;
    const startedAt = performance.now();
    const seen = await attack(async () => {
      for (let batch = 0; batch < 40; batch += 1) {
        const tries = Array.from({ length: 50 }, () => openRaw(relay.origin, { 'X-Forwarded-For': '192.0.2.9' }));
        for (const tried of await Promise.allSettled(tries)) {
          if (tried.status === 'fulfilled') opened.push(tried.value);
          else refused += 1;
        }
      }
    });
    const seconds = (performance.now() - startedAt) / 1_000;
    expect(opened.length + refused).toBe(2_000);
    expect(opened.length).toBeGreaterThanOrEqual(CONNECTS_BURST_MAX);
    expect(opened.length).toBeLessThanOrEqual(CONNECTS_BURST_MAX + Math.ceil(seconds * CONNECTS_PER_SECOND_MAX) + 1);
    expect(seen.grown).toBeLessThan(64 * MIB);
    expect(seen.middleMs).toBeLessThan(250);
    // Another address has its own budget.
    const other = await from('198.51.100.4');
    await other.fact('session:ready');
    await other.end();
    for (const raw of opened) raw.end();
  });

  test('500 connections from everywhere that never say hello end within HANDSHAKE_MS_MAX', async () => {
    const idle = await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        openRaw(relay.origin, { 'X-Forwarded-For': `198.18.${n >> 8}.${n & 255}` }),
      ),
    );
    const startedAt = performance.now();
    const seen = await attack(async () => {
      await Promise.all(idle.map((raw) => raw.closed));
    });
    expect(await pace.even(startedAt + HANDSHAKE_MS_MAX)).toBeLessThan(2_000);
    expect(seen.grown).toBeLessThan(64 * MIB);
    expect(seen.middleMs).toBeLessThan(250);
  });

  test('200 requests whose headers come a letter at a time are cut off', async () => {
    const slow = await Promise.all(
      Array.from({ length: 200 }, () => httpConnection('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ')),
    );
    const startedAt = performance.now();
    const dribble = setInterval(() => {
      for (const socket of slow) if (!socket.destroyed) socket.write('x');
    }, 500);
    const seen = await attack(async () => {
      await Promise.all(
        slow.map((socket) => {
          socket.resume();
          return new Promise((resolve) => socket.once('close', resolve));
        }),
      );
    });
    clearInterval(dribble);
    expect(await pace.even(startedAt)).toBeLessThan(15_000);
    expect(seen.grown).toBeLessThan(64 * MIB);
    expect(seen.middleMs).toBeLessThan(250);
    expect((await fetch(`${relay.origin}/healthz`)).status).toBe(200);
  });
});
