import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import type { Tables } from '../queries/tables.ts';
import { typed, whole } from './columns.ts';
import type { Compilable, Migration } from './migration.ts';

/** What owners set, the hours of the past, the places that visitors were promised, and rooms held after a conversation. */
export const settings: Migration = {
  name: '0060-settings',
  statements: (db, dialect) => [...tables(db, dialect), ...columns(db, dialect)],
};

function tables(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('setting')
        // 'site' or 'department', and its id.
        .addColumn('owner_kind', 'text', (c) => c.notNull())
        .addColumn('owner_id', 'text', (c) => c.notNull())
        .addColumn('document', 'text', (c) => c.notNull())
        .addColumn('changed_at', int, (c) => c.notNull())
        .addPrimaryKeyConstraint('setting_key', ['owner_kind', 'owner_id']),
      dialect,
    ),
    typed(
      db.schema
        .createTable('calendar')
        .addColumn('owner_kind', 'text', (c) => c.notNull())
        .addColumn('owner_id', 'text', (c) => c.notNull())
        .addColumn('valid_from', int, (c) => c.notNull())
        // Null: without hours from then on.
        .addColumn('document', 'text')
        .addPrimaryKeyConstraint('calendar_key', ['owner_kind', 'owner_id', 'valid_from']),
      dialect,
    ),
    typed(
      db.schema
        .createTable('promise')
        .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
        .addColumn('episode', int, (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('position', int, (c) => c.notNull())
        .addColumn('low_ms', int, (c) => c.notNull())
        .addColumn('high_ms', int, (c) => c.notNull())
        .addColumn('samples', int, (c) => c.notNull())
        .addPrimaryKeyConstraint('promise_key', ['conversation_no', 'episode']),
      dialect,
    ),
    db.schema.createIndex('promise_at').on('promise').column('at'),
    typed(
      db.schema
        .createTable('wrap_up')
        .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
        .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
        .addColumn('room', int, (c) => c.notNull())
        .addColumn('until', int, (c) => c.notNull())
        .addPrimaryKeyConstraint('wrap_up_key', ['conversation_no', 'agent_id']),
      dialect,
    ),
    db.schema.createIndex('wrap_up_until').on('wrap_up').column('until'),
    db.schema.createIndex('wrap_up_agent').on('wrap_up').column('agent_id'),
  ];
}

function columns(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const conversation = () => db.schema.alterTable('conversation');
  return [
    // 1: came while it was closed, or was kept at closing time; routing leaves it alone until it opens (H7).
    conversation().addColumn('held', int, (c) => c.notNull().defaultTo(sql`0`)),
    // Staged words that were said in this queue (Q4), and when the visitor was warned last (C13).
    conversation().addColumn('stage', int, (c) => c.notNull().defaultTo(sql`0`)),
    conversation().addColumn('warned_at', int),
    db.schema
      .createIndex('conversation_held')
      .on('conversation')
      .columns(['site_id', 'no'])
      .where(sql.ref('held'), '=', sql.lit(1)),
    // M17 looks at what was handled last.
    db.schema
      .createIndex('assignment_ended')
      .on('assignment')
      .column('ended_at')
      .where(sql.ref('end_reason'), '=', sql.lit('closed')),
    db.schema.alterTable('entry').addColumn('until', int),
  ];
}
