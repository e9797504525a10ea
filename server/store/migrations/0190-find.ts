import { sql } from 'kysely';
import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/**
 * What people look for (docs/find.md): a line for each message, note and visitor, newest last, and the words of each in
 * the database's own index of words. All of it is made from the rest, and can be made again.
 */
export const find: Migration = {
  name: '0190-find',
  statements: (db, dialect) => {
    const int = whole(dialect);
    const line = db.schema
      .createTable('find_line')
      .addColumn('no', int, (c) => (dialect === 'sqlite' ? c.primaryKey() : c.primaryKey().generatedAlwaysAsIdentity()))
      .addColumn('conversation_no', int, (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('place', int, (c) => c.notNull())
      .addColumn('at', int, (c) => c.notNull());
    return [
      typed(dialect === 'sqlite' ? line : line.addColumn('words', sql`tsvector`), dialect),
      typed(
        db.schema
          .createTable('find_place')
          .addColumn('conversation_no', int, (c) => c.primaryKey())
          .addColumn('seq', int, (c) => c.notNull())
          .addColumn('number', int, (c) => c.notNull())
          .addColumn('person', 'text')
          .addColumn('person_no', int),
        dialect,
      ),
      typed(
        db.schema
          .createTable('find_state')
          .addColumn('one', int, (c) => c.primaryKey())
          .addColumn('change', int, (c) => c.notNull()),
        dialect,
      ),
      dialect === 'sqlite'
        ? // Signs (M*) belong to words: ours are cut and folded before (L1). Short beginnings have an index of their own.
          {
            compile: () =>
              sql`create virtual table find_words using fts5(words, marks, content='', contentless_delete=1,
              prefix='1 2 3', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'")`.compile(db),
          }
        : { compile: () => sql`create index find_line_words on find_line using gin (words)`.compile(db) },
    ];
  },
};
