import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** Named actions, and what became of each run: a run that is sent again is answered with it. */
export const macros: Migration = {
  name: '0221-macros',
  statements: (db, dialect) => [
    typed(
      db.schema
        .createTable('macro')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        // No reference: a department that was removed leaves its macros, and they are for all then.
        .addColumn('department_id', 'text')
        .addColumn('actions', 'text', (c) => c.notNull())
        .addColumn('changed_at', whole(dialect), (c) => c.notNull()),
      dialect,
    ),
    db.schema.createIndex('macro_name').on('macro').column('name').unique(),
    typed(
      db.schema
        .createTable('macro_run')
        .addColumn('client_id', 'text', (c) => c.notNull())
        .addColumn('agent_id', 'text', (c) => c.notNull())
        .addColumn('conversation_no', whole(dialect), (c) => c.notNull().references('conversation.no'))
        .addColumn('macro_id', 'text', (c) => c.notNull())
        .addColumn('actions', 'text', (c) => c.notNull())
        .addColumn('steps', 'text', (c) => c.notNull())
        .addColumn('at', whole(dialect), (c) => c.notNull())
        .addPrimaryKeyConstraint('macro_run_key', ['agent_id', 'client_id']),
      dialect,
    ),
    db.schema.createIndex('macro_run_at').on('macro_run').column('at'),
    db.schema.createIndex('macro_run_conversation').on('macro_run').column('conversation_no'),
  ],
};
