import { CONTACT_GROUPS, RESPONSE_GROUPS } from '../../../protocol/wire/business.ts';
import { CONTACT_AFTER_ORDER_MS, RETENTION_MS, SATISFIED_SCORE_MIN } from '../../../protocol/wire/limits.ts';
import type { Contacts } from '../books/contact-room.ts';
import type { Grouped } from '../books/grouped.ts';
import type { Orders } from '../books/order-book.ts';
import { HIT, MISS, UNKNOWN } from './rate.ts';

const MINUTE_MS = 60_000;
/** Nobody was asked anything. */
const NO_RESPONSE = 255;

/** People who ordered in a period, by their first order in it; one place in each list for each. */
export interface Buyers {
  person: Int32Array;
  /** That order's place. */
  order: Int32Array;
  /** Places in CONTACT_GROUPS, in RESPONSE_GROUPS. */
  contact: Uint8Array;
  response: Uint8Array;
  /** The last of her contacts by which these are told; -1: she was in none. */
  last: Int32Array;
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
  /** Places of the orders of the period, in the order of time. */
  ordered: Int32Array;
  contacts: Contacts;
  /** Contacts by person, but for spam, each in the order of time. */
  met: Grouped;
  /** Only those whose last contact the question leaves; of whoever was in none nobody can say. */
  isNarrowed: boolean;
}

/**
 * M12: of those who ordered in the period, the ones who ordered again within 90 days. Whoever ordered less than 90 days ago is not
 * known yet, even if she came again: those who come back show early, those who do not only then. O(orders and their people's contacts).
 */
export function judgeRetention(facts: RetentionFacts, now: number): Buyers {
  const { orders, ordered } = facts;
  const { from, places } = orders.byPerson;
  const seen = new Uint8Array(from.length);
  const buyers = roomFor(ordered.length);
  let found = 0;
  for (let next = 0; next < ordered.length; next += 1) {
    const order = ordered[next] as number;
    const who = orders.person[order] as number;
    if (who < 0 || seen[who] === 1) continue;
    seen[who] = 1;
    const orderedAt = orders.at[order] as number;
    const nextAt = nextAfter(facts, who, orderedAt);
    buyers.person[found] = who;
    buyers.order[found] = order;
    putGroups(buyers, found, facts, who, orderedAt, nextAt);
    if (facts.isNarrowed && !isLeft(facts.contacts, buyers.last[found] as number)) continue;
    // Of all that is known, also where only checked orders are counted.
    buyers.isKnown[found] = (orders.at[places[from[who] as number] as number] as number) < orderedAt ? 1 : 0;
    buyers.verdict[found] = now < orderedAt + RETENTION_MS ? UNKNOWN : nextAt === NEVER ? MISS : HIT;
    found += 1;
  }
  return {
    ...{ person: buyers.person.subarray(0, found), order: buyers.order.subarray(0, found) },
    ...{ contact: buyers.contact.subarray(0, found), response: buyers.response.subarray(0, found) },
    last: buyers.last.subarray(0, found),
    ...{ isKnown: buyers.isKnown.subarray(0, found), verdict: buyers.verdict.subarray(0, found) },
  };
}

function roomFor(most: number): Buyers {
  return {
    ...{ person: new Int32Array(most), order: new Int32Array(most), contact: new Uint8Array(most) },
    ...{ response: new Uint8Array(most), isKnown: new Uint8Array(most), verdict: new Uint8Array(most) },
    last: new Int32Array(most),
  };
}

function isLeft({ isIn }: Contacts, row: number): boolean {
  return row >= 0 && isIn[row] === 1;
}

const NEVER = Number.POSITIVE_INFINITY;

/** When the same person ordered next, if that was within RETENTION_MS. */
function nextAfter({ orders: { at, byPerson }, counts }: RetentionFacts, who: number, orderedAt: number): number {
  const end = byPerson.from[who + 1] as number;
  for (let place = byPerson.from[who] as number; place < end; place += 1) {
    const order = byPerson.places[place] as number;
    const nextAt = at[order] as number;
    if (nextAt > orderedAt + RETENTION_MS) return NEVER;
    if (nextAt > orderedAt && counts(order)) return nextAt;
  }
  return NEVER;
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
function putGroups(
  buyers: Buyers,
  place: number,
  { contacts, met }: RetentionFacts,
  who: number,
  orderedAt: number,
  nextAt: number,
): void {
  const until = Math.min(nextAt, orderedAt + CONTACT_AFTER_ORDER_MS);
  let last = -1;
  let score = 0;
  const end = met.from[who + 1] as number;
  for (let one = met.from[who] as number; one < end; one += 1) {
    const row = met.places[one] as number;
    const openedAt = contacts.openedAt[row] as number;
    if (openedAt < orderedAt - RETENTION_MS) continue;
    if (openedAt >= until) break;
    last = row;
    const own = contacts.score[row] as number;
    if (own > 0) score = own;
  }
  buyers.last[place] = last;
  const rated = score >= SATISFIED_SCORE_MIN ? GROUP.good : GROUP.bad;
  buyers.contact[place] = last < 0 ? GROUP.none : score === 0 ? GROUP.silent : rated;
  buyers.response[place] = last < 0 ? NO_RESPONSE : responseOf(contacts.response[last] as number);
}

const SPEED = {
  minute: RESPONSE_GROUPS.indexOf('minute'),
  five: RESPONSE_GROUPS.indexOf('five_minutes'),
  later: RESPONSE_GROUPS.indexOf('later'),
  never: RESPONSE_GROUPS.indexOf('never'),
};

/** `coded` as in `ContactColumns.response`. */
function responseOf(coded: number): number {
  if (coded === 0) return SPEED.never;
  if (coded - 1 <= MINUTE_MS) return SPEED.minute;
  return coded - 1 <= 5 * MINUTE_MS ? SPEED.five : SPEED.later;
}
