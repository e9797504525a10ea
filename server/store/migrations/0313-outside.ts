import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** Services that an owner named for a site (docs/services.md). Nothing of a visitor. */
export const outside: Migration = {
  name: '0313-outside',
  statements: (db, dialect) => [
    typed(
      db.schema
        .createTable('outside_service')
        .addColumn('site_id', 'text', (c) => c.primaryKey().notNull().references('site.id'))
        .addColumn('document', 'text', (c) => c.notNull())
        .addColumn('version', whole(dialect), (c) => c.notNull())
        .addColumn('changed_at', whole(dialect), (c) => c.notNull()),
      dialect,
    ),
  ],
};
