import { sql } from 'kysely';
import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** Questions to colleagues (T15). Their words are notes of the team's sequence; here stands what is to become of them. */
export const questions: Migration = {
  name: '0270-questions',
  statements: (db, dialect) => {
    const int = whole(dialect);
    const on = (name: string) => db.schema.createIndex(name).on('question');
    const isOpen = sql<boolean>`state = 'open'`;
    return [
      typed(
        db.schema
          .createTable('question')
          .addColumn('id', 'text', (c) => c.primaryKey().notNull())
          .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
          .addColumn('number', int, (c) => c.notNull())
          .addColumn('by_id', 'text', (c) => c.notNull())
          // One of the two.
          .addColumn('to_id', 'text')
          .addColumn('department_id', 'text')
          .addColumn('asked_at', int, (c) => c.notNull())
          .addColumn('due_at', int, (c) => c.notNull())
          .addColumn('state', 'text', (c) => c.notNull())
          .addColumn('ended_at', int)
          .addColumn('ended_by', 'text')
          .addColumn('answer_number', int)
          // That it is over its time was told; that the asker has seen what became of it.
          .addColumn('told_at', int)
          .addColumn('seen_at', int)
          .addColumn('version', int, (c) => c.notNull()),
        dialect,
      ),
      on('question_conversation').columns(['conversation_no', 'asked_at']),
      on('question_due').column('due_at').where(sql<boolean>`state = 'open' and told_at is null`),
      on('question_open_to').columns(['to_id', 'due_at']).where(isOpen),
      on('question_open_in').columns(['department_id', 'due_at']).where(isOpen),
      on('question_unseen').columns(['by_id', 'due_at']).where(sql<boolean>`seen_at is null`),
    ];
  },
};
