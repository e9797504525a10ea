import type { Amount, AtRisk } from '../../../protocol/wire/business.ts';
import { SATISFIED_SCORE_MIN } from '../../../protocol/wire/limits.ts';
import type { Contacts } from '../books/contact-room.ts';
import type { Grouped } from '../books/grouped.ts';
import type { Orders } from '../books/order-book.ts';
import { meanOf } from './rate.ts';
import type { Counting } from './retention.ts';
import type { Span } from './span.ts';

/** So far back what somebody ordered says what she is worth. */
const WORTH_MS = 365 * 24 * 3_600_000;
export const RISKS = ['unanswered', 'rated_bad'] as const satisfies readonly AtRisk['why'][];

/** People at risk, by their last contact; one place in each list for each. */
export interface AtRiskPeople {
  row: Int32Array;
  /** Place in RISKS. */
  why: Uint8Array;
  /** Places of the orders that say what each is worth: from `worthFrom[i]` to `worthFrom[i + 1]`. */
  worthFrom: Int32Array;
  worth: Int32Array;
}

export interface RiskFacts {
  contacts: Contacts;
  /** Contacts by person, but for spam, each in the order of time. */
  met: Grouped;
  orders: Orders;
  counts: Counting;
}

/**
 * People who had ordered, whose last word with us in the period went unanswered or was rated badly, and who have not ordered
 * since. What they ordered in the year before is what may be lost, not what is lost. O(their contacts and orders).
 */
export function listAtRisk({ contacts, met, orders, counts }: RiskFacts, period: Span): AtRiskPeople {
  const [row, why, worthFrom, worth]: [number[], number[], number[], number[]] = [[], [], [0], []];
  const { from, places } = orders.byPerson;
  for (let who = 0; who < from.length - 1; who += 1) {
    const begin = from[who] as number;
    const end = from[who + 1] as number;
    if (begin === end) continue;
    const last = lastWithin(contacts, met, who, period);
    const risk = last < 0 || contacts.isIn[last] === 0 ? -1 : whyOf(contacts, last);
    if (risk < 0) continue;
    const openedAt = contacts.openedAt[last] as number;
    const had = worth.length;
    let isBack = false;
    for (let place = begin; place < end && !isBack; place += 1) {
      const order = places[place] as number;
      if (!counts(order)) continue;
      const at = orders.at[order] as number;
      isBack = at >= openedAt;
      if (at < openedAt && at >= openedAt - WORTH_MS) worth.push(order);
    }
    if (isBack || worth.length === had) {
      worth.length = had;
      continue;
    }
    row.push(last);
    why.push(risk);
    worthFrom.push(worth.length);
  }
  return {
    ...{ row: Int32Array.from(row), why: Uint8Array.from(why) },
    ...{ worthFrom: Int32Array.from(worthFrom), worth: Int32Array.from(worth) },
  };
}

function lastWithin({ openedAt }: Contacts, met: Grouped, who: number, { from, to }: Span): number {
  const begin = met.from[who] ?? 0;
  for (let place = (met.from[who + 1] ?? 0) - 1; place >= begin; place -= 1) {
    const row = met.places[place] as number;
    const at = openedAt[row] as number;
    if (at < from) return -1;
    if (at < to) return row;
  }
  return -1;
}

function whyOf({ score, closedAt, response }: Contacts, row: number): number {
  const said = score[row] as number;
  if (said > 0) return said < SATISFIED_SCORE_MIN ? RISKS.indexOf('rated_bad') : -1;
  return closedAt[row] !== 0 && response[row] === 0 ? RISKS.indexOf('unanswered') : -1;
}

export function readAtRisk({ why, worthFrom, worth }: AtRiskPeople, orders: Orders): AtRisk[] {
  return RISKS.map((name, code) => {
    const [all, each]: [number[], number[]] = [[], []];
    for (let one = 0; one < why.length; one += 1) {
      if (why[one] !== code) continue;
      const own = worth.subarray(worthFrom[one], worthFrom[one + 1]);
      each.push(own.reduce((sum, order) => sum + (orders.minor[order] as number), 0));
      for (const order of own) all.push(order);
    }
    const revenue = sumOf(orders, all);
    return { why: name, people: each.length, revenue, perPerson: revenue.length === 1 ? meanOf(each) : null };
  });
}

/** One sum for each currency: nobody here knows their rates. */
export function sumOf({ minor, currency, words }: Orders, places: ArrayLike<number>): Amount[] {
  const sums = new Float64Array(words.length);
  const isIn = new Uint8Array(words.length);
  for (let at = 0; at < places.length; at += 1) {
    const order = places[at] as number;
    const code = currency[order] as number;
    sums[code] = (sums[code] as number) + (minor[order] as number);
    isIn[code] = 1;
  }
  const amounts = words.flatMap((word, code) =>
    isIn[code] === 1 ? [{ currency: word, minor: sums[code] as number }] : [],
  );
  return amounts.sort((one, other) => (one.currency < other.currency ? -1 : 1));
}
