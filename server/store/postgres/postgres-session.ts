import type pg from 'pg';
import { type Operation, RunAgain, type Step } from '../queries/operation.ts';
import { toStoreError } from './postgres-errors.ts';

const TAKE_CHANGES = {
  name: 'take-changes',
  text: 'update installation set change = change + $1 returning change',
};

/** What went wrong on the way to the database, as opposed to in the operation. */
export class DriverFailure extends Error {
  override name = 'DriverFailure';
}

/** Runs one operation on one connection, step by step. */
export async function runOperation<Result>(client: pg.PoolClient, operation: Operation<Result>): Promise<Result> {
  let next = operation.next();
  while (!next.done) next = operation.next(await perform(client, next.value));
  return next.value;
}

export async function send(client: pg.PoolClient, query: string | pg.QueryConfig): Promise<pg.QueryResult> {
  try {
    return await client.query(query);
  } catch (cause) {
    throw new DriverFailure('A statement failed.', { cause });
  }
}

/** S2: what the caller may see of it. */
export function unwrapFailure(error: unknown): unknown {
  return error instanceof DriverFailure ? toStoreError(error.cause) : error;
}

export function meansAgain(error: unknown, isAgain: (cause: unknown) => boolean): boolean {
  return error instanceof RunAgain || (error instanceof DriverFailure && isAgain(error.cause));
}

async function perform(client: pg.PoolClient, step: Step): Promise<unknown> {
  if (step.want === 'change') {
    const taken = await send(client, { ...TAKE_CHANGES, values: [step.count] });
    return (taken.rows[0] as { change: number }).change;
  }
  const statement = step.query.compiled('postgres');
  const { name, sql: text } = statement;
  const result = await send(client, { name, text, values: statement.bind(step.params) });
  switch (step.want) {
    case 'rows':
      return result.rows;
    case 'row':
      return result.rows[0];
    case 'count':
      return result.rowCount ?? 0;
    case 'inserted':
      return result.rowCount === 1;
    case 'nothing':
      return undefined;
  }
}
