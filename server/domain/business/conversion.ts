import { PURCHASE_STAGES } from '../../../protocol/wire/business.ts';
import { CONVERSION_MS } from '../../../protocol/wire/limits.ts';
import type { Contacts } from '../books/contact-room.ts';
import type { Orders } from '../books/order-book.ts';
import { OUTCOMES } from '../measures/columns.ts';
import { HIT, MISS, UNKNOWN } from './rate.ts';
import type { Counting } from './retention.ts';
import type { Span } from './span.ts';

/** Rows of contacts, and what each counts as. */
export interface Judged {
  row: Int32Array;
  verdict: Uint8Array;
}

/** Stages that come before a purchase: places in PURCHASE_STAGES. */
export const ASKED_STAGES = 2;
export const SPAM = OUTCOMES.indexOf('spam') + 1;

/**
 * Conversion after chat: of the episodes that opened before or during a purchase, those whose person ordered within seven days.
 * One that is younger is not known, whether an order came or not: orders show at once, their absence only then. O(contacts × log of a person's orders).
 */
export function judgeConversions(
  contacts: Contacts,
  orders: Orders,
  counts: Counting,
  period: Span,
  now: number,
): Judged {
  const row = new Int32Array(contacts.count);
  const verdict = new Uint8Array(contacts.count);
  let found = 0;
  for (let index = 0; index < contacts.count; index += 1) {
    const stage = contacts.stage[index] as number;
    if (stage === 0 || stage > ASKED_STAGES || contacts.outcome[index] === SPAM || contacts.isIn[index] === 0) continue;
    const openedAt = contacts.openedAt[index] as number;
    if (openedAt < period.from || openedAt >= period.to) continue;
    row[found] = index;
    verdict[found] =
      now < openedAt + CONVERSION_MS
        ? UNKNOWN
        : hasOrdered(orders, contacts.person[index] as number, openedAt, counts)
          ? HIT
          : MISS;
    found += 1;
  }
  return { row: row.subarray(0, found), verdict: verdict.subarray(0, found) };
}

/** Within seven days after. */
function hasOrdered({ at, byPerson }: Orders, person: number, since: number, counts: Counting): boolean {
  const end = byPerson.from[person + 1] ?? 0;
  for (let place = firstAfter(byPerson.from[person] ?? end, end, byPerson.places, at, since); place < end; place += 1) {
    const order = byPerson.places[place] as number;
    if ((at[order] as number) > since + CONVERSION_MS) return false;
    if (counts(order)) return true;
  }
  return false;
}

function firstAfter(begin: number, end: number, places: Int32Array, at: Float64Array, since: number): number {
  let low = begin;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[places[middle] as number] as number) <= since) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of each judged one, the place of its stage in PURCHASE_STAGES. */
export function stagesOf({ row }: Judged, { stage }: Contacts): Uint8Array {
  const stages = new Uint8Array(row.length);
  for (let place = 0; place < row.length; place += 1) stages[place] = (stage[row[place] as number] as number) - 1;
  return stages;
}

/** M14: how many episodes of the period opened at each stage, and last those of which it is not known. */
export function countStages({ count, openedAt, stage, isIn }: Contacts, { from, to }: Span): number[] {
  const counts = new Array<number>(PURCHASE_STAGES.length + 1).fill(0);
  for (let row = 0; row < count; row += 1) {
    const at = openedAt[row] as number;
    if (at < from || at >= to || isIn[row] === 0) continue;
    const code = stage[row] as number;
    const place = code === 0 ? PURCHASE_STAGES.length : code - 1;
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}
