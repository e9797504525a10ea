import type { Contacts } from '../books/contact-room.ts';
import type { Judged } from './conversion.ts';
import { HIT, MISS, UNKNOWN } from './rate.ts';
import type { Span } from './span.ts';

/**
 * M15: promises answered by their due time among those that fell due. Whoever left before it was due was promised nothing that
 * could be broken; one that is not due yet is not known, even if it was kept: those that will be broken show later.
 */
export function judgePromises(contacts: Contacts, { from, to }: Span, now: number): Judged {
  const row = new Int32Array(contacts.count);
  const verdict = new Uint8Array(contacts.count);
  let found = 0;
  for (let index = 0; index < contacts.count; index += 1) {
    const at = contacts.promisedAt[index] as number;
    if (at === 0 || contacts.isIn[index] === 0) continue;
    const openedAt = contacts.openedAt[index] as number;
    if (openedAt < from || openedAt >= to) continue;
    const dueAt = at + (contacts.promisedMs[index] as number);
    const coded = contacts.response[index] as number;
    const closedAt = contacts.closedAt[index] as number;
    if (coded === 0 && closedAt !== 0 && closedAt < dueAt) continue;
    row[found] = index;
    verdict[found] = now < dueAt ? UNKNOWN : coded !== 0 && openedAt + coded - 1 <= dueAt ? HIT : MISS;
    found += 1;
  }
  return { row: row.subarray(0, found), verdict: verdict.subarray(0, found) };
}
