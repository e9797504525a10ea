import { sql } from 'kysely';
import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** Visitors' tokens are exchanged from time to time: since when the present one is used, and which others there are. */
export const visitorTokens: Migration = {
  name: '0040-visitor-tokens',
  statements: (db, dialect) => {
    const int = whole(dialect);
    return [
      db.schema.alterTable('visitor').addColumn('token_at', int, (c) => c.notNull().defaultTo(sql`0`)),
      db.updateTable('visitor').set({ token_at: sql`made_at` }),
      typed(
        db.schema
          .createTable('visitor_token')
          .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
          .addColumn('visitor_id', 'text', (c) => c.notNull().references('visitor.id'))
          .addColumn('state', 'text', (c) => c.notNull())
          .addColumn('at', int, (c) => c.notNull()),
        dialect,
      ),
      db.schema.createIndex('visitor_token_visitor').on('visitor_token').column('visitor_id'),
    ];
  },
};
