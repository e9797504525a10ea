import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** What visitors say before a conversation begins, and what goes with a score. */
export const front: Migration = {
  name: '0120-front',
  statements: (db, dialect) => {
    const int = whole(dialect);
    const episode = () => db.schema.alterTable('episode');
    return [
      typed(
        db.schema
          .createTable('intake')
          .addColumn('conversation_no', int, (c) => c.primaryKey().notNull().references('conversation.no'))
          // JSON, with the owner's words as they were then; never changed.
          .addColumn('document', 'text', (c) => c.notNull()),
        dialect,
      ),
      // JSON list of the owner's words.
      episode().addColumn('reasons', 'text'),
      episode().addColumn('solved', 'text'),
      episode().addColumn('complaint', int, (c) => c.notNull().defaultTo(0)),
    ];
  },
};
