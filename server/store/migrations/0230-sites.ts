import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/**
 * A site may be retired; where its tag was seen, and what a look at a page found, is kept for who installs it (docs/setup.md).
 * Nothing of it is about a person.
 */
export const sites: Migration = {
  name: '0230-sites',
  statements: (db, dialect) => [
    db.schema.alterTable('site').addColumn('retired_at', whole(dialect)),
    typed(
      db.schema
        .createTable('tag_sighting')
        .addColumn('site_key', 'text', (c) => c.notNull())
        .addColumn('origin', 'text', (c) => c.notNull())
        .addColumn('first_at', whole(dialect), (c) => c.notNull())
        .addColumn('last_at', whole(dialect), (c) => c.notNull())
        .addPrimaryKeyConstraint('tag_sighting_key', ['site_key', 'origin']),
      dialect,
    ),
    typed(
      db.schema
        .createTable('tag_check')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('site_key', 'text', (c) => c.notNull())
        .addColumn('made_at', whole(dialect), (c) => c.notNull())
        .addColumn('report', 'text'),
      dialect,
    ),
    typed(
      db.schema
        .createTable('guide')
        .addColumn('one', whole(dialect), (c) => c.primaryKey())
        .addColumn('document', 'text', (c) => c.notNull()),
      dialect,
    ),
  ],
};
