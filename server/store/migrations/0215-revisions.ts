import { whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** Messages that answer one another, and such as say something else than when they were sent (C18, C19). */
export const revisions: Migration = {
  name: '0215-revisions',
  statements: (db, dialect) => {
    const int = whole(dialect);
    const entry = () => db.schema.alterTable('entry');
    return [
      // Of a message: the one that it answers. Of what says that a message was revised: that message.
      entry().addColumn('refers_seq', int),
      entry().addColumn('revised_at', int),
      // What is revised must leave the index of words at once: its line is looked for by its place.
      db.schema.createIndex('find_line_place').on('find_line').columns(['conversation_no', 'place']),
    ];
  },
};
