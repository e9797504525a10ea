import type pg from 'pg';
import { failpoint } from '../../../protocol/kit/failpoint.ts';
import { STORE_WRITES_WAITING_MAX } from '../../../protocol/wire/limits.ts';
import type { BackupTarget } from '../backup-target.ts';
import type { Engine } from '../engine.ts';
import type { Migration } from '../migrations/migration.ts';
import { publishBackup } from '../publish-backup.ts';
import { appendMessage } from '../queries/append-message.ts';
import { assignConversation } from '../queries/assign-conversation.ts';
import type { Operation } from '../queries/operation.ts';
import { ping } from '../queries/ping.ts';
import type { AssignConversation } from '../routing-store.ts';
import { type AppendMessage, type Store, StoreUnavailable } from '../store.ts';
import { appendTogether } from './append-together.ts';
import { assignTogether } from './assign-together.ts';
import { connectAlone, createPool } from './connect.ts';
import { copyAll } from './copy-all.ts';
import { GroupCommit } from './group-commit.ts';
import { Hearing } from './hearing.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { isConnectionLost, isWorthAnotherTry, toConnectError } from './postgres-errors.ts';
import { DriverFailure, meansAgain, runOperation, send, unwrapFailure } from './postgres-session.ts';
import { Turns } from './turns.ts';

/** How often a write that met another one is run in all. */
const TRIES_MAX = 5;

const WRITE = 'BEGIN ISOLATION LEVEL READ COMMITTED';
const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
type Begin = typeof WRITE | typeof SNAPSHOT;

export interface PostgresParts {
  url: string;
  migrations: readonly Migration[];
  /** Where a backup is written to: a new file in the other dialect, which this folder must not know. */
  createBackup(file: string): Promise<BackupTarget>;
}

export async function openPostgresEngine(parts: PostgresParts): Promise<Engine> {
  const client = await connectAlone(parts.url);
  try {
    await assertDurable(client);
    await migratePostgres(client, parts.migrations);
  } finally {
    await client.end();
  }
  return new PostgresEngine(createPool(parts.url), parts);
}

/** S1: an acknowledgement must mean that the disk has it. */
async function assertDurable(client: pg.Client): Promise<void> {
  const shown = await client.query<{ synchronous_commit: string }>('SHOW synchronous_commit');
  const mode = shown.rows[0]?.synchronous_commit;
  if (mode !== 'on' && mode !== 'remote_apply') {
    throw new Error(`The database does not wait for the disk: synchronous_commit is ${mode}, it must be on.`);
  }
}

class PostgresEngine implements Engine {
  readonly #pool: pg.Pool;
  readonly #parts: PostgresParts;
  readonly #visitorsMessages: GroupCommit<AppendMessage, Awaited<ReturnType<Store['appendMessage']>>>;
  readonly #assignments: GroupCommit<AssignConversation, Awaited<ReturnType<Store['assignConversation']>>>;
  readonly #turns: Turns;
  readonly #hearing = new Hearing();

  constructor(pool: pg.Pool, parts: PostgresParts) {
    this.#pool = pool;
    this.#parts = parts;
    this.#visitorsMessages = new GroupCommit({
      together: (inputs) => this.#inTransaction(WRITE, () => appendTogether(inputs)),
      alone: (input) => this.#inTransaction(WRITE, () => appendMessage(input)),
    });
    this.#assignments = new GroupCommit({
      together: (inputs) => this.#inTransaction(WRITE, () => assignTogether(inputs)),
      alone: (input) => this.#inTransaction(WRITE, () => assignConversation(input)),
    });
    this.#turns = new Turns(parts.url);
  }

  async read<In, Out>(operation: (input: In) => Operation<Out>, input: In): Promise<Out> {
    try {
      return await this.#withClient((client) => runOperation(client, operation(input)));
    } catch (error) {
      throw unwrapFailure(error);
    }
  }

  snapshot<In, Out>(operation: (input: In) => Operation<Out>, input: In): Promise<Out> {
    return this.#inTransaction(SNAPSHOT, () => operation(input));
  }

  write<In, Out>(operation: (input: In) => Operation<Out>, input: In): Promise<Out> {
    if (isVisitorsMessage(operation, input)) return this.#visitorsMessages.add(input) as Promise<Out>;
    if (isAssignment(operation, input)) return this.#assignments.add(input) as Promise<Out>;
    return this.#inTransaction(WRITE, () => operation(input));
  }

  inTurn<T>(job: () => Promise<T>): Promise<T> {
    return this.#turns.run(job);
  }

  async ping(): Promise<void> {
    await this.write(ping, undefined);
  }

  /** Its autovacuum takes old rows away, and its log is the server's (docs/people.md). */
  async forgetDeleted(): Promise<boolean> {
    return true;
  }

  async backup(file: string): Promise<void> {
    await publishBackup(file, async (temporary) => {
      const client = await connectAlone(this.#parts.url);
      try {
        await copyAll(client, await this.#parts.createBackup(temporary));
      } finally {
        await client.end();
      }
    });
  }

  async close(): Promise<void> {
    await this.#turns.close();
    if (!this.#pool.ended) await this.#pool.end();
  }

  async #inTransaction<Out>(begin: Begin, make: () => Operation<Out>): Promise<Out> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.#withClient((client) => runTransaction(client, begin, make));
      } catch (error) {
        if (!meansAgain(error, isWorthAnotherTry) || tried === TRIES_MAX) throw unwrapFailure(error);
      }
    }
  }

  #withClient<Out>(work: (client: pg.PoolClient) => Promise<Out>): Promise<Out> {
    return this.#hearing.ask(() => this.#lend(work));
  }

  async #lend<Out>(work: (client: pg.PoolClient) => Promise<Out>): Promise<Out> {
    const client = await this.#connect();
    let broken = false;
    try {
      const result = await work(client);
      this.#hearing.heard();
      return result;
    } catch (error) {
      broken = isLost(error);
      if (broken) this.#hearing.failed((error as DriverFailure).cause);
      else this.#hearing.heard();
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    if (this.#pool.ending) throw new StoreUnavailable('The store is closed.');
    if (this.#pool.waitingCount >= STORE_WRITES_WAITING_MAX) {
      throw new StoreUnavailable('Too many writes wait for the database.');
    }
    try {
      return await this.#pool.connect();
    } catch (error) {
      this.#hearing.failed(error);
      throw toConnectError(error);
    }
  }
}

function isLost(error: unknown): boolean {
  return error instanceof DriverFailure && isConnectionLost(error.cause);
}

/** The hot path: what most writes are, and what can be done for many conversations at once. */
function isVisitorsMessage(operation: unknown, input: unknown): input is AppendMessage {
  return operation === appendMessage && (input as AppendMessage).message.author === 'visitor';
}

/** A look of routing makes many at once. */
function isAssignment(operation: unknown, _input: unknown): _input is AssignConversation {
  return operation === assignConversation;
}

async function runTransaction<Out>(client: pg.PoolClient, begin: Begin, make: () => Operation<Out>): Promise<Out> {
  await send(client, begin);
  try {
    const result = await runOperation(client, make());
    failpoint('before_commit');
    await send(client, 'COMMIT');
    failpoint('after_commit_before_ack');
    return result;
  } catch (error) {
    // Where the connection is gone, so is the transaction; and one that hangs would keep us as long again.
    if (!isLost(error)) await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
