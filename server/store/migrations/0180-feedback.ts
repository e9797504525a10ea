import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import type { Tables } from '../queries/tables.ts';
import { typed, whole } from './columns.ts';
import type { Compilable, Migration } from './migration.ts';

/** More questions beside the score, answers without a name, and what is made of bad ones. */
export const feedback: Migration = {
  name: '0180-feedback',
  statements: (db, dialect) => [...answers(db, dialect), ...followUps(db, dialect)],
};

function answers(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const episode = () => db.schema.alterTable('episode');
  const anonymous = db.schema
    .createTable('anonymous_answer')
    // By chance alone: an id that tells its time would tell the chat.
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('day_at', int, (c) => c.notNull())
    .addColumn('score', int, (c) => c.notNull().check(sql`score between 1 and 5`))
    .addColumn('comment', 'text')
    .addColumn('reasons', 'text')
    .addColumn('solved', 'text')
    .addColumn('effort', int)
    .addColumn('recommend', int);
  return [
    episode().addColumn('effort', int),
    episode().addColumn('recommend', int),
    episode().addColumn('anonymous', int, (c) => c.notNull().defaultTo(0)),
    // K9: without row numbers SQLite keeps no order in which they came.
    dialect === 'sqlite' ? anonymous.modifyEnd(sql`strict, without rowid`) : anonymous,
    db.schema.createIndex('anonymous_answer_day').on('anonymous_answer').column('day_at'),
    db.schema
      .createIndex('episode_rated')
      .on('episode')
      .columns(['last_agent_id', 'rated_at'])
      .where(sql.ref('rated_at'), 'is not', null),
  ];
}

function followUps(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const on = (name: string) => db.schema.createIndex(name).on('follow_up');
  return [
    typed(
      db.schema
        .createTable('follow_up')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
        .addColumn('episode', int, (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('causes', 'text', (c) => c.notNull())
        .addColumn('owner_id', 'text')
        .addColumn('by_id', 'text')
        .addColumn('note', 'text')
        .addColumn('made_at', int, (c) => c.notNull())
        .addColumn('due_at', int, (c) => c.notNull())
        .addColumn('told_at', int)
        .addColumn('done_at', int)
        .addColumn('done_by', 'text')
        .addColumn('outcome', 'text')
        .addColumn('done_note', 'text')
        .addColumn('version', int, (c) => c.notNull()),
      dialect,
    ),
    on('follow_up_conversation').columns(['conversation_no', 'episode']),
    on('follow_up_open').columns(['due_at', 'id']).where(sql.ref('done_at'), 'is', null),
    on('follow_up_done').columns(['done_at', 'id']).where(sql.ref('done_at'), 'is not', null),
    on('follow_up_made').column('made_at'),
    on('follow_up_due').column('due_at'),
    // K1: at most one open one of an episode, whatever comes at once.
    on('follow_up_once')
      .columns(['conversation_no', 'episode'])
      .unique()
      .where(sql.ref('kind'), '=', sql.lit('feedback'))
      .where(sql.ref('done_at'), 'is', null),
  ];
}
