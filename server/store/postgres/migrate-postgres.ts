import type pg from 'pg';
import { failpoint } from '../../../protocol/kit/failpoint.ts';
import type { Migration } from '../migrations/migration.ts';
import { planMigrations, READ_VERSION, VERSION_TABLE } from '../migrations/plan-migrations.ts';

/** Any number, the same in every release: only one program migrates at a time. */
const MIGRATION_LOCK = 4_600_001;

/** S7: each migration and its version in one transaction; killed half-way, nothing happened. */
export async function migratePostgres(client: pg.Client, all: readonly Migration[]): Promise<void> {
  while (await migrateOnce(client, all)) {
    // One at a time, each with the version read under the lock.
  }
}

async function migrateOnce(client: pg.Client, all: readonly Migration[]): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(VERSION_TABLE);
    const found = await client.query<{ number: number }>(READ_VERSION);
    const [next] = planMigrations(all, found.rows[0]?.number ?? 0, 'postgres');
    for (const sql of next?.sql ?? []) {
      await client.query(sql);
      failpoint('mid_migration');
    }
    await client.query('COMMIT');
    return next !== undefined;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
