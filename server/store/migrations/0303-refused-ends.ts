import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** D9: an answer left and the end that went with it was refused; its author finds it by this, whenever she comes back. */
export const refusedEnds: Migration = {
  name: '0303-refused-ends',
  statements: (db) => [
    db.schema
      .createIndex('planned_unclosed_of')
      .on('planned_message')
      .columns(['agent_id', 'send_at'])
      .where(sql<boolean>`state = 'unclosed'`),
  ],
};
