import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import type { Tables } from '../queries/tables.ts';
import { typed, whole } from './columns.ts';
import type { Compilable, Migration } from './migration.ts';

/** The outbox of mails (docs/mail.md), who wants none, the plan of the report, and what a conversation was mailed already. */
export const mail: Migration = {
  name: '0160-mail',
  statements: (db, dialect) => [...outbox(db, dialect), ...others(db, dialect), ...marks(db, dialect)],
};

function outbox(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const on = (name: string) => db.schema.createIndex(name).on('mail');
  return [
    typed(
      db.schema
        .createTable('mail')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        // One mail for each cause, whoever sees it first.
        .addColumn('cause', 'text', (c) => c.notNull().unique())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('site_id', 'text', (c) => c.references('site.id'))
        .addColumn('visitor_id', 'text')
        .addColumn('conversation_no', int, (c) => c.references('conversation.no'))
        .addColumn('address', 'text', (c) => c.notNull())
        .addColumn('mailbox', 'text', (c) => c.notNull())
        // JSON: what is sent is written from it at the time of sending.
        .addColumn('document', 'text', (c) => c.notNull())
        .addColumn('made_at', int, (c) => c.notNull())
        .addColumn('state', 'text', (c) =>
          c.notNull().check(sql`state in ('held', 'waiting', 'sent', 'dead', 'dropped')`),
        )
        .addColumn('due_at', int, (c) => c.notNull())
        .addColumn('tries', int, (c) => c.notNull())
        .addColumn('lease_until', int, (c) => c.notNull())
        .addColumn('reason', 'text')
        .addColumn('ended_at', int),
      dialect,
    ),
    on('mail_due').column('due_at').where(sql.ref('state'), '=', sql.lit('waiting')),
    on('mail_held').column('conversation_no').where(sql.ref('state'), '=', sql.lit('held')),
    on('mail_dead').column('ended_at').where(sql.ref('state'), '=', sql.lit('dead')),
    on('mail_mailbox').columns(['mailbox', 'made_at']),
    on('mail_site').columns(['site_id', 'made_at']),
    on('mail_visitor').columns(['visitor_id', 'made_at']).where(sql.ref('visitor_id'), 'is not', null),
    on('mail_made').column('made_at'),
  ];
}

function others(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('mail_stop')
        .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
        // SHA-256 of the mailbox: nobody needs to know it any more.
        .addColumn('mailbox_hash', 'text', (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addPrimaryKeyConstraint('mail_stop_key', ['site_id', 'mailbox_hash']),
      dialect,
    ),
    typed(
      db.schema
        .createTable('report_plan')
        // One row, which is also the turn of all who put mails into the outbox.
        .addColumn('one', int, (c) => c.primaryKey().notNull())
        .addColumn('document', 'text')
        .addColumn('changed_at', int, (c) => c.notNull())
        .addColumn('version', int, (c) => c.notNull()),
      dialect,
    ),
  ];
}

function marks(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const table = () => db.schema.alterTable('conversation');
  return [
    // Up to which entry its visitor was written to by mail, and about which episode she was asked.
    table().addColumn('mailed_seq', int, (c) => c.notNull().defaultTo(0)),
    table().addColumn('asked_episode', int, (c) => c.notNull().defaultTo(0)),
    // Only conversations with an address have a place in these.
    db.schema
      .createIndex('conversation_unread_answer')
      .on('conversation')
      .columns(['site_id', 'last_at'])
      .where(sql<boolean>`email is not null and last_author = 'agent' and visitor_read < head and mailed_seq < head`),
    db.schema
      .createIndex('conversation_unrated')
      .on('conversation')
      .columns(['site_id', 'closed_at'])
      .where(sql<boolean>`email is not null and status = 'closed' and score is null and asked_episode < episode`),
  ];
}
