import { FACT_PACK_CONVERSATIONS, FACTS_READ_MAX, RETENTION_MS } from '../../protocol/wire/limits.ts';
import {
  BUSINESS_DAYS_READ,
  BUSINESS_ORDERS_MAX,
  BUSINESS_PEOPLE_MAX,
  BUSINESS_SEGMENTS_AGAIN_MS,
  BUSINESS_SEGMENTS_READ,
  BUSINESS_STAFF_AGAIN_MS,
} from '../../protocol/wire/limits-of-measures.ts';
import { BusinessBooks } from '../domain/books/books.ts';
import { toContactColumns } from '../domain/books/contact-columns.ts';
import { dayOf } from '../domain/books/day-mark.ts';
import type { OrderRow, SegmentRow } from '../domain/books/order-book.ts';
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
  const books = booksOf(store, ids.hash);
  const now = clock.now();
  // First: what is packed meanwhile is then left out there.
  const live = await listLive(context);
  const facts = await readLive(context, live);
  for (const number of books.lacks(await store.listContactPacks())) {
    const pack = await store.readContactPack(number);
    if (pack) books.put(number, pack, now);
  }
  await keepOrders(context, books);
  await keepSegments(context, books, now);
  books.putStaff(await store.listStaffFacts({ since: books.staffTo - BUSINESS_STAFF_AGAIN_MS }), now);
  books.peopleAtFirst ||= books.people.count;
  const packOf = (no: number) => Math.floor(no / FACT_PACK_CONVERSATIONS);
  return { books, fresh: books.freshOf(toContactColumns(facts, ids.hash), live, packOf, now), now };
}

function booksOf(store: object, hash: (text: string) => string): BusinessBooks {
  const known = kept.get(store);
  if (known && !known.isWorn) return known;
  const books = new BusinessBooks(hash);
  kept.set(store, books);
  return books;
}

const TAKE_OUT =
  'Figures that count people need all of them. Orders that no figure needs any more are left out when they are sent again with cancelled true, and people go with what is kept only so long (Settings, Privacy).';

/** The books, where they know all that figures of a period from then on need: its orders are looked back from (M12). */
export async function keepWholeBooks(context: BooksContext, from: number): Promise<BooksNow | Done<never>> {
  const at = await keepBooks(context);
  return refuseTooMany(at) ?? refuseTooOld(at, from - RETENTION_MS) ?? at;
}

/** Of a part of all orders nobody could say who came again, or was new. */
function refuseTooMany({ books }: Pick<BooksNow, 'books'>): Done<never> | null {
  const { tooMany } = books;
  if (tooMany === null) return null;
  const max = tooMany === 'orders' ? BUSINESS_ORDERS_MAX : BUSINESS_PEOPLE_MAX;
  const hint = `There are more than ${max} ${tooMany}, and these figures are worked out of so many at most. ${TAKE_OUT}`;
  return refused('too_large', { hint });
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

async function keepSegments({ store }: BooksContext, books: BusinessBooks, now: number): Promise<void> {
  books.forgetSegments(await store.readForgotten());
  const since = books.segmentsTo - BUSINESS_SEGMENTS_AGAIN_MS;
  let after: SegmentRow | undefined;
  do {
    const rows = await store.listSegments({ since, after, limit: BUSINESS_SEGMENTS_READ });
    books.putSegments(rows, now);
    after = rows.length < BUSINESS_SEGMENTS_READ ? undefined : rows.at(-1);
  } while (after && books.tooMany === null);
}

/** Days that changed, and then those that are new; none of these any more once there are too many. */
async function keepOrders({ store }: BooksContext, books: BusinessBooks): Promise<void> {
  const lacks = books.orderBook.lacks(await store.listOrderDays());
  const isKnown = ({ day }: { day: number }) => books.orderBook.knows(day);
  const changed = lacks.filter(isKnown);
  const fresh = lacks.filter((one) => !isKnown(one));
  await readDays(store, books, changed, () => true);
  await readDays(store, books, fresh, () => books.tooMany === null);
}

/** Some at once where they follow each other closely. */
async function readDays(
  store: BooksContext['store'],
  books: BusinessBooks,
  lacks: readonly { day: number; version: number }[],
  goesOn: () => boolean,
): Promise<void> {
  for (let next = 0; next < lacks.length && goesOn(); ) {
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
