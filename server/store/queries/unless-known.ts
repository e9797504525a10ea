import type { InsertQueryBuilder, InsertResult } from 'kysely';
import type { DialectName } from './dialect.ts';
import type { Tables } from './tables.ts';

/**
 * For `insertOne`. A failed statement would end PostgreSQL's transaction, so there the conflict is named; on SQLite it
 * ends only itself, and counting rows would cost more than the exception that hardly ever comes.
 */
export function unlessKnown<TB extends keyof Tables>(
  query: InsertQueryBuilder<Tables, TB, InsertResult>,
  dialect: DialectName,
): InsertQueryBuilder<Tables, TB, InsertResult> {
  return dialect === 'postgres' ? query.onConflict((c) => c.doNothing()) : query;
}
