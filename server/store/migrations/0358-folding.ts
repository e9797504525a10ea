import { sql } from 'kysely';
import { whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** L5: the index of words says by which folding it was cut. What is there already was cut by the first. */
export const folding: Migration = {
  name: '0358-folding',
  statements: (db, dialect) => {
    const add = (column: string, value: number) =>
      db.schema
        .alterTable('find_state')
        .addColumn(column, whole(dialect), (c) => c.notNull().defaultTo(sql.lit(value)));
    return [add('folding', 1), add('refolding', 0), add('refolded', 0)];
  },
};
