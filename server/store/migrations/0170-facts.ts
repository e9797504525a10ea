import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** How episodes began, and closed conversations packed in columns for the reports (docs/measures.md, N rules). */
export const facts: Migration = {
  name: '0170-facts',
  statements: (db, dialect) => {
    const int = whole(dialect);
    return [
      typed(
        db.schema
          .createTable('opening')
          .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
          .addColumn('episode', int, (c) => c.notNull())
          // Where it stood last in this episode.
          .addColumn('department_id', 'text')
          .addColumn('language', 'text')
          .addColumn('page', 'text')
          .addColumn('topic', 'text')
          // JSON list.
          .addColumn('segments', 'text', (c) => c.notNull())
          .addColumn('closed_then', int, (c) => c.notNull())
          .addColumn('target_ms', int)
          .addPrimaryKeyConstraint('opening_key', ['conversation_no', 'episode']),
        dialect,
      ),
      typed(
        db.schema
          .createTable('fact_pack')
          .addColumn('number', int, (c) => c.primaryKey().notNull())
          // Every conversation in it that changed up to this place in the feed is as it is now.
          .addColumn('change', int, (c) => c.notNull())
          .addColumn('stamp', 'text', (c) => c.notNull())
          .addColumn('opened_from', int, (c) => c.notNull())
          .addColumn('opened_to', int, (c) => c.notNull())
          .addColumn('episodes', int, (c) => c.notNull())
          .addColumn('waits', int, (c) => c.notNull())
          .addColumn('columns', dialect === 'sqlite' ? 'blob' : 'bytea', (c) => c.notNull()),
        dialect,
      ),
      // One row, or none before the first pack; `rebuilt` is where a rebuild that was ended goes on.
      typed(
        db.schema
          .createTable('fact_state')
          .addColumn('one', int, (c) => c.primaryKey().notNull())
          .addColumn('change', int, (c) => c.notNull())
          .addColumn('rebuilt', int, (c) => c.notNull()),
        dialect,
      ),
    ];
  },
};
