import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** U13: the tags that the team agreed on, one row with the whole list. */
export const teamTags: Migration = {
  name: '0304-team-tags',
  statements: (db, dialect) => [
    typed(
      db.schema
        .createTable('team_tags')
        .addColumn('one', whole(dialect), (c) => c.primaryKey())
        .addColumn('document', 'text', (c) => c.notNull()),
      dialect,
    ),
  ],
};
