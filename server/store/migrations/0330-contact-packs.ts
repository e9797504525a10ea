import { sql } from 'kysely';
import { ORDER_DAY_MS } from '../../../protocol/wire/limits-of-measures.ts';
import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** What figures of business are worked out of stands ready in columns, beside the facts: both are made again, and reports read the tables meanwhile. */
export const contactPacks: Migration = {
  name: '0330-contact-packs',
  statements: (db, dialect) => [
    typed(
      db.schema
        .createTable('contact_pack')
        .addColumn('number', whole(dialect), (c) => c.primaryKey().notNull())
        .addColumn('stamp', 'text', (c) => c.notNull())
        .addColumn('columns', dialect === 'sqlite' ? 'blob' : 'bytea', (c) => c.notNull()),
      dialect,
    ),
    // Raised whenever an order of that day (UTC) is another one than before.
    typed(
      db.schema
        .createTable('order_day')
        .addColumn('day', whole(dialect), (c) => c.primaryKey().notNull())
        .addColumn('version', whole(dialect), (c) => c.notNull()),
      dialect,
    ),
    {
      compile: () =>
        sql`insert into order_day (day, version)
          select at / ${sql.lit(ORDER_DAY_MS)}, 1 from shop_order group by at / ${sql.lit(ORDER_DAY_MS)}`.compile(db),
    },
    db.schema.createIndex('customer_changed_at').on('customer').column('changed_at'),
    db.deleteFrom('fact_pack'),
    db.deleteFrom('fact_state'),
  ],
};
