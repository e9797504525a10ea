import { sql } from 'kysely';
import { typed, whole } from './columns.ts';
import type { Compilable, Migration } from './migration.ts';

/** What people do by hand: ask colleagues, write notes, take more than the capacity, say why they are away. */
export const byHand: Migration = {
  name: '0070-by-hand',
  statements: (db, dialect) => {
    const int = whole(dialect);
    // One column a statement: SQLite adds no two at once.
    const conversation = () => db.schema.alterTable('conversation');
    const added: Compilable[] = [
      conversation().addColumn('participants', 'text', (c) => c.notNull().defaultTo('[]')),
      conversation().addColumn('ask_kind', 'text'),
      conversation().addColumn('ask_to', 'text'),
      conversation().addColumn('ask_by', 'text'),
      conversation().addColumn('ask_until', int),
      conversation().addColumn('team_head', int, (c) => c.notNull().defaultTo(0)),
      db.schema.alterTable('agent').addColumn('away_reason', 'text'),
      db.schema.alterTable('installation').addColumn('away_reasons', 'text'),
      db.schema.alterTable('installation').addColumn('idle_away_ms', int),
    ];
    const team = db.schema
      .createTable('team_entry')
      .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
      .addColumn('number', int, (c) => c.notNull())
      .addColumn('at', int, (c) => c.notNull())
      .addColumn('after_seq', int, (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('how', 'text')
      .addColumn('by_id', 'text')
      .addColumn('to_id', 'text')
      .addColumn('client_id', 'text')
      .addColumn('body', 'text')
      .addColumn('department', 'text');
    return [
      ...added,
      typed(team, dialect),
      // T10: one number each, and what somebody noted once is stored once.
      db.schema.createIndex('team_entry_place').on('team_entry').columns(['conversation_no', 'number']).unique(),
      db.schema
        .createIndex('team_entry_client')
        .on('team_entry')
        .columns(['client_id', 'by_id'])
        .unique()
        .where(sql.ref('client_id'), 'is not', null),
      // The board's feed: what was decided last.
      db.schema
        .createIndex('team_entry_decided')
        .on('team_entry')
        .column('at')
        .where(sql.ref('kind'), '<>', sql.lit('note')),
      db.schema
        .createIndex('conversation_ask')
        .on('conversation')
        .column('ask_until')
        .where(sql.ref('ask_until'), 'is not', null),
    ];
  },
};
