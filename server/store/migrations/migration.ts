import type { CompiledQuery, Kysely } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import type { Tables } from '../queries/tables.ts';

/** One step forward. There is no way back: a backup is the way back. */
export interface Migration {
  name: string;
  statements(db: Kysely<Tables>, dialect: DialectName): Compilable[];
}

export interface Compilable {
  compile(): CompiledQuery;
}
