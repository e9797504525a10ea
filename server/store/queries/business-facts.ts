import { type Kysely, sql } from 'kysely';
import type { PurchaseStage } from '../../../protocol/wire/business.ts';
import type { Contact, Order } from '../../domain/business/contact.ts';
import type { PromiseMade } from '../../domain/business/kept-promises.ts';
import type { Served } from '../../domain/business/serving-cost.ts';
import type { SiteFilter } from '../business-store.ts';
import type { Period } from '../store.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

/** `site` is '' for all: a statement has one form. */
interface Asked extends Period {
  site: string;
}

const toAsked = <Input extends Period & SiteFilter>({ siteId, ...input }: Input) => ({ ...input, site: siteId ?? '' });

function episodesOf(db: Kysely<Tables>, p: Asked) {
  return db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .where('episode.opened_at', '>=', p.from)
    .where('episode.opened_at', '<', p.to)
    .where((eb) => eb.or([eb(sql`cast(${p.site} as text)`, '=', ''), eb('conversation.site_id', '=', p.site)]));
}

/** J8: profiles that were joined count as one person. */
const ORDERED_BY = sql<string>`substr(shop_order.person, 3)`;
const WHO = sql<string>`coalesce(visitor.joined_to, visitor.id)`;

function contactsOf(db: Kysely<Tables>, p: Asked) {
  return episodesOf(db, p)
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('visitor_identity', (join) => join.on('visitor_identity.visitor_id', '=', WHO))
    .select([
      'conversation.id as conversationId',
      'episode.number as episode',
      'conversation.site_id as siteId',
      WHO.as('visitorId'),
      'visitor_identity.subject',
      'episode.opened_at as openedAt',
      'episode.closed_at as closedAt',
      'episode.outcome',
      'episode.first_response_ms as firstResponseMs',
      'episode.score',
      'episode.purchase_stage as stage',
    ])
    .orderBy('episode.opened_at');
}

/** Whom a conversation belongs to, as `shop_order.person` writes it. */
const PERSON = sql<string>`case when visitor_identity.subject is null then 'v:' || coalesce(visitor.joined_to, visitor.id) else 's:' || visitor_identity.subject end`;

const contacts = prepare<Asked>()((db, p) => contactsOf(db, p));
/** From the few who ordered to what they wrote, not the other way round; profiles that were joined to theirs, too (J8). */
const contactsOfBuyers = prepare<Asked & { orderedFrom: number; orderedTo: number }>()((db, p) =>
  contactsOf(db, p).where('conversation.visitor_id', 'in', (eb) => {
    const ordered = (kind: string) =>
      eb
        .selectFrom('shop_order')
        .where('shop_order.at', '>=', p.orderedFrom)
        .where('shop_order.at', '<', p.orderedTo)
        .where('shop_order.person', 'like', kind);
    const signed = ordered('s:%').innerJoin('visitor_identity', (join) =>
      join.onRef('visitor_identity.site_id', '=', 'shop_order.site_id').on('visitor_identity.subject', '=', ORDERED_BY),
    );
    return signed
      .select('visitor_identity.visitor_id')
      .union(
        signed
          .innerJoin('visitor as joined', 'joined.joined_to', 'visitor_identity.visitor_id')
          .select('joined.id as visitor_id'),
      )
      .union(ordered('v:%').select(ORDERED_BY.as('visitor_id')))
      .union(
        ordered('v:%')
          .innerJoin('visitor as joined', (join) => join.on('joined.joined_to', '=', ORDERED_BY))
          .select('joined.id as visitor_id'),
      );
  }),
);

function ordersOf(db: Kysely<Tables>, p: { site: string }) {
  return db
    .selectFrom('shop_order')
    .leftJoin('customer', (join) =>
      join
        .onRef('customer.site_id', '=', 'shop_order.site_id')
        .on(sql<string>`'s:' || customer.subject`, '=', sql.ref('shop_order.person')),
    )
    .where((eb) => eb.or([eb(sql`cast(${p.site} as text)`, '=', ''), eb('shop_order.site_id', '=', p.site)]))
    .where('shop_order.cancelled', '=', 0)
    .select([
      'shop_order.site_id as siteId',
      'shop_order.order_id as orderId',
      'shop_order.person',
      'shop_order.at',
      'shop_order.minor',
      'shop_order.currency',
      'shop_order.link',
      'shop_order.source',
      'customer.segment',
    ]);
}

const orders = prepare<Asked>()((db, p) =>
  ordersOf(db, p).where('shop_order.at', '>=', p.from).where('shop_order.at', '<', p.to).orderBy('shop_order.at'),
);
const ordersOfContacts = prepare<Asked & { since: number }>()((db, p) =>
  ordersOf(db, p)
    .where('shop_order.at', '>=', p.since)
    .where((eb) =>
      eb(
        eb.refTuple('shop_order.site_id', 'shop_order.person'),
        'in',
        episodesOf(db, p)
          .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
          .leftJoin('visitor_identity', (join) => join.on('visitor_identity.visitor_id', '=', WHO))
          .select(['conversation.site_id', PERSON.as('person')])
          .$asTuple('site_id', 'person'),
      ),
    )
    .orderBy('shop_order.at'),
);
const firstOrders = prepare<Asked>()((db, p) =>
  db
    .selectFrom('shop_order as every')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('shop_order')
          .select(['site_id', 'person'])
          .distinct()
          .where('at', '>=', p.from)
          .where('at', '<', p.to)
          .where('cancelled', '=', 0)
          .where('person', 'is not', null)
          .where((w) => w.or([w(sql`cast(${p.site} as text)`, '=', ''), w('site_id', '=', p.site)]))
          .as('theirs'),
      (join) => join.onRef('theirs.site_id', '=', 'every.site_id').onRef('theirs.person', '=', 'every.person'),
    )
    .where('every.cancelled', '=', 0)
    .groupBy(['every.site_id', 'every.person'])
    .select((eb) => ['every.site_id as siteId', 'every.person', eb.fn.min('every.at').as('at')]),
);
const served = prepare<Asked & { now: number }>()((db, p) =>
  episodesOf(db, p)
    .innerJoin('assignment', 'assignment.conversation_no', 'episode.conversation_no')
    .whereRef('assignment.at', '>=', 'episode.opened_at')
    .where((eb) =>
      eb(
        'assignment.at',
        '<',
        sql<number>`coalesce((select later.opened_at from episode as later where later.conversation_no = episode.conversation_no and later.number = episode.number + 1), ${sql.lit(Number.MAX_SAFE_INTEGER)})`,
      ),
    )
    .select([
      'conversation.id as conversationId',
      'episode.number as episode',
      'assignment.agent_id as agentId',
      'assignment.at as from',
      sql<number>`coalesce(assignment.ended_at, ${p.now})`.as('to'),
    ])
    .orderBy('assignment.at'),
);
/** M13: whatever any agent had between two instants, of every site and time. */
const had = prepare<{ from: number; until: number; now: number }>()((db, p) =>
  db
    .selectFrom('assignment')
    .innerJoin('conversation', 'conversation.no', 'assignment.conversation_no')
    .where('assignment.at', '<', p.until)
    .where((eb) => eb.or([eb('assignment.ended_at', 'is', null), eb('assignment.ended_at', '>', p.from)]))
    .select([
      'conversation.id as conversationId',
      'assignment.agent_id as agentId',
      'assignment.at as from',
      sql<number>`coalesce(assignment.ended_at, ${p.now})`.as('to'),
    ])
    .orderBy('assignment.at'),
);
const promises = prepare<Asked>()((db, p) =>
  episodesOf(db, p)
    .innerJoin('promise', (join) =>
      join
        .onRef('promise.conversation_no', '=', 'episode.conversation_no')
        .onRef('promise.episode', '=', 'episode.number'),
    )
    .select([
      'conversation.id as conversationId',
      'episode.number as episode',
      'promise.at',
      'promise.high_ms as highMs',
      'episode.opened_at as openedAt',
      'episode.first_response_ms as firstResponseMs',
      'episode.closed_at as closedAt',
    ])
    .orderBy('promise.at'),
);

type ContactRow = NonNullable<typeof contacts.row>;
type OrderRow = NonNullable<typeof orders.row>;

export function* listContacts(input: Period & SiteFilter): Operation<Contact[]> {
  return (yield* rows(contacts, toAsked(input))).map(toContact);
}

export function* listContactsOfBuyers({
  ordered,
  ...input
}: Period & SiteFilter & { ordered: Period }): Operation<Contact[]> {
  const asked = { ...toAsked(input), orderedFrom: ordered.from, orderedTo: ordered.to };
  return (yield* rows(contactsOfBuyers, asked)).map(toContact);
}

export function* listOrders(input: Period & SiteFilter): Operation<Order[]> {
  return (yield* rows(orders, toAsked(input))).map(toOrder);
}

export function* listOrdersOfContacts(input: Period & SiteFilter & { since: number }): Operation<Order[]> {
  return (yield* rows(ordersOfContacts, toAsked(input))).map(toOrder);
}

export function* listFirstOrders(input: Period & SiteFilter): Operation<{ person: string; at: number }[]> {
  const found = yield* rows(firstOrders, toAsked(input));
  return found.map(({ siteId, person, at }) => ({ person: `${siteId} ${person}`, at: Number(at) }));
}

export function* listServed(input: Period & SiteFilter & { now: number }): Operation<Served[]> {
  const asked = (yield* rows(served, toAsked(input))).map((one) => ({ ...one, to: Number(one.to) }));
  if (asked.length === 0) return [];
  const known = new Set(asked.map(assignmentKey));
  const until = asked.reduce((latest, { to }) => Math.max(latest, to), input.from);
  const beside = (yield* rows(had, { from: input.from, until, now: input.now }))
    .filter((one) => !known.has(assignmentKey(one)))
    .map((one) => ({ ...one, to: Number(one.to), episode: null }));
  return [...asked, ...beside];
}

function assignmentKey({ conversationId, agentId, from }: Omit<Served, 'to' | 'episode'>): string {
  return `${from} ${agentId} ${conversationId}`;
}

export function* listPromisesMade(input: Period & SiteFilter): Operation<PromiseMade[]> {
  return (yield* rows(promises, toAsked(input))).map(({ openedAt, firstResponseMs, ...one }) => ({
    ...one,
    answeredAt: firstResponseMs === null ? null : openedAt + firstResponseMs,
  }));
}

function toContact({ siteId, visitorId, subject, stage, ...one }: ContactRow): Contact {
  return {
    ...one,
    person: `${siteId} ${subject === null ? `v:${visitorId}` : `s:${subject}`}`,
    stage: stage as PurchaseStage | null,
  };
}

/** Two sites' customers are two people. */
function toOrder({ siteId, person, source, segment, ...one }: OrderRow): Order {
  return {
    ...one,
    person: person === null ? null : `${siteId} ${person}`,
    isChecked: source === 'server',
    segment,
  };
}
