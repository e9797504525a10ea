import { sql } from 'kysely';
import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/**
 * Lines know their block and their conversation within the index of words, and blocks know from when to when they reach
 * (decision 0251): what was taken up before is taken up anew, and the page says so meanwhile (L5).
 */
export const findAnew: Migration = {
  name: '0251-find-anew',
  statements: (db, dialect) => {
    const int = whole(dialect);
    const word = (text: string) => ({ compile: () => sql.raw(text).compile(db) });
    return [
      ...(dialect === 'sqlite'
        ? [
            word('drop table find_words'),
            // As in 0190: signs (M*) belong to words, Co are marks that nobody can type, short beginnings have their own index.
            word(`create virtual table find_words using fts5(words, marks, content='', contentless_delete=1,
              prefix='1 2 3', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'")`),
            db.deleteFrom('find_line'),
            db.deleteFrom('find_place'),
          ]
        : [word('truncate find_line, find_place')]),
      db.updateTable('find_state').set({ change: sql.lit(0) }),
      typed(
        db.schema
          .createTable('find_block')
          .addColumn('no', int, (c) => c.primaryKey())
          .addColumn('from_at', int, (c) => c.notNull())
          .addColumn('to_at', int, (c) => c.notNull()),
        dialect,
      ),
    ];
  },
};
