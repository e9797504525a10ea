import { sql } from 'kysely';
import { ORDER_DAY_MS } from '../../../protocol/wire/limits-of-measures.ts';
import type { OrderRow, SegmentRow } from '../../domain/books/order-book.ts';
import type { SegmentsAsked } from '../business-store.ts';
import type { Period } from '../changes.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const raise = prepare<{ day: number }>()((db, p) =>
  db
    .insertInto('order_day')
    .values({ day: p.day, version: 1 })
    .onConflict((c) => c.column('day').doUpdateSet({ version: sql`order_day.version + 1` })),
);
const DAY = sql<number>`shop_order.at / ${sql.lit(ORDER_DAY_MS)}`;
const ofPerson = prepare<{ siteId: string; person: string }>()((db, p) =>
  db
    .selectFrom('shop_order')
    .select(DAY.as('day'))
    .distinct()
    .where('site_id', '=', p.siteId)
    .where('person', '=', p.person),
);
const ofNamed = prepare<{ siteId: string; before: number; limit: number }>()((db, p) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('shop_order')
        .select('at')
        .where('person', 'is not', null)
        .where('site_id', '=', p.siteId)
        .where('at', '<', p.before)
        .orderBy('at')
        .limit(p.limit)
        .as('shop_order'),
    )
    .select(DAY.as('day'))
    .distinct(),
);
const versions = prepare()((db) =>
  db.selectFrom('order_day').select(['day', 'version']).where('day', '>=', sql.lit(0)).orderBy('day'),
);
const version = prepare<{ day: number }>()((db, p) =>
  db.selectFrom('order_day').select('version').where('day', '=', p.day),
);
const within = prepare<Period>()((db, p) =>
  db
    .selectFrom('shop_order')
    .where('at', '>=', p.from)
    .where('at', '<', p.to)
    .where('cancelled', '=', sql.lit(0))
    .orderBy('at')
    .orderBy('site_id')
    .orderBy('order_id')
    .select(['site_id as siteId', 'order_id as orderId', 'person', 'at', 'minor', 'currency', 'link', 'source']),
);
const segments = prepare<{ at: number; siteId: string; subject: string; limit: number }>()((db, p) =>
  db
    .selectFrom('customer')
    .where(sql<boolean>`(changed_at, site_id, subject) > (${p.at}, ${p.siteId}, ${p.subject})`)
    .orderBy('changed_at')
    .orderBy('site_id')
    .orderBy('subject')
    .limit(p.limit)
    .select(['site_id as siteId', 'subject', 'segment', 'changed_at as changedAt']),
);
/** No order is of the day before the first: its version says how often a customer went, whom nobody could find afterwards. */
const FORGOTTEN_DAY = -1;

/** After the orders themselves, in one order: two who change orders at once do not wait for each other in turn. */
export function* raiseDays(days: Iterable<number>): Operation<void> {
  for (const day of [...new Set(days)].sort((one, other) => one - other)) yield* run(raise, { day });
}

export function dayOfOrder(at: number): number {
  return Math.floor(at / ORDER_DAY_MS);
}

/** Of all orders of a person, before they change. */
export function* daysOfPerson(input: { siteId: string; person: string }): Operation<number[]> {
  return (yield* rows(ofPerson, input)).map(({ day }) => Number(day));
}

/** Of the oldest that say whose they are. */
export function* daysOfNamed(input: { siteId: string; before: number; limit: number }): Operation<number[]> {
  return (yield* rows(ofNamed, input)).map(({ day }) => Number(day));
}

export function* listOrderDays(): Operation<{ day: number; version: number }[]> {
  return yield* rows(versions, {});
}

export function* listOrders(input: Period): Operation<OrderRow[]> {
  return (yield* rows(within, input)).map(({ source, ...order }) => ({ ...order, isChecked: source === 'server' }));
}

export function* listSegments({ since, after, limit }: SegmentsAsked): Operation<SegmentRow[]> {
  const from = after ?? { changedAt: since, siteId: '', subject: '' };
  return yield* rows(segments, { at: from.changedAt, siteId: from.siteId, subject: from.subject, limit });
}

/** In the transaction in which customers go. */
export function* raiseForgotten(customers: number): Operation<void> {
  if (customers > 0) yield* run(raise, { day: FORGOTTEN_DAY });
}

export function* readForgotten(): Operation<number> {
  return Number((yield* row(version, { day: FORGOTTEN_DAY }))?.version ?? 0);
}
