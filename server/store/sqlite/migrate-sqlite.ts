import { failpoint } from '../../../protocol/kit/failpoint.ts';
import type { Migration } from '../migrations/migration.ts';
import { planMigrations, READ_VERSION, VERSION_TABLE } from '../migrations/plan-migrations.ts';
import type { SqliteDatabase } from './driver.ts';

/** S7: each migration and its version in one transaction; killed half-way, nothing happened. */
export function migrateSqlite(db: SqliteDatabase, all: readonly Migration[]): void {
  while (migrateOnce(db, all)) {
    // One at a time, each with the version read under the lock: another process may do the same beside us.
  }
}

function migrateOnce(db: SqliteDatabase, all: readonly Migration[]): boolean {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(VERSION_TABLE);
    const { number } = db.prepare(READ_VERSION).get() as { number: number };
    const [next] = planMigrations(all, number, 'sqlite');
    for (const sql of next?.sql ?? []) {
      db.exec(sql);
      failpoint('mid_migration');
    }
    db.exec('COMMIT');
    return next !== undefined;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
