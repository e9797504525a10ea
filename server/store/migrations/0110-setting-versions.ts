import { sql } from 'kysely';
import { whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** Counts how often settings were saved, so that whoever saves says what she changed (H11). */
export const settingVersions: Migration = {
  name: '0110-setting-versions',
  statements: (db, dialect) => [
    db.schema.alterTable('setting').addColumn('version', whole(dialect), (c) => c.notNull().defaultTo(sql`1`)),
  ],
};
