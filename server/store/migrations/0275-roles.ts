import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** The owners' own roles, and the built-in ones of which they changed something. An agent without `role_id` has that of its kind (T19). */
export const roles: Migration = {
  name: '0275-roles',
  statements: (db, dialect) => [
    typed(
      db.schema
        .createTable('team_role')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('base', 'text', (c) => c.notNull())
        .addColumn('rights', 'text', (c) => c.notNull())
        .addColumn('changed_at', whole(dialect), (c) => c.notNull()),
      dialect,
    ),
    db.schema.createIndex('team_role_name').on('team_role').column('name').unique(),
    db.schema.alterTable('agent').addColumn('role_id', 'text'),
  ],
};
