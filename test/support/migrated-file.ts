import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allMigrations } from '../../server/store/migrations/all-migrations.ts';
import { SQLITE_FILE } from '../../server/store/open-store.ts';
import { openDatabase } from '../../server/store/sqlite/driver.ts';
import { openSqliteEngine } from '../../server/store/sqlite/sqlite-engine.ts';

let made: Promise<Buffer> | undefined;

/**
 * Puts a SQLite file into `dataDir` that is migrated and otherwise empty, unless one is there. It is made once in each process: every
 * migration is durable by itself, and two dozen of them take as long as the test that wants the file.
 */
export async function putMigratedFile(dataDir: string): Promise<void> {
  const file = join(dataDir, SQLITE_FILE);
  if (existsSync(file)) return;
  made ??= makeFile();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, await made);
}

/** Held in memory: a worker that is ended from outside would leave its file behind. */
async function makeFile(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-migrated-'));
  const file = join(folder, SQLITE_FILE);
  await (await openSqliteEngine(file, allMigrations)).close();
  // Some drivers leave all of it in the log beside the file when they close: the file alone would be empty.
  const db = await openDatabase(file);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}
