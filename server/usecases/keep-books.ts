import { FACT_PACK_CONVERSATIONS, FACTS_READ_MAX } from '../../protocol/wire/limits.ts';
import {
  BUSINESS_DAYS_READ,
  BUSINESS_SEGMENTS_AGAIN_MS,
  BUSINESS_STAFF_AGAIN_MS,
} from '../../protocol/wire/limits-of-measures.ts';
import { BusinessBooks } from '../domain/books/books.ts';
import { toContactColumns } from '../domain/books/contact-columns.ts';
import { dayOf } from '../domain/books/day-mark.ts';
import type { OrderRow } from '../domain/books/order-book.ts';
import type { Fresh } from '../domain/books/time-book.ts';
import { DAY_MS } from '../domain/hours/civil.ts';
import type { Facts } from '../domain/measures/fact-rows.ts';
import { dateOf } from '../domain/measures/local-time.ts';
import type { Context, Done } from './context.ts';
import { refused } from './finish.ts';
import { addFacts } from './pack-facts.ts';
import { listLive } from './read-columns.ts';

type BooksContext = Pick<Context, 'store' | 'clock' | 'zones' | 'facts' | 'ids'>;

/** What figures are worked out of, as it is at this instant. */
export interface BooksNow {
  books: BusinessBooks;
  fresh: Fresh;
  now: number;
}

/** For each store its own. */
const kept = new WeakMap<object, BusinessBooks>();

/**
 * The books as everything stands now: whatever was packed, ordered or written down since is read, and conversations that no pack knows as they
 * are come from the tables. O(what changed); the first time O(all).
 */
export async function keepBooks(context: BooksContext): Promise<BooksNow> {
  const { store, clock, ids } = context;
  const books = kept.get(store) ?? new BusinessBooks(ids.hash);
  kept.set(store, books);
  const now = clock.now();
  // First: what is packed meanwhile is then left out there.
  const live = await listLive(context);
  const facts = await readLive(context, live);
  for (const number of books.lacks(await store.listContactPacks())) {
    const pack = await store.readContactPack(number);
    if (pack) books.put(number, pack, now);
  }
  await keepOrders(context, books);
  books.putSegments(await store.listSegments({ since: books.segmentsTo - BUSINESS_SEGMENTS_AGAIN_MS }), now);
  books.putStaff(await store.listStaffFacts({ since: books.staffTo - BUSINESS_STAFF_AGAIN_MS }), now);
  const packOf = (no: number) => Math.floor(no / FACT_PACK_CONVERSATIONS);
  return { books, fresh: books.freshOf(toContactColumns(facts, ids.hash), live, packOf, now), now };
}

/** Where there is more than is kept at hand, the oldest is left out: figures that would need it are refused, not counted short. */
export function refuseTooOld({ books }: Pick<BooksNow, 'books'>, from: number): Done<never> | null {
  const { knownFrom } = books;
  if (from >= knownFrom) return null;
  const isSomeKnown = Number.isFinite(knownFrom);
  const since = isSomeKnown ? ` Choose one that begins on ${dateOf(dayOf(knownFrom))} or later.` : '';
  const hint = `There are more conversations than these figures are worked out of, so this period is not known as a whole.${since}`;
  return refused('invalid_payload', { field: 'from', hint });
}

async function readLive({ store }: BooksContext, live: ReadonlySet<number>): Promise<Facts> {
  const nos = [...live].sort((one, other) => one - other);
  const read: Facts[] = [];
  for (let next = 0; next < nos.length; next += FACTS_READ_MAX)
    read.push(await store.readFacts(nos.slice(next, next + FACTS_READ_MAX)));
  return addFacts(read);
}

/** Days that changed, some at once where they follow each other closely. */
async function keepOrders({ store }: BooksContext, books: BusinessBooks): Promise<void> {
  const lacks = books.orderBook.lacks(await store.listOrderDays());
  for (let next = 0; next < lacks.length; ) {
    const first = lacks[next]?.day ?? 0;
    const days = lacks.slice(next).filter(({ day }) => day < first + BUSINESS_DAYS_READ);
    const last = days.at(-1)?.day ?? first;
    const rows = groupByDay(await store.listOrders({ from: first * DAY_MS, to: (last + 1) * DAY_MS }));
    for (const one of days) books.putOrders(one, rows.get(one.day) ?? []);
    next += days.length;
  }
}

function groupByDay(rows: readonly OrderRow[]): Map<number, OrderRow[]> {
  const days = new Map<number, OrderRow[]>();
  for (const row of rows) {
    const day = dayOf(row.at);
    const own = days.get(day);
    if (own) own.push(row);
    else days.set(day, [row]);
  }
  return days;
}
