import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** Files that messages carry. What is in them lies in the vault, a folder beside the database. */
export const files: Migration = {
  name: '0140-files',
  statements: (db, dialect) => {
    const int = whole(dialect);
    return [
      // JSON: what readers are told of it (FileCard).
      db.schema.alterTable('entry').addColumn('file', 'text'),
      db.schema.alterTable('installation').addColumn('file_bytes', int, (c) => c.notNull().defaultTo(0)),
      typed(
        db.schema
          .createTable('file')
          .addColumn('id', 'text', (c) => c.primaryKey().notNull())
          .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
          .addColumn('seq', int, (c) => c.notNull())
          .addColumn('visitor_id', 'text', (c) => c.notNull())
          .addColumn('site_id', 'text', (c) => c.notNull())
          .addColumn('at', int, (c) => c.notNull())
          .addColumn('bytes', int, (c) => c.notNull())
          .addColumn('hash', 'text', (c) => c.notNull())
          .addColumn('vault_name', 'text', (c) => c.notNull())
          .addColumn('card', 'text', (c) => c.notNull()),
        dialect,
      ),
      db.schema.createIndex('file_place').on('file').columns(['conversation_no', 'seq']).unique(),
      db.schema.createIndex('file_vault_name').on('file').column('vault_name').unique(),
      db.schema.createIndex('file_visitor').on('file').columns(['visitor_id', 'at']),
      db.schema.createIndex('file_age').on('file').columns(['site_id', 'at']),
    ];
  },
};
