import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * J8: whoever is the same person is found by one key. With "this profile or one joined to it" PostgreSQL went through all
 * visitors and conversations for each question.
 */
export const persons: Migration = {
  name: '0287-persons',
  statements: (db) => [db.schema.createIndex('visitor_person').on('visitor').expression(sql`coalesce(joined_to, id)`)],
};
