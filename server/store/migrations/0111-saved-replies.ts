import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** Answers that are written once and used often. */
export const savedReplies: Migration = {
  name: '0111-saved-replies',
  statements: (db, dialect) => [
    typed(
      db.schema
        .createTable('saved_reply')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('shortcut', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        // No reference: a department that was removed leaves its replies, and they are for all then.
        .addColumn('department_id', 'text')
        .addColumn('changed_at', whole(dialect), (c) => c.notNull()),
      dialect,
    ),
    db.schema.createIndex('saved_reply_shortcut').on('saved_reply').column('shortcut').unique(),
  ],
};
