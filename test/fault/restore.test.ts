import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { runMigrationKills } from './rows/migration-kills.ts';
import { runRestore } from './rows/restore.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test('P13: an older database under connected clients: a new epoch, everybody reloads within 10 s, unsent texts arrive', async () => {
  const { violations, ...seen } = await runRestore(61);
  console.log(JSON.stringify({ row: 'restore', ...seen }));
  expect(violations).toEqual([]);
  expect(seen).toMatchObject({ afterBackup: 30, newEpoch: true, unsentDelivered: true });
  expect(seen.evenReloadMs).toBeLessThanOrEqual(10_000);
});

async function judgeMigration(seed: number, databaseUrl?: string): Promise<void> {
  const { violations, ...seen } = await runMigrationKills(10, seed, databaseUrl);
  console.log(JSON.stringify({ row: 'migration kills', seed, ...seen }));
  expect(violations).toEqual([]);
  expect(seen).toMatchObject({ killed: 10, halfMigrated: 0 });
  expect(seen.rowsAfter).toBe(seen.rowsBefore);
}

test('P38: killed ten times inside a migration, SQLite: nothing happened, then it goes through', () =>
  judgeMigration(62));
test('P38: the same on PostgreSQL', async () => judgeMigration(63, await postgres.createDatabase()));
