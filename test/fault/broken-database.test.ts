import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { diskFull, fileLimit, locked, postgresFrozen, postgresReadOnly, postgresStopped } from './rows/breaks.ts';
import { type Break, runBreak } from './rows/broken-database.ts';

let frozen: TestPostgres;
let stopped: TestPostgres;
beforeAll(async () => {
  [frozen, stopped] = await Promise.all([startPostgres(), startPostgres()]);
});
afterAll(() => Promise.all([frozen.stop(), stopped.stop()]));

/** A database that breaks while it is written to; the numbers are those of docs/reliability.md. */
async function judge(broken: Break): Promise<void> {
  const { violations, ...seen } = await runBreak(broken);
  console.log(JSON.stringify({ row: 'broken database', name: broken.name, seed: broken.seed, ...seen }));
  expect(violations).toEqual([]);
  expect(seen).toMatchObject({ failed: 0, sameProcess: true });
  expect(seen.even.redMs).toBeLessThanOrEqual(5_000);
  expect(seen.even.readyMs).toBeLessThanOrEqual(2_000);
  expect(seen.even.deliveredMs).toBeLessThanOrEqual(10_000);
  // Nothing that a person would have to decide.
  expect(Object.keys(seen.refusals).filter((code) => !['unavailable', 'no answer', 'internal'].includes(code))).toEqual(
    [],
  );
}

describe('P10: the database breaks under load and is mended: no crash, typed refusals, everything delivered', () => {
  test('the disk is full', async () => {
    const full = diskFull(4_000);
    try {
      await judge(full);
    } finally {
      full.done();
    }
  });
  test('its files may not grow', () => judge(fileLimit(4_000)));
  test('another program holds the lock', () => judge(locked(8_000)));
  test('PostgreSQL says that it is read-only', async () => {
    const databaseUrl = await frozen.createDatabase();
    await judge(postgresReadOnly(databaseUrl, 4_000));
  });
  describe.concurrent('PostgreSQL is away for 30 s', () => {
    test('frozen', async () => judge(postgresFrozen(frozen, await frozen.createDatabase(), 30_000)));
    test('stopped and started', async () => judge(postgresStopped(stopped, await stopped.createDatabase(), 30_000)));
  });
});
