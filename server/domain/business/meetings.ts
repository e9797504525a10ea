import type { Contacts } from '../books/contact-room.ts';
import { type Grouped, groupByCode } from '../books/grouped.ts';
import type { Orders } from '../books/order-book.ts';
import { SPAM } from './conversion.ts';
import type { Counting } from './retention.ts';
import type { Span } from './span.ts';

/** Contacts, but for spam, of those who ever ordered: by person, each in the order of time. O(contacts + people). */
export function groupMeetings({ count, person, outcome, openedAt }: Contacts, { byPerson }: Orders): Grouped {
  const people = byPerson.from.length - 1;
  const codes = new Int32Array(count).fill(-1);
  for (let row = 0; row < count; row += 1) {
    const who = person[row] as number;
    if (who >= people || outcome[row] === SPAM) continue;
    if ((byPerson.from[who] as number) < (byPerson.from[who + 1] as number)) codes[row] = who;
  }
  const met = groupByCode(codes, people);
  for (let who = 0; who < people; who += 1)
    sortByTime(met.places, met.from[who] as number, met.from[who + 1] as number, openedAt);
  return met;
}

/** Most are in order: whoever was opened again, or is told anew, is not. */
function sortByTime(places: Int32Array, begin: number, end: number, at: Float64Array): void {
  for (let place = begin + 1; place < end; place += 1) {
    if ((at[places[place - 1] as number] as number) <= (at[places[place] as number] as number)) continue;
    places.subarray(begin, end).sort((one, other) => (at[one] as number) - (at[other] as number));
    return;
  }
}

/** Places of those that count, in the order of time. O(orders). */
export function ordersWithin({ count, at }: Orders, counts: Counting, { from, to }: Span): Int32Array {
  const found = new Int32Array(count);
  let next = 0;
  for (let order = 0; order < count; order += 1) {
    const orderedAt = at[order] as number;
    if (orderedAt < from || orderedAt >= to || !counts(order)) continue;
    found[next] = order;
    next += 1;
  }
  return found.subarray(0, next);
}
