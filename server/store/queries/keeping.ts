import { sql } from 'kysely';
import { eraseConversation } from './erase-conversation.ts';
import { beginErasure } from './erase-person.ts';
import { listOf } from './list-of.ts';
import { count, type Operation, row, rows } from './operation.ts';
import { daysOfNamed, raiseDays, raiseForgotten } from './order-days.ts';
import { listProfiles } from './person-root.ts';
import { prepare } from './prepare.ts';

/** Who had it done, where a rule did it and nobody. */
const BY_RULE = 'rule';

interface Old {
  siteId: string;
  before: number;
  limit: number;
}

/** The words of the index, one by one: SQLite takes it only then. */
const KEPT = sql<boolean>`status = 'closed' and erased_at is null`;
const old = prepare<Old>()((db, p) =>
  db
    .selectFrom('conversation')
    .select('id')
    .where(KEPT)
    .where('site_id', '=', p.siteId)
    .where('closed_at', '<', p.before)
    .orderBy('closed_at')
    .limit(p.limit),
);
const fits = prepare<{ id: string; before: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select('visitor_id')
    .where(KEPT)
    .where('id', '=', p.id)
    .where('closed_at', '<', p.before),
);
/** Nothing else of hers is kept, she was not here since, and nobody holds anything against her. */
const leaves = prepare<{ ids: string; before: number }>()((db, p, dialect) =>
  db
    .selectFrom('visitor')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where((eb) =>
      eb.or([eb('id', 'in', listOf(p.ids, dialect) as never), eb('acts_as', 'in', listOf(p.ids, dialect) as never)]),
    )
    .where((eb) =>
      eb.or([
        eb('seen_at', '>=', p.before),
        eb.exists(
          eb
            .selectFrom('conversation')
            .select(sql`1`.as('one'))
            .whereRef('conversation.visitor_id', '=', 'visitor.id')
            .where('conversation.erased_at', 'is', null),
        ),
        eb.exists(
          eb
            .selectFrom('visitor_block')
            .select(sql`1`.as('one'))
            .whereRef('visitor_block.visitor_id', '=', 'visitor.id')
            .where('visitor_block.ended_at', 'is', null),
        ),
      ]),
    ),
);
const namedOrders = prepare<Old>()((db, p) => ({
  compile: () =>
    sql`update shop_order set person = null, link = null where (site_id, order_id) in (
      select site_id, order_id from shop_order
      where person is not null and site_id = ${p.siteId} and at < ${p.before} order by at limit ${p.limit})`.compile(
      db,
    ),
}));
const customers = prepare<Old>()((db, p) => ({
  compile: () =>
    sql`delete from customer where (site_id, subject) in (
      select site_id, subject from customer
      where site_id = ${p.siteId} and changed_at < ${p.before} and not exists (
        select 1 from shop_order where shop_order.site_id = customer.site_id and shop_order.person = 's:' || customer.subject)
      order by changed_at limit ${p.limit})`.compile(db),
}));
const countConversations = prepare<Old>()((db, p) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('conversation')
        .select('no')
        .where(KEPT)
        .where('site_id', '=', p.siteId)
        .where('closed_at', '<', p.before)
        .limit(p.limit)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n')),
);
const countOrders = prepare<Old>()((db, p) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('shop_order')
        .select('order_id')
        .where('person', 'is not', null)
        .where('site_id', '=', p.siteId)
        .where('at', '<', p.before)
        .limit(p.limit)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n')),
);

export function* listOld(input: Old): Operation<string[]> {
  return (yield* rows(old, input)).map(({ id }) => id);
}

export function* emptyOld(input: {
  conversationId: string;
  before: number;
  forgets: boolean;
  at: number;
}): Operation<{ vaultNames: string[]; change: number; ended: string[] } | 'kept'> {
  const { conversationId, before, forgets, at } = input;
  const found = yield* row(fits, { id: conversationId, before });
  if (!found) return 'kept';
  const erased = yield* eraseConversation({ conversationId, at });
  if (typeof erased === 'string') return 'kept';
  return { ...erased, ended: forgets ? yield* forgetPerson(found.visitor_id, before, at) : [] };
}

function* forgetPerson(visitorId: string, before: number, at: number): Operation<string[]> {
  const ids = JSON.stringify(yield* listProfiles(visitorId));
  if (Number((yield* row(leaves, { ids, before }))?.n ?? 0) > 0) return [];
  const begun = yield* beginErasure({ visitorId, byId: BY_RULE, at });
  return begun === 'not_found' ? [] : begun.ended;
}

export function* forgetBuyers(input: Old): Operation<{ orders: number; customers: number }> {
  const days = yield* daysOfNamed(input);
  const orders = yield* count(namedOrders, input);
  const gone = yield* count(customers, input);
  yield* raiseForgotten(gone);
  yield* raiseDays(days);
  return { orders, customers: gone };
}

export function* countOld(input: {
  siteId: string;
  conversationsBefore: number | null;
  ordersBefore: number | null;
  max: number;
}): Operation<{ conversations: number; orders: number }> {
  const { siteId, conversationsBefore, ordersBefore, max: limit } = input;
  return {
    conversations: yield* counted(countConversations, siteId, conversationsBefore, limit),
    orders: yield* counted(countOrders, siteId, ordersBefore, limit),
  };
}

function* counted(
  query: typeof countConversations,
  siteId: string,
  before: number | null,
  limit: number,
): Operation<number> {
  if (before === null) return 0;
  return Number((yield* row(query, { siteId, before, limit }))?.n ?? 0);
}
