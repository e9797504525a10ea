import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import type { Tables } from '../queries/tables.ts';
import { typed, whole } from './columns.ts';
import type { Compilable, Migration } from './migration.ts';

/** What stands beside writing: drafts, answers for later, mentions; and how long a message can be called back. */
export const composer: Migration = {
  name: '0220-composer',
  statements: (db, dialect) => [
    ...drafts(db, dialect),
    ...planned(db, dialect),
    ...mentions(db, dialect),
    db.schema.alterTable('installation').addColumn('undo_ms', whole(dialect)),
  ],
};

function drafts(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('draft')
        .addColumn('agent_id', 'text', (c) => c.notNull())
        .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('version', int, (c) => c.notNull())
        .addPrimaryKeyConstraint('draft_key', ['agent_id', 'conversation_no', 'kind']),
      dialect,
    ),
    db.schema.createIndex('draft_latest').on('draft').columns(['agent_id', 'version']),
    db.schema.createIndex('draft_conversation').on('draft').column('conversation_no'),
  ];
}

function planned(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const on = (name: string) => db.schema.createIndex(name).on('planned_message');
  return [
    typed(
      db.schema
        .createTable('planned_message')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
        .addColumn('agent_id', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('made_at', int, (c) => c.notNull())
        .addColumn('send_at', int, (c) => c.notNull())
        // What the author had seen: a visitor's message after it makes the answer ask.
        .addColumn('base_seq', int, (c) => c.notNull())
        .addColumn('close_as', 'text')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('held', 'text')
        .addColumn('version', int, (c) => c.notNull()),
      dialect,
    ),
    on('planned_due').column('send_at').where(sql.ref('state'), '=', sql.lit('waiting')),
    on('planned_closing').column('send_at').where(sql.ref('state'), '=', sql.lit('closing')),
    on('planned_conversation').column('conversation_no'),
    on('planned_open_of').columns(['agent_id', 'send_at']).where(sql<boolean>`state in ('waiting', 'held')`),
  ];
}

function mentions(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const on = (name: string) => db.schema.createIndex(name).on('mention');
  return [
    typed(
      db.schema
        .createTable('mention')
        .addColumn('agent_id', 'text', (c) => c.notNull())
        .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
        .addColumn('number', int, (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('seen_at', int)
        .addPrimaryKeyConstraint('mention_key', ['agent_id', 'conversation_no', 'number']),
      dialect,
    ),
    on('mention_latest').columns(['agent_id', 'at', 'conversation_no', 'number']),
    on('mention_unread').columns(['agent_id', 'conversation_no']).where(sql.ref('seen_at'), 'is', null),
    on('mention_conversation').column('conversation_no'),
    // JSON list of ids, or nothing.
    db.schema.alterTable('team_entry').addColumn('mentions', 'text'),
  ];
}
