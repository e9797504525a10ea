import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { STORE_WRITES_WAITING_MAX } from '../../protocol/wire/limits.ts';
import { SQLITE_FILE } from '../../server/store/open-store.ts';
import { openDatabase } from '../../server/store/sqlite/driver.ts';
import { makePlace, type StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

const BESIDE = fileURLToPath(new URL('./beside.ts', import.meta.url));

let place: StorePlace;
let world: World;
const children: ChildProcess[] = [];

beforeEach(async () => {
  place = makePlace();
  world = await World.start(await place.open());
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await place.remove();
});

const file = () => join(place.folder, SQLITE_FILE);

/** Runs the program beside; calls back with every place it was acknowledged. */
async function writeBeside(talk: { id: string; visitorId: string }, acked: (seq: number) => boolean): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', BESIDE, place.folder, talk.id, talk.visitorId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!acked(Number(line))) break;
  }
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

describe('SQLite: one file, several programs', () => {
  test('S1 what a killed program was acknowledged is stored, and its next start goes on', async () => {
    const talk = await world.queued();
    await world.store.close();
    for (let round = 1; round <= 3; round += 1) {
      let highest = 0;
      await writeBeside(talk, (seq) => {
        highest = Math.max(highest, seq || 0);
        return highest < round * 100;
      });
      const again = new World(await place.open());
      const entries = await again.entries(talk.id);
      expect(entries.length).toBeGreaterThanOrEqual(highest);
      expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, n) => n + 1));
      expect(await again.store.readChange()).toBe((await again.line(talk.id)).change);
      await again.store.close();
    }
  });

  test('S4 S5 two programs that write at once share one order', async () => {
    const talk = await world.queued();
    const MINE = 60;
    let begun: (() => void) | undefined;
    const beside = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let done = false;
    let later = 0;
    const child = writeBeside(talk, () => {
      begun?.();
      if (done) later += 1;
      return later < 10;
    });
    await beside;
    for (let n = 0; n < MINE; n += 1) {
      const message = world.message('visitor', talk.visitorId, `mine ${n}`);
      await world.store.appendMessage({ conversationId: talk.id, expectVersion: 1, message });
    }
    done = true;
    await child;
    const entries = await world.entries(talk.id);
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, n) => n + 1));
    expect(entries.filter((entry) => entry.kind === 'message' && entry.body.startsWith('mine'))).toHaveLength(MINE);
    // One change for the opening and one for each message.
    expect(await world.store.readChange()).toBe(entries.length - 1);
  });

  test('S2 a locked database refuses writes as unavailable, reads on, lets others run, and heals', async () => {
    const { id, visitorId } = await world.queued();
    const locker = await openDatabase(file());
    locker.exec('BEGIN IMMEDIATE');
    let turns = 0;
    let refused = false;
    const count = () => {
      turns += 1;
      if (!refused) setImmediate(count);
    };
    setImmediate(count);
    const message = world.message('visitor', visitorId, 'Locked out');
    const input = { conversationId: id, expectVersion: 1, message };
    await expect(world.store.appendMessage(input)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    refused = true;
    // The lock was waited for in slices, with turns between them.
    expect(turns).toBeGreaterThan(50);
    await expect(world.store.ping()).rejects.toThrow(/^The database cannot be used now: locked by another program\.$/);
    expect(await world.entries(id)).toHaveLength(2);
    locker.exec('ROLLBACK');
    locker.close();
    await expect(world.store.ping()).resolves.toBeUndefined();
    expect(await world.store.appendMessage(input)).toMatchObject({ result: 'appended', seq: 3 });
  });

  test('S2 a lock that ends soon is waited for', async () => {
    const { id, visitorId } = await world.queued();
    const locker = await openDatabase(file());
    locker.exec('BEGIN IMMEDIATE');
    const message = world.message('visitor', visitorId);
    const written = world.store.appendMessage({ conversationId: id, expectVersion: 1, message });
    // A few turns later, so that the first tries have failed.
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    locker.exec('COMMIT');
    locker.close();
    expect(await written).toMatchObject({ result: 'appended' });
  });

  test('S6 writes beyond the limit of those that wait are refused at once, the others are stored', async () => {
    const writes = Array.from({ length: STORE_WRITES_WAITING_MAX + 5 }, () => world.store.ping());
    const settled = await Promise.allSettled(writes);
    const refused = settled.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({ reason: { name: 'StoreUnavailable' } });
  });

  test('S1 writes of one turn share one commit, a later turn has its own', async () => {
    const wal = () => statSync(`${file()}-wal`).size;
    const grown = async (write: () => Promise<unknown>) => {
      const before = wal();
      await write();
      return wal() - before;
    };
    const one = await grown(() => world.store.ping());
    const together = await grown(() => Promise.all(Array.from({ length: 50 }, () => world.store.ping())));
    const apart = await grown(async () => {
      for (let n = 0; n < 5; n += 1) await world.store.ping();
    });
    expect(one).toBeGreaterThan(0);
    expect(together).toBe(one);
    expect(apart).toBe(5 * one);
  });

  test('S1 closing writes what waits', async () => {
    const { id, visitorId } = await world.queued();
    const message = world.message('visitor', visitorId);
    const written = world.store.appendMessage({ conversationId: id, expectVersion: 1, message });
    await world.store.close();
    expect(await written).toMatchObject({ result: 'appended', seq: 3 });
  });

  test('S1 a file that is no database is refused when it is opened', async () => {
    const other = makePlace();
    try {
      writeFileSync(join(other.folder, SQLITE_FILE), 'x'.repeat(5_000));
      await expect(other.open()).rejects.toThrow(
        / is not a database; move it away or set DATA_DIR to another folder\.$/,
      );
    } finally {
      await other.remove();
    }
  });

  test('S1 a file that is damaged is refused when it is opened', async () => {
    const other = makePlace();
    try {
      const copy = join(other.folder, SQLITE_FILE);
      await world.store.backup(copy);
      // The head says that it is a database, the rest of its first page is nonsense.
      writeFileSync(copy, readFileSync(copy).fill('x', 100, 3_000));
      await expect(other.open()).rejects.toThrow(/ is damaged; move it away and put a backup in its place\.$/);
    } finally {
      await other.remove();
    }
  });

  test('S1 a file that was moved away takes no write that would be lost, is read on, and goes on when it is back', async () => {
    const { id, visitorId } = await world.queued();
    const message = world.message('visitor', visitorId, 'Where to?');
    const input = { conversationId: id, expectVersion: 1, message };
    renameSync(file(), `${file()}.away`);
    await expect(world.store.appendMessage(input)).rejects.toThrow(/its file was moved or deleted\.$/);
    await expect(world.store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await world.entries(id)).toHaveLength(2);
    writeFileSync(file(), '');
    await expect(world.store.ping()).rejects.toThrow(/another file is in its place; start the relay again\.$/);
    renameSync(`${file()}.away`, file());
    expect(await world.store.appendMessage(input)).toMatchObject({ result: 'appended', seq: 3 });
  });

  test('L5 words that are replaced or dropped set off no merge within what is written next', async () => {
    await world.store.close();
    const db = await openDatabase(file());
    expect(db.prepare(`select v from find_words_config where k = 'deletemerge'`).get()).toEqual({ v: 0 });
    db.close();
  });

  test('L5 an index of words grows by pieces without a merge of what is large, and stays in few enough', async () => {
    await world.store.close();
    const db = await openDatabase(file());
    const put = db.prepare(`insert into find_words (rowid, words, marks) values (?, ?, '')`);
    const count = db.prepare('select count(distinct segid) as n from find_words_idx');
    let most = 0;
    for (let line = 1; line <= 300; line += 1) {
      put.run(line, `word${line} please`);
      most = Math.max(most, (count.get() as { n: number }).n);
    }
    expect(most).toBeGreaterThan(32);
    expect(most).toBeLessThan(80);
    expect(db.prepare(`select count(*) as n from find_words where find_words match 'please'`).get()).toEqual({
      n: 300,
    });
    db.close();
  });
});
