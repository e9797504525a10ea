import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** What the team says a conversation is about, and lists that somebody has put together and named (docs/inbox.md). */
export const inbox: Migration = {
  name: '0210-inbox',
  statements: (db, dialect) => {
    const int = whole(dialect);
    return [
      // JSON list; nothing where nobody has said anything, so that no row is written again for it.
      db.schema.alterTable('conversation').addColumn('tags', 'text'),
      typed(
        db.schema
          .createTable('saved_view')
          .addColumn('id', 'text', (c) => c.primaryKey().notNull())
          .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
          .addColumn('shared', int, (c) => c.notNull())
          .addColumn('name', 'text', (c) => c.notNull())
          .addColumn('place', 'text', (c) => c.notNull())
          .addColumn('position', int, (c) => c.notNull())
          .addColumn('changed_at', int, (c) => c.notNull()),
        dialect,
      ),
      db.schema.createIndex('saved_view_order').on('saved_view').columns(['shared', 'agent_id', 'position']),
    ];
  },
};
