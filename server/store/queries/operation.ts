import type { Query } from './prepare.ts';

/**
 * One method of the store, written once: it yields the statements it needs and is handed their results.
 * SQLite runs it in one go, without leaving the turn; PostgreSQL awaits each step on one connection.
 */
export type Operation<Result> = Generator<Step, Result, unknown>;

export type Step =
  | { want: 'rows' | 'row' | 'count' | 'inserted' | 'nothing'; query: Query<object, unknown>; params: object }
  /** The next numbers in the feed of changes; its row stays locked until the commit, so numbers commit in order (S5). */
  | { want: 'change'; count: number };

/** Thrown by an operation that met somebody else's commit half-way: nothing is kept, and it runs once more. */
export class RunAgain extends Error {
  override name = 'RunAgain';
}

const nextChange: Step = { want: 'change', count: 1 };

export function* rows<P extends object, R>(query: Query<P, R>, params: P): Operation<R[]> {
  return (yield { want: 'rows', query, params }) as R[];
}

export function* row<P extends object, R>(query: Query<P, R>, params: P): Operation<R | undefined> {
  return (yield { want: 'row', query, params }) as R | undefined;
}

/** How many rows it inserted, updated or deleted. */
export function* count<P extends object>(query: Query<P, unknown>, params: P): Operation<number> {
  return (yield { want: 'count', query, params }) as number;
}

/** One row, or false where a unique index has it already. The query is built with `unlessKnown`. */
export function* insertOne<P extends object>(query: Query<P, unknown>, params: P): Operation<boolean> {
  return (yield { want: 'inserted', query, params }) as boolean;
}

export function* run<P extends object>(query: Query<P, unknown>, params: P): Operation<void> {
  yield { want: 'nothing', query, params };
}

/** Take it last, just before the row that carries it: on PostgreSQL all writers queue here. */
export function* takeChange(): Operation<number> {
  return (yield nextChange) as number;
}

/** The last one of this many. */
export function* takeChanges(count: number): Operation<number> {
  return (yield { want: 'change', count }) as number;
}
