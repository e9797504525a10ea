import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import type { Tables } from '../queries/tables.ts';
import type { Compilable, Migration } from './migration.ts';

export const start: Migration = {
  name: '0001-start',
  statements: (db, dialect) => [
    ...installation(db, dialect),
    ...people(db, dialect),
    ...conversation(db, dialect),
    ...history(db, dialect),
  ],
};

/** Instants do not fit PostgreSQL's `integer`. */
function whole(dialect: DialectName) {
  return dialect === 'sqlite' ? 'integer' : 'bigint';
}

/** SQLite checks types only where it is told to. */
function typed<Name extends string, Columns extends string>(
  table: CreateTableBuilder<Name, Columns>,
  dialect: DialectName,
): CreateTableBuilder<Name, Columns> {
  return dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table;
}

function installation(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('installation')
        .addColumn('one', int, (c) => c.primaryKey().check(sql`one = 1`))
        .addColumn('epoch', 'text', (c) => c.notNull())
        .addColumn('change', int, (c) => c.notNull())
        .addColumn('fresh_epoch', int, (c) => c.notNull())
        .addColumn('set_up_hash', 'text'),
      dialect,
    ),
    typed(
      db.schema
        .createTable('failure')
        .addColumn('key', 'text', (c) => c.primaryKey().notNull())
        .addColumn('count', int, (c) => c.notNull())
        .addColumn('window_ends_at', int, (c) => c.notNull()),
      dialect,
    ),
    db.schema.createIndex('failure_window').on('failure').column('window_ends_at'),
  ];
}

function people(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('site')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('key', 'text', (c) => c.notNull().unique())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('made_at', int, (c) => c.notNull()),
      dialect,
    ),
    typed(
      db.schema
        .createTable('site_origin')
        .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
        .addColumn('origin', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('site_origin_key', ['site_id', 'origin']),
      dialect,
    ),
    typed(
      db.schema
        .createTable('visitor')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
        .addColumn('token_hash', 'text', (c) => c.notNull().unique())
        .addColumn('label', 'text', (c) => c.notNull())
        .addColumn('email', 'text')
        .addColumn('made_at', int, (c) => c.notNull())
        .addColumn('seen_at', int, (c) => c.notNull()),
      dialect,
    ),
    typed(
      db.schema
        .createTable('agent')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('email', 'text', (c) => c.notNull().unique())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('password_hash', 'text', (c) => c.notNull())
        .addColumn('availability', 'text', (c) => c.notNull())
        .addColumn('capacity', int, (c) => c.notNull())
        // R: nobody above capacity, whatever the program thinks.
        .addColumn('load', int, (c) => c.notNull().check(sql`load between 0 and capacity`))
        .addColumn('idle_since', int, (c) => c.notNull())
        .addColumn('lease_until', int, (c) => c.notNull())
        .addColumn('made_at', int, (c) => c.notNull()),
      dialect,
    ),
    typed(
      db.schema
        .createTable('agent_session')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
        .addColumn('made_at', int, (c) => c.notNull())
        .addColumn('seen_at', int, (c) => c.notNull()),
      dialect,
    ),
    db.schema.createIndex('agent_session_agent').on('agent_session').column('agent_id'),
  ];
}

function conversation(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const table = db.schema
    .createTable('conversation')
    .addColumn('no', int, (c) => (dialect === 'sqlite' ? c.primaryKey() : c.primaryKey().generatedAlwaysAsIdentity()))
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('visitor_id', 'text', (c) => c.notNull().references('visitor.id'))
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('queued', 'active', 'closed')`))
    .addColumn('version', int, (c) => c.notNull())
    .addColumn('agent_id', 'text', (c) => c.references('agent.id'))
    .addColumn('assignment', int, (c) => c.notNull())
    .addColumn('episode', int, (c) => c.notNull())
    .addColumn('head', int, (c) => c.notNull())
    .addColumn('change', int, (c) => c.notNull())
    .addColumn('opened_at', int, (c) => c.notNull())
    .addColumn('queued_at', int, (c) => c.notNull())
    .addColumn('entered_at', int, (c) => c.notNull())
    .addColumn('closed_at', int)
    .addColumn('wait_started_at', int)
    .addColumn('wait_started_seq', int)
    .addColumn('wait_queue_ms', int, (c) => c.notNull())
    .addColumn('first_response_ms', int)
    .addColumn('last_text', 'text', (c) => c.notNull())
    .addColumn('last_author', 'text', (c) => c.notNull())
    .addColumn('last_at', int, (c) => c.notNull())
    .addColumn('unread', int, (c) => c.notNull())
    .addColumn('score', int)
    .addColumn('visitor_delivered', int, (c) => c.notNull())
    .addColumn('visitor_read', int, (c) => c.notNull())
    .addColumn('agent_delivered', int, (c) => c.notNull())
    .addColumn('agent_read', int, (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('page_url', 'text')
    .addColumn('page_title', 'text');
  const on = (name: string) => db.schema.createIndex(name).on('conversation');
  return [
    typed(table, dialect),
    on('conversation_change').column('change').unique(),
    on('conversation_visitor').columns(['visitor_id', 'no']),
    // C1: one open conversation for each visitor and site.
    on('conversation_open_visitor')
      .columns(['visitor_id', 'site_id'])
      .unique()
      .where(sql.ref('status'), '<>', sql.lit('closed')),
    on('conversation_place').columns(['queued_at', 'no']).where(sql.ref('status'), '<>', sql.lit('closed')),
    on('conversation_queue').columns(['queued_at', 'no']).where(sql.ref('status'), '=', sql.lit('queued')),
    on('conversation_agent').column('agent_id').where(sql.ref('status'), '=', sql.lit('active')),
    on('conversation_closed').columns(['closed_at', 'no']).where(sql.ref('status'), '=', sql.lit('closed')),
  ];
}

function history(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  return [...entries(db, dialect), ...episodes(db, dialect), ...assignments(db, dialect)];
}

function entries(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('entry')
        // No reference: it would be looked up for each message, and the insert holds the conversation's lock anyway.
        .addColumn('conversation_no', int, (c) => c.notNull())
        .addColumn('seq', int, (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('author', 'text')
        .addColumn('author_id', 'text')
        .addColumn('client_id', 'text')
        .addColumn('body', 'text')
        .addColumn('episode', int)
        .addColumn('reason', 'text')
        .addColumn('score', int),
      dialect,
    ),
    // S4. Rows lie in the order they came; only this narrow index is spread over the conversations.
    db.schema.createIndex('entry_place').on('entry').columns(['conversation_no', 'seq']).unique(),
    // P3: what an author sent once is stored once, whatever became of the conversation since. The client's id comes first:
    // our clients begin it with the time, so the index grows at its end instead of in one page for each author.
    db.schema
      .createIndex('entry_client')
      .on('entry')
      .columns(['client_id', 'author_id'])
      .unique()
      .where(sql.ref('client_id'), 'is not', null),
  ];
}

function episodes(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('episode')
        .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
        .addColumn('number', int, (c) => c.notNull())
        .addColumn('opened_at', int, (c) => c.notNull())
        .addColumn('queue_ms', int)
        .addColumn('first_response_ms', int)
        .addColumn('first_agent_id', 'text')
        .addColumn('last_agent_id', 'text')
        .addColumn('closed_at', int)
        .addColumn('closed_by', 'text')
        .addColumn('closed_by_agent_id', 'text')
        .addColumn('outcome', 'text')
        .addColumn('score', int, (c) => c.check(sql`score between 1 and 5`))
        .addColumn('comment', 'text')
        .addColumn('rated_at', int)
        .addPrimaryKeyConstraint('episode_key', ['conversation_no', 'number']),
      dialect,
    ),
    db.schema.createIndex('episode_opened').on('episode').column('opened_at'),
    typed(
      db.schema
        .createTable('wait')
        .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
        .addColumn('started_seq', int, (c) => c.notNull())
        .addColumn('episode', int, (c) => c.notNull())
        .addColumn('first', int, (c) => c.notNull())
        .addColumn('started_at', int, (c) => c.notNull())
        .addColumn('ended_at', int, (c) => c.notNull())
        .addColumn('ended_seq', int, (c) => c.notNull())
        .addColumn('end', 'text', (c) => c.notNull())
        .addColumn('ended_by', 'text', (c) => c.notNull())
        .addColumn('agent_id', 'text')
        .addColumn('length_ms', int, (c) => c.notNull())
        .addColumn('queue_ms', int, (c) => c.notNull())
        .addPrimaryKeyConstraint('wait_key', ['conversation_no', 'episode', 'started_seq']),
      dialect,
    ),
  ];
}

function assignments(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('assignment')
        .addColumn('conversation_no', int, (c) => c.notNull().references('conversation.no'))
        .addColumn('number', int, (c) => c.notNull())
        .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('ended_at', int)
        .addColumn('end_reason', 'text')
        .addPrimaryKeyConstraint('assignment_key', ['conversation_no', 'number']),
      dialect,
    ),
    // D11: never two agents at once.
    db.schema
      .createIndex('assignment_live')
      .on('assignment')
      .column('conversation_no')
      .unique()
      .where(sql.ref('ended_at'), 'is', null),
  ];
}
