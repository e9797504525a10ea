import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlainClient } from '../support/plain-client.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { removeCli, startChildRelay } from './child-relay.ts';

/** PostgreSQL behind a wire that can go silent: nothing is refused, nothing is closed, nothing comes. */

let postgres: TestPostgres;
const sockets = new Set<Socket>();
const wires: Server[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  for (const wire of wires) wire.close();
  await postgres.stop();
  removeCli();
});

async function openWire(): Promise<string> {
  const url = new URL(await postgres.createDatabase());
  const [port, host] = [Number(url.port), url.hostname];
  const wire = createServer((near) => {
    const far = connect(port, host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (part) => to.write(part));
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
    }
  });
  wires.push(wire);
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  url.port = String((wire.address() as AddressInfo).port);
  return url.href;
}

function silence(): void {
  for (const socket of sockets) socket.removeAllListeners('data').removeAllListeners('end').pause();
}

test('P10 a database that hangs: typed refusals, not ready, alive', async () => {
  const relay = await startChildRelay('start', { DATABASE_URL: await openWire() });
  const visitor = await openPlainClient(relay.origin, '/visitor', { version: 1, site: 'demo' });
  await visitor.fact('session:ready');
  silence();
  const opening = { clientId: 'hanging-0123456789', body: 'Anybody there?' };
  const [refused, healthy] = await Promise.all([
    visitor.command('conversation:open', opening),
    fetch(`${relay.origin}/healthz`),
  ]);
  expect(refused).toMatchObject({ ok: false, error: 'unavailable' });
  // Only now: a look of a moment before the silence is kept for READY_KEPT_MS.
  const ready = await fetch(`${relay.origin}/readyz`);
  expect([ready.status, healthy.status]).toEqual([503, 200]);
  expect(visitor.closed).toBe(false);
  await relay.remove();
});

test('P10 connections that nobody answers do not keep a relay that was told to stop', async () => {
  const relay = await startChildRelay('start', { DATABASE_URL: await openWire() });
  // Several at once, so that the pool holds connections which wait for nothing.
  const visitors = await Promise.all(
    Array.from({ length: 8 }, () => openPlainClient(relay.origin, '/visitor', { version: 1, site: 'demo' })),
  );
  await Promise.all(visitors.map((visitor) => visitor.fact('session:ready')));
  silence();
  expect(await relay.stop('SIGTERM')).toBe(0);
  await relay.remove();
});
