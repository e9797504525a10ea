import { type CreateTableBuilder, sql } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';

/** Instants do not fit PostgreSQL's `integer`. */
export function whole(dialect: DialectName) {
  return dialect === 'sqlite' ? 'integer' : 'bigint';
}

/** SQLite checks types only where it is told to. */
export function typed<Name extends string, Columns extends string>(
  table: CreateTableBuilder<Name, Columns>,
  dialect: DialectName,
): CreateTableBuilder<Name, Columns> {
  return dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table;
}
