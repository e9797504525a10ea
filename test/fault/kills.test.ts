import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type KillsSize, runKills } from './rows/kills.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

async function judge(size: KillsSize): Promise<void> {
  const { violations, failed, firstAckMs, evenAckMs, ...seen } = await runKills(size);
  console.log(JSON.stringify({ row: 'kills', seed: size.seed, firstAckMs, evenAckMs, failed, ...seen }));
  expect(violations).toEqual([]);
  expect(failed).toBe(0);
  expect(evenAckMs.p95).toBeLessThanOrEqual(2_000);
}

test('P1: 20 × kill -9 under load on SQLite, at any moment and at each failpoint: 0 lost, 0 doubled, 0 gaps', () =>
  judge({ kills: 20, seed: 1, acknowledged: 1_000 }));

test('P1: the same on PostgreSQL', async () =>
  judge({ kills: 20, seed: 2, acknowledged: 1_000, databaseUrl: await postgres.createDatabase() }));
