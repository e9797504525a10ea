import { openDatabase, type SqliteDatabase } from './driver.ts';

/**
 * A lock of another process is waited for in slices this long (ms), the turn between them belongs to everybody else.
 * SQLite waits inside the call, so a long slice would stop the whole relay.
 */
const BUSY_SLICE_MS = 5;
/** Opening may meet the command line's migration, and nobody is served yet: wait long. */
const BUSY_OPEN_MS = 5_000;
const CACHE_KIB = 65_536;
/** Pages that are written again and again go to the main file once for each of these many pages of log (32 MB). */
const CHECKPOINT_PAGES = 8_000;

/** Opens the file, or makes it, with everything the promises need. */
export async function openFile(file: string): Promise<SqliteDatabase> {
  const db = await openDatabase(file);
  try {
    db.exec(`PRAGMA busy_timeout = ${BUSY_OPEN_MS}`);
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    db.exec('PRAGMA foreign_keys = ON');
    // What is deleted is overwritten, so that erased texts are gone from the file too.
    db.exec('PRAGMA secure_delete = ON');
    db.exec('PRAGMA trusted_schema = OFF');
    db.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
    db.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    assertDurable(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** From here on locks are waited for by the write queue. */
export function serveTurns(db: SqliteDatabase): void {
  db.exec(`PRAGMA busy_timeout = ${BUSY_SLICE_MS}`);
}

/** S1: an acknowledgement must mean that the disk has it. */
function assertDurable(db: SqliteDatabase): void {
  const journal = readPragma(db, 'journal_mode');
  if (journal !== 'wal')
    throw new Error(`The database's folder allows no write-ahead log (journal_mode is ${journal}).`);
  if (readPragma(db, 'synchronous') !== 2) throw new Error('The database does not wait for the disk.');
}

function readPragma(db: SqliteDatabase, name: string): unknown {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0];
}
