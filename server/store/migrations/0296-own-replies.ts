import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** V4: a reply may be one agent's own; a shortcut is one among the team's, and one among each agent's. */
export const ownReplies: Migration = {
  name: '0296-own-replies',
  statements: (db) => [
    db.schema.alterTable('saved_reply').addColumn('owner_id', 'text'),
    db.schema.dropIndex('saved_reply_shortcut'),
    db.schema
      .createIndex('saved_reply_shortcut')
      .on('saved_reply')
      .expression(sql`coalesce(owner_id, ''), shortcut`)
      .unique(),
  ],
};
