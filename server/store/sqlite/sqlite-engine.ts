import type { Engine } from '../engine.ts';
import type { Migration } from '../migrations/migration.ts';
import { publishBackup } from '../publish-backup.ts';
import type { Operation } from '../queries/operation.ts';
import { ping } from '../queries/ping.ts';
import { markCopy } from './create-backup.ts';
import { openDatabase, type SqliteDatabase } from './driver.ts';
import { migrateSqlite } from './migrate-sqlite.ts';
import { openFile, serveTurns } from './open-file.ts';
import { expectSameFile } from './same-file.ts';
import { toOpenError, toStoreError } from './sqlite-errors.ts';
import { SqliteSession } from './sqlite-session.ts';
import { WriteQueue } from './write-queue.ts';

export async function openSqliteEngine(file: string, migrations: readonly Migration[]): Promise<Engine> {
  let db: SqliteDatabase | undefined;
  try {
    db = await openFile(file);
    migrateSqlite(db, migrations);
    serveTurns(db);
    return new SqliteEngine(db, file);
  } catch (error) {
    db?.close();
    throw toOpenError(error, file);
  }
}

class SqliteEngine implements Engine {
  readonly #db: SqliteDatabase;
  readonly #session: SqliteSession;
  readonly #queue: WriteQueue;

  constructor(db: SqliteDatabase, file: string) {
    this.#db = db;
    this.#session = new SqliteSession(db, expectSameFile(file));
    this.#queue = new WriteQueue(this.#session);
  }

  /** Between two turns no transaction is open, so what is read is what was committed. */
  async read<In, Out>(operation: (input: In) => Operation<Out>, input: In): Promise<Out> {
    try {
      return this.#session.run(operation(input));
    } catch (error) {
      throw toStoreError(error);
    }
  }

  async snapshot<In, Out>(operation: (input: In) => Operation<Out>, input: In): Promise<Out> {
    try {
      this.#session.begin('DEFERRED');
      const result = this.#session.run(operation(input));
      this.#session.commit();
      return result;
    } catch (error) {
      this.#session.rollback();
      throw toStoreError(error);
    }
  }

  write<In, Out>(operation: (input: In) => Operation<Out>, input: In): Promise<Out> {
    return this.#queue.add(() => operation(input));
  }

  /** One relay has the file. */
  inTurn<T>(job: () => Promise<T>): Promise<T> {
    return job();
  }

  ping(): Promise<void> {
    return this.#queue.add(ping);
  }

  /** The log keeps old pages until they are written over; emptied, they are gone. */
  async forgetDeleted(): Promise<boolean> {
    try {
      const { busy } = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
      return busy === 0;
    } catch (error) {
      throw toStoreError(error);
    }
  }

  async backup(file: string): Promise<void> {
    await publishBackup(file, async (temporary) => {
      try {
        // One statement, one moment; other processes read and write on beside it.
        this.#db.prepare('VACUUM INTO ?').get(temporary);
        const copy = await openDatabase(temporary);
        markCopy(copy);
        copy.close();
      } catch (error) {
        throw toStoreError(error);
      }
    });
  }

  async close(): Promise<void> {
    if (!this.#db.isOpen) return;
    this.#queue.close();
    this.#db.close();
  }
}
