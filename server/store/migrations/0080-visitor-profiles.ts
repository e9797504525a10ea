import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** What pages say of their visitors. */
export const visitorProfiles: Migration = {
  name: '0080-visitor-profiles',
  statements: (db, dialect) => [
    typed(
      db.schema
        .createTable('visitor_profile')
        .addColumn('visitor_id', 'text', (c) => c.primaryKey().notNull().references('visitor.id'))
        // JSON: names, attributes, tags, the last events; always read and written as one.
        .addColumn('profile', 'text', (c) => c.notNull())
        .addColumn('changed_at', whole(dialect), (c) => c.notNull()),
      dialect,
    ),
  ],
};
