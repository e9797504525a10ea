import { sql } from 'kysely';
import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** What a rule about keeping still has to do is found by indexes of that alone; and whether words of what was emptied are still to be tidied (J13). */
export const keeping: Migration = {
  name: '0295-keeping',
  statements: (db, dialect) => {
    const int = whole(dialect);
    return [
      db.schema
        .createIndex('conversation_kept')
        .on('conversation')
        .columns(['site_id', 'closed_at'])
        .where(sql<boolean>`status = 'closed' and erased_at is null`),
      db.schema
        .createIndex('shop_order_named')
        .on('shop_order')
        .columns(['site_id', 'at'])
        .where(sql<boolean>`person is not null`),
      db.schema.createIndex('customer_changed').on('customer').columns(['site_id', 'changed_at']),
      typed(
        db.schema
          .createTable('emptying')
          .addColumn('one', int, (c) => c.primaryKey().notNull())
          .addColumn('at', int, (c) => c.notNull()),
        dialect,
      ),
    ];
  },
};
