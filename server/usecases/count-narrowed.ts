import type { Filter, Question } from '../../protocol/wire/measures.ts';
import type { ContactColumns } from '../domain/books/contact-columns.ts';
import { chooseRows } from '../domain/books/contacts.ts';
import { BUCKET_MS } from '../domain/forecast/volume.ts';
import { Groups } from '../domain/measures/group-columns.ts';
import type { BooksNow } from './keep-books.ts';

export interface PastAsked {
  siteId: string | null;
  only: Partial<Record<Filter, string>>;
  /** Volume is counted from the one instant on, handling from the other one. */
  since: number;
  handledSince: number;
}

/** What the store says of all that came (`countOpened`, `findFirstOpenedAt`, `readHandling`), of some of it. */
export interface Past {
  counted: { bucket: number; count: number }[];
  firstAt: number | null;
  handling: { n: number; meanMs: number | null };
}

/** From the books: they know what each conversation is split by. O(conversations). */
export function countNarrowed({ books, fresh, now }: BooksNow, asked: PastAsked): Past {
  const { siteId, only, since, handledSince } = asked;
  const always = { from: 0, to: now };
  const question: Question = { ...only, ...always, zone: 'UTC', clock: 'calendar' };
  const grouper = { question, by: null, groups: new Groups(), wall: (at: number) => at };
  const counts = new Map<number, number>();
  let [firstAt, handled, handledMs] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const { columns, rows } of chooseRows(books, fresh, { ...always, siteId, grouper })) {
    for (const row of rows) {
      const openedAt = columns.openedAt[row] as number;
      firstAt = Math.min(firstAt, openedAt);
      const bucket = Math.floor(openedAt / BUCKET_MS);
      if (openedAt >= since) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
      const took = (columns.closedAt[row] as number) < handledSince ? null : handlingOf(columns, row);
      if (took === null) continue;
      handled += 1;
      handledMs += took;
    }
  }
  return {
    counted: [...counts].map(([bucket, count]) => ({ bucket, count })),
    firstAt: Number.isFinite(firstAt) ? firstAt : null,
    handling: { n: handled, meanMs: handled === 0 ? null : handledMs / handled },
  };
}

/** M5 of one that ended with an agent: all of it, also what agents before had. Null: it did not end so. */
function handlingOf({ closedAt, servedFrom, servedAt, servedUntil }: ContactColumns, row: number): number | null {
  const [first, end] = [servedFrom[row] as number, servedFrom[row + 1] as number];
  if (first === end || servedUntil[end - 1] !== closedAt[row]) return null;
  let took = 0;
  for (let place = first; place < end; place += 1) took += (servedUntil[place] as number) - (servedAt[place] as number);
  return took;
}
