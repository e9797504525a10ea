import type { BackupTarget } from '../backup-target.ts';
import type { Migration } from '../migrations/migration.ts';
import { openDatabase, type SqliteDatabase } from './driver.ts';
import { migrateSqlite } from './migrate-sqlite.ts';

type Value = string | number | null | Uint8Array;

/** A new, empty file of the current version, to be filled from elsewhere in one transaction. */
export async function createBackup(file: string, migrations: readonly Migration[]): Promise<BackupTarget> {
  const db = await openDatabase(file);
  // Tables come in any order; what is copied was checked where it was written.
  db.exec('PRAGMA foreign_keys = OFF');
  migrateSqlite(db, migrations);
  db.exec('BEGIN IMMEDIATE');
  return {
    insert: (table, rows) => insertRows(db, table, rows),
    finish() {
      db.exec('COMMIT');
      markCopy(db);
      db.close();
    },
    abandon() {
      if (db.isOpen) db.close();
    },
  };
}

/** The copy takes a fresh epoch at its first start, so that clients drop positions of the life it does not know. */
export function markCopy(db: SqliteDatabase): void {
  db.exec('UPDATE installation SET fresh_epoch = 1');
}

function insertRows(db: SqliteDatabase, table: string, rows: readonly Record<string, unknown>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((name) => `"${name}"`).join(', ');
  const insert = db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  for (const row of rows) insert.get(...columns.map((name) => row[name] as Value));
}
