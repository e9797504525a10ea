import { assert } from '../../../protocol/kit/assert.ts';
import type { Operation, Step } from '../queries/operation.ts';
import type { Query, Value } from '../queries/prepare.ts';
import type { SqliteDatabase, SqliteStatement } from './driver.ts';
import { isNotUnique } from './sqlite-errors.ts';

interface Prepared {
  statement: SqliteStatement;
  /** Names of what it answers; empty where it answers nothing. */
  columns: string[];
  bind(params: object): Value[];
}

/** Runs operations on one database, within the turn; statements are prepared once and kept. */
export class SqliteSession {
  readonly #db: SqliteDatabase;
  readonly #expectSameFile: () => void;
  readonly #prepared = new Map<Query<object, unknown>, Prepared>();
  readonly #readChange: SqliteStatement;
  readonly #keepChange: SqliteStatement;
  /** The last number given out in this transaction; written once, before the commit. */
  #change: number | undefined;

  constructor(db: SqliteDatabase, expectSameFile: () => void) {
    this.#db = db;
    this.#expectSameFile = expectSameFile;
    this.#readChange = db.prepare('select change from installation');
    this.#keepChange = db.prepare('update installation set change = ?');
  }

  begin(mode: 'IMMEDIATE' | 'DEFERRED'): void {
    if (mode === 'IMMEDIATE') this.#expectSameFile();
    this.#db.exec(`BEGIN ${mode}`);
  }

  commit(): void {
    if (this.#change !== undefined) this.#keepChange.get(this.#change);
    this.#change = undefined;
    this.#db.exec('COMMIT');
  }

  /** Also after a failed begin or commit. */
  rollback(): void {
    this.#change = undefined;
    if (this.#db.isOpen && this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }

  run<Result>(operation: Operation<Result>): Result {
    let next = operation.next();
    while (!next.done) next = operation.next(this.#perform(next.value));
    return next.value;
  }

  #perform(step: Step): unknown {
    if (step.want === 'change') return this.#takeChanges(step.count);
    const { statement, columns, bind } = this.#prepared.get(step.query) ?? this.#prepare(step.query);
    const values = bind(step.params);
    switch (step.want) {
      case 'rows':
        return (statement.all(...values) as unknown[][]).map((row) => toObject(columns, row));
      case 'row': {
        const row = statement.get(...values) as unknown[] | undefined;
        return row && toObject(columns, row);
      }
      case 'inserted':
        return insertOne(statement, values);
      case 'count':
        return Number(statement.run(...values).changes);
      case 'nothing':
        // Cheaper than run(): no object with the counts.
        statement.get(...values);
        return undefined;
    }
  }

  #prepare(query: Query<object, unknown>): Prepared {
    const compiled = query.compiled('sqlite');
    const statement = this.#db.prepare(compiled.sql);
    // Objects are made here: the driver's own take twice as long.
    statement.setReturnArrays(true);
    const prepared = { statement, columns: statement.columns().map((column) => column.name), bind: compiled.bind };
    this.#prepared.set(query, prepared);
    return prepared;
  }

  /** S5. The write lock is ours until the commit, so counting here is as safe as counting in the table. */
  #takeChanges(count: number): number {
    assert(this.#db.isTransaction, 'a change is counted in a transaction');
    this.#change ??= (this.#readChange.get() as { change: number }).change;
    this.#change += count;
    return this.#change;
  }
}

function toObject(columns: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (let at = 0; at < columns.length; at += 1) object[columns[at] as string] = row[at];
  return object;
}

function insertOne(statement: SqliteStatement, values: Value[]): boolean {
  try {
    statement.get(...values);
    return true;
  } catch (error) {
    if (isNotUnique(error)) return false;
    throw error;
  }
}
