import { sql } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/**
 * K10: the owner's words for the questions after a chat, as they were from an instant on; those that are set already count as
 * if they had always been. Each answer keeps since when its words were in force: one without a name has no time of its own, and no
 * clock that was put back may give an answer other words.
 */
export const questionWords: Migration = {
  name: '0325-question-words',
  statements: (db, dialect) => [
    typed(
      db.schema
        .createTable('question_words')
        .addColumn('site_id', 'text', (c) => c.notNull())
        .addColumn('valid_from', whole(dialect), (c) => c.notNull())
        .addColumn('document', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('question_words_key', ['site_id', 'valid_from']),
      dialect,
    ),
    db
      .insertInto('question_words')
      .columns(['site_id', 'valid_from', 'document'])
      .expression((eb) =>
        eb
          .selectFrom('setting')
          .select(['owner_id as site_id', sql.lit(0).as('valid_from'), wordsIn(dialect).as('document')])
          .where('owner_kind', '=', sql.lit('site'))
          .where(wordsIn(dialect), 'is not', null)
          .where(wordsIn(dialect), '<>', sql.lit('{}')),
      ),
    ...(['episode', 'anonymous_answer'] as const).map((table) =>
      db.schema.alterTable(table).addColumn('words_from', whole(dialect), (c) => c.notNull().defaultTo(sql`0`)),
    ),
  ],
};

function wordsIn(dialect: DialectName) {
  return dialect === 'sqlite'
    ? sql<string>`json_extract(document, '$.feedback.words')`
    : sql<string>`(document::json -> 'feedback' -> 'words')::text`;
}
