import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** Of whom everything is to go, so that what was begun is ended after a kill, too; and which conversations are empty already (J12). */
export const erasures: Migration = {
  name: '0256-erasures',
  statements: (db, dialect) => {
    const int = whole(dialect);
    return [
      db.schema.alterTable('conversation').addColumn('erased_at', int),
      typed(
        db.schema
          .createTable('erasure')
          .addColumn('visitor_id', 'text', (c) => c.primaryKey().notNull().references('visitor.id'))
          .addColumn('by_id', 'text', (c) => c.notNull())
          .addColumn('at', int, (c) => c.notNull())
          .addColumn('done_at', int),
        dialect,
      ),
    ];
  },
};
