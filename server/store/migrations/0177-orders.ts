import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import type { Tables } from '../queries/tables.ts';
import { typed, whole } from './columns.ts';
import type { Compilable, Migration } from './migration.ts';

/** What sites and pages report of orders, what owners say of money, and who was at the desk when (docs/business.md). */
export const orders: Migration = {
  name: '0177-orders',
  statements: (db, dialect) => [
    ...sales(db, dialect),
    ...team(db, dialect),
    db.schema.alterTable('episode').addColumn('purchase_stage', 'text'),
  ],
};

function sales(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('shop_order')
        .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
        .addColumn('order_id', 'text', (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('minor', int, (c) => c.notNull())
        .addColumn('currency', 'text', (c) => c.notNull())
        // 'page', or 'server' for whoever holds a secret or an account.
        .addColumn('source', 'text', (c) => c.notNull())
        // 's:' and the site's own id of somebody, or 'v:' and a visitor; null: of nobody we know.
        .addColumn('person', 'text')
        .addColumn('link', 'text')
        .addColumn('cancelled', int, (c) => c.notNull())
        .addColumn('received_at', int, (c) => c.notNull())
        .addPrimaryKeyConstraint('shop_order_key', ['site_id', 'order_id']),
      dialect,
    ),
    db.schema.createIndex('shop_order_at').on('shop_order').column('at'),
    db.schema.createIndex('shop_order_person').on('shop_order').columns(['site_id', 'person', 'at']),
    typed(
      db.schema
        .createTable('customer')
        .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
        .addColumn('subject', 'text', (c) => c.notNull())
        .addColumn('segment', 'text')
        .addColumn('changed_at', int, (c) => c.notNull())
        .addPrimaryKeyConstraint('customer_key', ['site_id', 'subject']),
      dialect,
    ),
    typed(
      db.schema
        .createTable('business_setting')
        .addColumn('version', int, (c) => c.primaryKey().notNull())
        .addColumn('document', 'text', (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('agent_id', 'text'),
      dialect,
    ),
  ];
}

function team(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('staff_fact')
        .addColumn('no', int, (c) =>
          dialect === 'sqlite' ? c.primaryKey() : c.primaryKey().generatedAlwaysAsIdentity(),
        )
        .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
        .addColumn('at', int, (c) => c.notNull())
        // 'came' and 'left', 'available' and 'away'; never changed once written.
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('reason', 'text'),
      dialect,
    ),
    db.schema.createIndex('staff_fact_at').on('staff_fact').columns(['at']),
    db.schema.createIndex('staff_fact_agent').on('staff_fact').columns(['agent_id', 'kind', 'at']),
    // How they stand at the upgrade; nobody's presence before it is known, so this adds no time to anybody.
    {
      compile: () =>
        sql`insert into staff_fact (agent_id, at, kind, reason)
          select id, made_at, availability, away_reason from agent order by id`.compile(db),
    },
    db.schema.createIndex('assignment_agent_at').on('assignment').columns(['agent_id', 'at']),
    db.schema.createIndex('assignment_at').on('assignment').column('at'),
  ];
}
