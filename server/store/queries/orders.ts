import { sql } from 'kysely';
import type { ImportResult } from '../../../protocol/wire/business.ts';
import type { CustomerSaid, OrderSaid } from '../../domain/business/read-order.ts';
import type { AddPageOrder } from '../business-store.ts';
import { listOf } from './list-of.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { dayOfOrder, daysOfPerson, raiseDays, raiseForgotten } from './order-days.ts';
import { prepare } from './prepare.ts';

interface OrderRow {
  siteId: string;
  orderId: string;
  at: number;
  minor: number;
  currency: string;
  source: 'page' | 'server';
  person: string | null;
  link: 'signed' | 'claimed' | null;
  cancelled: number;
  receivedAt: number;
}

const valuesOf = (p: OrderRow) => ({
  site_id: p.siteId,
  order_id: p.orderId,
  at: p.at,
  minor: p.minor,
  currency: p.currency,
  source: p.source,
  person: p.person,
  link: p.link,
  cancelled: p.cancelled,
  received_at: p.receivedAt,
});
/** Where the server names nobody, what a page claimed stays a claim. */
const keep = prepare<OrderRow>()((db, p) =>
  db
    .insertInto('shop_order')
    .values(valuesOf(p))
    .onConflict((c) =>
      c.columns(['site_id', 'order_id']).doUpdateSet({
        at: p.at,
        minor: p.minor,
        currency: p.currency,
        source: p.source,
        person: sql`coalesce(excluded.person, shop_order.person)`,
        link: sql`case when excluded.person is null then shop_order.link else excluded.link end`,
        cancelled: p.cancelled,
        received_at: p.receivedAt,
      }),
    ),
);
const add = prepare<OrderRow>()((db, p) =>
  db
    .insertInto('shop_order')
    .values(valuesOf(p))
    .onConflict((c) => c.doNothing()),
);
/** An order that the server named nobody for: the page's word, marked as such. */
const claim = prepare<{ siteId: string; orderId: string; person: string; at: number }>()((db, p) =>
  db
    .updateTable('shop_order')
    .set({ person: p.person, link: 'claimed', received_at: p.at })
    .where('site_id', '=', p.siteId)
    .where('order_id', '=', p.orderId)
    .where('person', 'is', null),
);
const known = prepare<{ siteId: string; ids: string }>()((db, p, dialect) =>
  db
    .selectFrom('shop_order')
    .select(['order_id', 'at', 'minor', 'currency', 'source', 'person', 'cancelled'])
    .where('site_id', '=', p.siteId)
    .where('order_id', 'in', listOf(p.ids, dialect) as never),
);
const recent = prepare<{ siteId: string; person: string; since: number }>()((db, p) =>
  db
    .selectFrom('shop_order')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('site_id', '=', p.siteId)
    .where('person', '=', p.person)
    .where('link', '=', 'claimed')
    .where('received_at', '>=', p.since),
);
/** J8: of a profile that was joined to another one, that one. */
const personOfVisitor = prepare<{ visitorId: string }>()((db, p) =>
  db
    .selectFrom('visitor')
    .leftJoin('visitor_identity', (join) =>
      join.on('visitor_identity.visitor_id', '=', sql<string>`coalesce(visitor.joined_to, visitor.id)`),
    )
    .select(['visitor_identity.subject', sql<string>`coalesce(visitor.joined_to, visitor.id)`.as('id')])
    .where('visitor.id', '=', p.visitorId),
);
const last = prepare<{ siteId: string; person: string }>()((db, p) =>
  db
    .selectFrom('shop_order')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('site_id', '=', p.siteId)
    .where('person', '=', p.person)
    .where('cancelled', '=', 0),
);
const knownCustomers = prepare<{ siteId: string; subjects: string }>()((db, p, dialect) =>
  db
    .selectFrom('customer')
    .select(['subject', 'segment'])
    .where('site_id', '=', p.siteId)
    .where('subject', 'in', listOf(p.subjects, dialect) as never),
);
const keepCustomer = prepare<{ siteId: string; subject: string; segment: string | null; at: number }>()((db, p) =>
  db
    .insertInto('customer')
    .values({ site_id: p.siteId, subject: p.subject, segment: p.segment, changed_at: p.at })
    .onConflict((c) => c.columns(['site_id', 'subject']).doUpdateSet({ segment: p.segment, changed_at: p.at })),
);
const eraseOrders = prepare<{ siteId: string; person: string }>()((db, p) =>
  db.deleteFrom('shop_order').where('site_id', '=', p.siteId).where('person', '=', p.person),
);
const eraseOne = prepare<{ siteId: string; subject: string }>()((db, p) =>
  db.deleteFrom('customer').where('site_id', '=', p.siteId).where('subject', '=', p.subject),
);
const moveOrders = prepare<{ from: string; to: string; siteId: string }>()((db, p) =>
  db.updateTable('shop_order').set({ person: p.to }).where('site_id', '=', p.siteId).where('person', '=', p.from),
);

const ofSubject = (subject: string) => `s:${subject}`;
const ofVisitor = (visitorId: string) => `v:${visitorId}`;

export function* importOrders(input: {
  siteId: string;
  orders: OrderSaid[];
  at: number;
  namedSince?: number;
}): Operation<ImportResult> {
  const { siteId, at: receivedAt, namedSince = Number.NEGATIVE_INFINITY } = input;
  const ids = JSON.stringify(input.orders.map(({ orderId }) => orderId));
  const before = new Map((yield* rows(known, { siteId, ids })).map((one) => [one.order_id, one]));
  const result: ImportResult = { added: 0, changed: 0, same: 0 };
  const days: number[] = [];
  // In one order, so that two imports at once cannot wait for each other.
  for (const order of input.orders.toSorted((one, other) => (one.orderId < other.orderId ? -1 : 1))) {
    const { orderId, minor, currency, subject } = order;
    const was = before.get(orderId);
    const at = order.at ?? Number(was?.at ?? receivedAt);
    const person = subject === null || at < namedSince ? null : ofSubject(subject);
    const cancelled = order.isCancelled ? 1 : 0;
    const isSame =
      was?.source === 'server' &&
      was.at === at &&
      was.minor === minor &&
      was.currency === currency &&
      was.cancelled === cancelled &&
      (person === null || was.person === person);
    result[isSame ? 'same' : was ? 'changed' : 'added'] += 1;
    if (isSame) continue;
    const link = person === null ? null : ('signed' as const);
    yield* run(keep, {
      ...{ siteId, orderId, at, minor, currency, source: 'server', person, link },
      ...{ cancelled, receivedAt },
    });
    days.push(dayOfOrder(at));
    if (was) days.push(dayOfOrder(was.at));
  }
  yield* raiseDays(days);
  return result;
}

export function* importCustomers(input: {
  siteId: string;
  customers: CustomerSaid[];
  at: number;
}): Operation<ImportResult> {
  const { siteId, at } = input;
  const subjects = JSON.stringify(input.customers.map(({ subject }) => subject));
  const before = new Map(
    (yield* rows(knownCustomers, { siteId, subjects })).map(({ subject, segment }) => [subject, segment]),
  );
  const result: ImportResult = { added: 0, changed: 0, same: 0 };
  for (const { subject, segment } of input.customers.toSorted((one, other) => (one.subject < other.subject ? -1 : 1))) {
    const isSame = before.has(subject) && before.get(subject) === segment;
    result[isSame ? 'same' : before.has(subject) ? 'changed' : 'added'] += 1;
    if (!isSame) yield* run(keepCustomer, { siteId, subject, segment, at });
  }
  return result;
}

export function* addPageOrder({
  siteId,
  visitorId,
  order,
  ...more
}: AddPageOrder): Operation<'added' | 'kept' | 'too_many'> {
  const person = yield* personOf(visitorId);
  const { n } = (yield* row(recent, { siteId, person, since: more.since })) ?? { n: 0 };
  if (Number(n) >= more.max) return 'too_many';
  const { orderId, minor, currency } = order;
  const added = yield* count(add, {
    ...{ siteId, orderId, minor, currency, person, at: more.at, receivedAt: more.at },
    ...{ source: 'page', link: 'claimed', cancelled: 0 },
  });
  if (added === 1) {
    yield* raiseDays([dayOfOrder(more.at)]);
    return 'added';
  }
  if ((yield* count(claim, { siteId, orderId, person, at: more.at })) === 1)
    yield* raiseDays(yield* daysOfPerson({ siteId, person }));
  return 'kept';
}

export function* findLastOrderAt(input: { siteId: string; visitorId: string }): Operation<number | null> {
  const person = yield* personOf(input.visitorId);
  const found = yield* row(last, { siteId: input.siteId, person });
  return found?.at == null ? null : Number(found.at);
}

export function* eraseCustomer(input: {
  siteId: string;
  subject: string;
}): Operation<{ orders: number; customers: number }> {
  const { siteId, subject } = input;
  const person = ofSubject(subject);
  const days = yield* daysOfPerson({ siteId, person });
  const orders = yield* count(eraseOrders, { siteId, person });
  const customers = yield* count(eraseOne, { siteId, subject });
  yield* raiseForgotten(customers);
  yield* raiseDays(days);
  return { orders, customers };
}

/** I3: what was ordered in a browser goes along to the person it acts for; a claim stays one. */
export function* moveOrdersTo(input: { siteId: string; browserId: string; subject: string }): Operation<void> {
  const { siteId, browserId, subject } = input;
  yield* nameAnew({ siteId, from: ofVisitor(browserId), to: ofSubject(subject) });
}

/** Whose orders they are: all of one person's are another's. */
export function* nameAnew({ siteId, from, to }: { siteId: string; from: string; to: string }): Operation<void> {
  const days = yield* daysOfPerson({ siteId, person: from });
  if (days.length === 0) return;
  yield* run(moveOrders, { siteId, from, to });
  yield* raiseDays(days);
}

function* personOf(visitorId: string): Operation<string> {
  const found = yield* row(personOfVisitor, { visitorId });
  return found?.subject ? ofSubject(found.subject) : ofVisitor(found?.id ?? visitorId);
}
