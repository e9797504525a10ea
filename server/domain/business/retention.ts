import type { ContactGroup, ResponseGroup } from '../../../protocol/wire/business.ts';
import { CONTACT_AFTER_ORDER_MS, RETENTION_MS, SATISFIED_SCORE_MIN } from '../../../protocol/wire/limits.ts';

import { byPerson, type Contact, isWithin, type Order, type Span } from './contact.ts';
import type { Judged } from './rate.ts';

const MINUTE_MS = 60_000;

/** A person by her first order of the period, and what went with it. */
export interface Buyer {
  person: string;
  order: Order;
  /** Her next order, if there is one within RETENTION_MS. */
  againAt: number | null;
  contact: ContactGroup;
  /** Null: nobody was asked anything. */
  response: ResponseGroup | null;
  segment: string | null;
  /** Bought before this order. */
  isKnown: boolean;
}

/**
 * M12: of those who ordered in the period, the ones who ordered again within 90 days. Whoever ordered less than 90 days ago is not
 * known yet, even if she came again: those who come back show early, those who do not only then. `orders` reach 90 days further than the period on both sides, `contacts` too.
 */
export function judgeRetention(
  orders: readonly Order[],
  contacts: readonly Contact[],
  firstAtOf: (person: string) => number | undefined,
  period: Span,
  now: number,
): Judged<Buyer>[] {
  const met = byPerson(contacts, (contact) => contact.openedAt);
  const judged: Judged<Buyer>[] = [];
  for (const [person, own] of byPerson(orders, (order) => order.at)) {
    const at = own.findIndex((order) => isWithin(period, order.at));
    const order = own[at];
    if (!order) continue;
    const next = own.slice(at + 1).find((one) => one.at > order.at && one.at <= order.at + RETENTION_MS);
    const row: Buyer = {
      ...{ person, order, againAt: next?.at ?? null, segment: order.segment },
      ...groupsOf(met.get(person) ?? [], order.at, next?.at),
      isKnown: (firstAtOf(person) ?? order.at) < order.at,
    };
    judged.push({ row, verdict: now < order.at + RETENTION_MS ? 'unknown' : next ? 'hit' : 'miss' });
  }
  return judged;
}

/**
 * By what happened in the 90 days before the order and the 14 after it, and before the next one: nothing that came after
 * somebody had come back says why she did.
 */
function groupsOf(own: readonly Contact[], orderAt: number, nextAt = Number.POSITIVE_INFINITY) {
  const span = { from: orderAt - RETENTION_MS, to: Math.min(nextAt, orderAt + CONTACT_AFTER_ORDER_MS) };
  const around = own.filter((contact) => isWithin(span, contact.openedAt) && contact.outcome !== 'spam');
  const last = around.at(-1);
  if (!last) return { contact: 'no_contact' as const, response: null };
  const score = around.findLast((contact) => contact.score !== null)?.score ?? null;
  const contact: ContactGroup =
    score === null ? 'not_rated' : score >= SATISFIED_SCORE_MIN ? 'rated_good' : 'rated_bad';
  return { contact, response: responseOf(last) };
}

function responseOf({ firstResponseMs }: Contact): ResponseGroup {
  if (firstResponseMs === null) return 'never';
  if (firstResponseMs <= MINUTE_MS) return 'minute';
  return firstResponseMs <= 5 * MINUTE_MS ? 'five_minutes' : 'later';
}

/** Of those who ordered in the period, the ones who had ordered before. */
export function judgeRepeat(buyers: readonly Judged<Buyer>[]): Judged<Buyer>[] {
  return buyers.map(({ row }) => ({ row, verdict: row.isKnown ? 'hit' : 'miss' }));
}
