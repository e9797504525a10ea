import type { Kysely } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import type { Tables } from '../queries/tables.ts';
import { typed, whole } from './columns.ts';
import type { Compilable, Migration } from './migration.ts';

/** How agents want to be told, their browsers that push messages reach, and what is on its way to those (docs/notices.md). */
export const notices: Migration = {
  name: '0235-notices',
  statements: (db, dialect) => [...settings(db, dialect), ...pushes(db, dialect)],
};

function settings(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('agent_notices')
        .addColumn('agent_id', 'text', (c) => c.primaryKey().notNull().references('agent.id'))
        .addColumn('document', 'text', (c) => c.notNull())
        .addColumn('changed_at', int, (c) => c.notNull()),
      dialect,
    ),
    typed(
      db.schema
        .createTable('push_key')
        // One row: the key by which push services know this installation.
        .addColumn('one', int, (c) => c.primaryKey().notNull())
        .addColumn('public_key', 'text', (c) => c.notNull())
        .addColumn('private_key', 'text', (c) => c.notNull())
        .addColumn('made_at', int, (c) => c.notNull()),
      dialect,
    ),
  ];
}

function pushes(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('push_device')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
        // However a session ends, its browser is pushed nothing more.
        .addColumn('session_id', 'text', (c) => c.notNull().references('agent_session.id').onDelete('cascade'))
        .addColumn('endpoint', 'text', (c) => c.notNull().unique())
        .addColumn('p256dh', 'text', (c) => c.notNull())
        .addColumn('auth', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('added_at', int, (c) => c.notNull())
        // Until then a console of this browser is on the screen.
        .addColumn('visible_until', int, (c) => c.notNull()),
      dialect,
    ),
    db.schema.createIndex('push_device_agent').on('push_device').column('agent_id'),
    db.schema.createIndex('push_device_session').on('push_device').column('session_id'),
    typed(
      db.schema
        .createTable('push_outbox')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('device_id', 'text', (c) => c.notNull().references('push_device.id').onDelete('cascade'))
        // One for each cause and device, whoever sees it first.
        .addColumn('cause', 'text', (c) => c.notNull())
        .addColumn('document', 'text', (c) => c.notNull())
        .addColumn('made_at', int, (c) => c.notNull())
        // 0: sent or given up; kept a while for its cause.
        .addColumn('open', int, (c) => c.notNull())
        .addColumn('due_at', int, (c) => c.notNull())
        .addColumn('tries', int, (c) => c.notNull())
        .addColumn('lease_until', int, (c) => c.notNull())
        .addUniqueConstraint('push_outbox_cause', ['device_id', 'cause']),
      dialect,
    ),
    db.schema.createIndex('push_outbox_due').on('push_outbox').columns(['open', 'due_at']),
    db.schema.createIndex('push_outbox_made').on('push_outbox').column('made_at'),
  ];
}
