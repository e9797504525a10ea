import { connect, createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlace, type StorePlace } from '../support/open-test-store.ts';
import { type Pace, startPace } from '../support/pace.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { World } from './world.ts';

/** Until a lost database is told. */
const NOTICED_MS_MAX = 5_000;

let server: TestPostgres;
let pace: Pace;

beforeAll(async () => {
  [server, pace] = await Promise.all([startPostgres(), startPace()]);
});
afterAll(async () => {
  pace?.end();
  await server?.stop();
});

async function withPlace(work: (place: StorePlace, url: string) => Promise<void>): Promise<void> {
  const url = await server.createDatabase();
  const place = makePlace(url);
  try {
    await work(place, url);
  } finally {
    await place.remove();
  }
}

/** As it would have taken on a machine that has time. */
async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return pace.even(start);
}

/** A link that can fall silent: nothing is refused or reset, nothing arrives. */
async function startLink(url: string): Promise<{ url: string; silent: boolean; stop(): void }> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const link = { url: '', silent: false, stop };
  const listener: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (part) => link.silent || to.write(part));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  });
  function stop() {
    for (const socket of sockets) socket.destroy();
    listener.close();
  }
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((listener.address() as { port: number }).port);
  link.url = through.href;
  return link;
}

describe('PostgreSQL: a server that goes away', () => {
  test('S2 a crashed server is StoreUnavailable soon, and fine again after its start', async () => {
    await withPlace(async (place) => {
      const world = await World.start(await place.open());
      const { id } = await world.queued();
      await Promise.all(Array.from({ length: 10 }, () => world.store.ping()));
      await server.crash();
      const waited = await elapsed(async () => {
        await expect(world.store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable' });
        await expect(world.store.readEpoch()).rejects.toMatchObject({ name: 'StoreUnavailable' });
      });
      expect(waited).toBeLessThan(NOTICED_MS_MAX);
      await server.start();
      await expect(world.store.ping()).resolves.toBeUndefined();
      expect(await world.entries(id)).toHaveLength(2);
    });
  });

  test('S2 a silent link is noticed within five seconds', async () => {
    await withPlace(async (place, url) => {
      const link = await startLink(url);
      try {
        const store = await place.open({ databaseUrl: link.url });
        await store.ping();
        link.silent = true;
        for (const ask of [() => store.ping(), () => store.readEpoch()]) {
          const waited = await elapsed(() => expect(ask()).rejects.toMatchObject({ name: 'StoreUnavailable' }));
          expect(waited).toBeLessThan(NOTICED_MS_MAX);
        }
        link.silent = false;
        await expect(store.ping()).resolves.toBeUndefined();
      } finally {
        link.stop();
      }
    });
  });

  test('S2 a row that somebody keeps locked is StoreUnavailable in time, and nothing is stored', async () => {
    await withPlace(async (place, url) => {
      const world = await World.start(await place.open());
      const { id, visitorId } = await world.queued();
      const holder = new pg.Client(url);
      await holder.connect();
      await holder.query('begin');
      await holder.query('select * from conversation for update');
      const message = world.message('visitor', visitorId);
      const waited = await elapsed(() =>
        expect(world.store.appendMessage({ conversationId: id, expectVersion: 1, message })).rejects.toMatchObject({
          name: 'StoreUnavailable',
        }),
      );
      expect(waited).toBeLessThan(NOTICED_MS_MAX);
      await holder.end();
      expect(await world.entries(id)).toHaveLength(2);
      await expect(world.say(id, message)).resolves.toMatchObject({ seq: 3 });
    });
  });

  test('S1 messages that come together share one transaction; one whose row is held waits alone', async () => {
    await withPlace(async (place, url) => {
      const world = await World.start(await place.open());
      const waiting = await Promise.all(Array.from({ length: 20 }, () => world.queued()));
      const other = new pg.Client(url);
      await other.connect();
      await other.query('begin');
      await other.query('select * from conversation where id = $1 for update', [waiting[0]?.id]);
      const sends = waiting.map(({ id, visitorId }) =>
        world.store.appendMessage({
          conversationId: id,
          expectVersion: 1,
          message: world.message('visitor', visitorId),
        }),
      );
      await Promise.all(sends.slice(1));
      const shared = await other.query('select distinct xmin::text as by from entry where seq = 3');
      expect(shared.rowCount).toBe(1);
      await other.query('commit');
      await expect(sends[0]).resolves.toMatchObject({ seq: 3 });
      await other.end();
    });
  });

  test('S4 a message leaves the same row whether it came by itself or among others', async () => {
    await withPlace(async (place, url) => {
      const world = await World.start(await place.open());
      const [one, other] = [await world.queued(), await world.queued()];
      world.pass(60_000);
      // Into the visitor's open conversation: this way a message is never joined with others.
      await world.store.openConversation(world.opening(one.visitorId));
      const message = world.message('visitor', other.visitorId);
      await world.store.appendMessage({ conversationId: other.id, expectVersion: 1, message });
      const client = new pg.Client(url);
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>('select * from conversation order by no');
      await client.end();
      const own = { no: 0, id: '', visitor_id: '', change: 0 };
      expect({ ...rows[0], ...own }).toEqual({ ...rows[1], ...own });
      expect(rows[0]).toMatchObject({ head: '3', last_at: String(world.at) });
    });
  });

  test('S1 a database that does not wait for the disk is refused', async () => {
    await withPlace(async (place, url) => {
      const client = new pg.Client(url);
      await client.connect();
      await client.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
      await client.end();
      await expect(place.open()).rejects.toThrow(/synchronous_commit is off/);
    });
  });

  test('S2 a server that is not there, or does not know the database, is one sentence', async () => {
    const nowhere = makePlace('postgres://postgres@127.0.0.1:1/nothing');
    await expect(nowhere.open()).rejects.toThrow(/^The database cannot be reached\.$/);
    await nowhere.remove();
    await withPlace(async (place, url) => {
      const unknown = `${url}_unknown`;
      await expect(place.open({ databaseUrl: unknown })).rejects.toThrow(/cannot be reached: .*does not exist/);
    });
  });
});
