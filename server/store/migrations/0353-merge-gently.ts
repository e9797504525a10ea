import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * L5: words that are replaced or dropped set off no merge of what stands around them. By itself SQLite rewrites a whole segment once a tenth of
 * it is gone, and does so within whatever is written next: up to a second in each of some thirty turns in a row (decision 0353).
 */
export const mergeGently: Migration = {
  name: '0353-merge-gently',
  statements: (db, dialect) =>
    dialect === 'sqlite'
      ? [
          {
            compile: () => sql.raw(`insert into find_words (find_words, rank) values ('deletemerge', 0)`).compile(db),
          },
        ]
      : [],
};
