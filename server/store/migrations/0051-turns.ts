import { sql } from 'kysely';
import { whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** R15: whose turn it is, and which conversations could wake up (R21). */
export const turns: Migration = {
  name: '0051-turns',
  statements: (db, dialect) => [
    db.schema.alterTable('agent').addColumn('given_at', whole(dialect), (c) => c.notNull().defaultTo(sql`0`)),
    db.schema
      .createIndex('conversation_inactive')
      .on('conversation')
      .column('agent_id')
      .where(sql.ref('status'), '=', sql.lit('active'))
      .where(sql.ref('room'), '=', sql.lit(0)),
  ],
};
