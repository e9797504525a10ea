import { CONTACT_GROUPS, RESPONSE_GROUPS } from '../../../protocol/wire/business.ts';
import { CONTACT_AFTER_ORDER_MS, RETENTION_MS, SATISFIED_SCORE_MIN } from '../../../protocol/wire/limits.ts';
import type { Contacts } from '../books/contacts.ts';
import type { Grouped } from '../books/grouped.ts';
import type { Orders } from '../books/order-book.ts';
import type { Span } from './contact.ts';
import { HIT, MISS, UNKNOWN } from './rate.ts';

const MINUTE_MS = 60_000;
/** Nobody was asked anything. */
export const NO_RESPONSE = 255;

/** People who ordered in a period, by their first order in it; one place in each list for each. */
export interface Buyers {
  person: Int32Array;
  /** That order's place. */
  order: Int32Array;
  /** Places in CONTACT_GROUPS, in RESPONSE_GROUPS. */
  contact: Uint8Array;
  response: Uint8Array;
  /** 1: bought before this order. */
  isKnown: Uint8Array;
  /** M12: ordered again within 90 days. */
  verdict: Uint8Array;
}

/** Which orders a question looks at. */
export type Counting = (order: number) => boolean;

export interface RetentionFacts {
  orders: Orders;
  counts: Counting;
  contacts: Contacts;
  /** Contacts by person, but for spam, each in the order of time. */
  met: Grouped;
}

/**
 * M12: of those who ordered in the period, the ones who ordered again within 90 days. Whoever ordered less than 90 days ago is not
 * known yet, even if she came again: those who come back show early, those who do not only then. O(orders and their people's contacts).
 */
export function judgeRetention(facts: RetentionFacts, period: Span, now: number): Buyers {
  const { orders, counts } = facts;
  const { from, places } = orders.byPerson;
  const found: number[][] = [[], [], [], [], [], []];
  const [person, order, contact, response, isKnown, verdict] = found as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  for (let who = 0; who < from.length - 1; who += 1) {
    const begin = from[who] as number;
    const end = from[who + 1] as number;
    const at = firstWithin(orders, begin, end, period, counts);
    if (at < 0) continue;
    const first = places[at] as number;
    const orderedAt = orders.at[first] as number;
    const nextAt = nextAfter(orders, at, end, counts);
    const group = groupsOf(facts, who, orderedAt, nextAt);
    person.push(who);
    order.push(first);
    contact.push(group.contact);
    response.push(group.response);
    // Of all that is known, also where only checked orders are counted.
    isKnown.push((orders.at[places[begin] as number] as number) < orderedAt ? 1 : 0);
    verdict.push(now < orderedAt + RETENTION_MS ? UNKNOWN : nextAt === null ? MISS : HIT);
  }
  return {
    ...{ person: Int32Array.from(person), order: Int32Array.from(order) },
    ...{ contact: Uint8Array.from(contact), response: Uint8Array.from(response) },
    ...{ isKnown: Uint8Array.from(isKnown), verdict: Uint8Array.from(verdict) },
  };
}

function firstWithin(
  { at, byPerson }: Orders,
  begin: number,
  end: number,
  { from, to }: Span,
  counts: Counting,
): number {
  for (let place = begin; place < end; place += 1) {
    const order = byPerson.places[place] as number;
    const orderedAt = at[order] as number;
    if (orderedAt >= to) return -1;
    if (orderedAt >= from && counts(order)) return place;
  }
  return -1;
}

/** The next order of the same person, if there is one within RETENTION_MS. */
function nextAfter({ at, byPerson }: Orders, first: number, end: number, counts: Counting): number | null {
  const orderedAt = at[byPerson.places[first] as number] as number;
  for (let place = first + 1; place < end; place += 1) {
    const order = byPerson.places[place] as number;
    const nextAt = at[order] as number;
    if (nextAt > orderedAt + RETENTION_MS) return null;
    if (nextAt > orderedAt && counts(order)) return nextAt;
  }
  return null;
}

const GROUP = {
  good: CONTACT_GROUPS.indexOf('rated_good'),
  bad: CONTACT_GROUPS.indexOf('rated_bad'),
  silent: CONTACT_GROUPS.indexOf('not_rated'),
  none: CONTACT_GROUPS.indexOf('no_contact'),
};

/**
 * By what happened in the 90 days before the order and the 14 after it, and before the next one: nothing that came after
 * somebody had come back says why she did.
 */
function groupsOf({ contacts, met }: RetentionFacts, who: number, orderedAt: number, nextAt: number | null) {
  const until = Math.min(nextAt ?? Number.POSITIVE_INFINITY, orderedAt + CONTACT_AFTER_ORDER_MS);
  let last = -1;
  let score = 0;
  const end = met.from[who + 1] ?? 0;
  for (let place = met.from[who] ?? 0; place < end; place += 1) {
    const row = met.places[place] as number;
    const openedAt = contacts.openedAt[row] as number;
    if (openedAt < orderedAt - RETENTION_MS) continue;
    if (openedAt >= until) break;
    last = row;
    const own = contacts.score[row] as number;
    if (own > 0) score = own;
  }
  if (last < 0) return { contact: GROUP.none, response: NO_RESPONSE };
  const contact = score === 0 ? GROUP.silent : score >= SATISFIED_SCORE_MIN ? GROUP.good : GROUP.bad;
  return { contact, response: responseOf(contacts.response[last] as number) };
}

/** `coded` as in `ContactColumns.response`. */
function responseOf(coded: number): number {
  if (coded === 0) return RESPONSE_GROUPS.indexOf('never');
  if (coded - 1 <= MINUTE_MS) return RESPONSE_GROUPS.indexOf('minute');
  return RESPONSE_GROUPS.indexOf(coded - 1 <= 5 * MINUTE_MS ? 'five_minutes' : 'later');
}
