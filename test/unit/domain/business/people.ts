import { createHash } from 'node:crypto';
import type { PurchaseStage } from '../../../../protocol/wire/business.ts';
import type { Outcome } from '../../../../protocol/wire/model.ts';
import { BusinessBooks } from '../../../../server/domain/books/books.ts';
import { toContactColumns } from '../../../../server/domain/books/contact-columns.ts';
import { chooseContacts } from '../../../../server/domain/books/contacts.ts';
import { dayOf } from '../../../../server/domain/books/day-mark.ts';
import type { OrderRow } from '../../../../server/domain/books/order-book.ts';
import { groupMeetings, ordersWithin } from '../../../../server/domain/business/meetings.ts';
import { VERDICTS } from '../../../../server/domain/business/rate.ts';
import type { EpisodeRowOfFacts, Facts } from '../../../../server/domain/measures/fact-rows.ts';

export const DAY = 24 * 3_600_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;
/** A Monday, 00:00 UTC. */
export const T0 = 1_767_571_200_000;
export const LATER = T0 + 400 * DAY;

export interface SaidContact {
  person: string;
  openedAt: number;
  closedAt: number | null;
  outcome: Outcome | null;
  firstResponseMs: number | null;
  score: number | null;
  stage: PurchaseStage | null;
  siteId: string;
  promise: { at: number; highMs: number } | null;
  ratedAt: number | null;
  wordsFrom: number;
  effort: number | null;
  recommend: number | null;
  commented: number;
  complaint: number;
  /** Who had it when. */
  served: { agentId: string; from: number; to: number | null }[];
}

/** An answered, resolved episode of five minutes; the test says what differs. */
export function contact(more: Partial<SaidContact> = {}): SaidContact {
  const openedAt = more.openedAt ?? T0;
  return {
    ...{ person: 'v:mia', siteId: 'site', openedAt, closedAt: openedAt + 5 * MINUTE, outcome: 'resolved' },
    ...{ firstResponseMs: 20_000, score: null, stage: 'before', promise: null, served: [] },
    ...{ ratedAt: null, wordsFrom: 0, effort: null, recommend: null, commented: 0, complaint: 0 },
    ...more,
  };
}

let made = 0;

export function order(more: Partial<OrderRow> = {}): OrderRow {
  made += 1;
  return {
    ...{ siteId: 'site', orderId: `o${made}`, person: 'v:mia', at: T0, minor: 1_000, currency: 'EUR' },
    ...{ link: 'signed', isChecked: true },
    ...more,
  };
}

/** What no measure of business reads by itself. */
const PLAIN = {
  departmentId: null,
  language: null,
  page: null,
  topic: null,
  segments: '[]',
  tags: '[]',
  closedThen: 0,
};

/** Facts of conversations with one episode each, numbered from 1. */
export function factsOf(contacts: readonly SaidContact[]): Facts {
  return {
    ...{ waits: [], written: [], again: [] },
    episodes: contacts.map(
      ({ promise: _, served: __, ...one }, index) =>
        ({ no: index + 1, episode: 1, ...PLAIN, ...one }) as EpisodeRowOfFacts,
    ),
    assignments: contacts.flatMap(({ served }, index) =>
      served.map(({ agentId, from, to }) => ({ no: index + 1, agentId, at: from, endedAt: to, endReason: null })),
    ),
    promises: contacts.flatMap(({ promise }, index) => (promise ? [{ no: index + 1, episode: 1, ...promise }] : [])),
  };
}

export const hash = (text: string) => createHash('sha256').update(text).digest('hex');

export interface Said {
  contacts?: readonly SaidContact[];
  orders?: readonly OrderRow[];
  now?: number;
  siteId?: string;
  period?: { from: number; to: number };
  /** Only what a site's server or its staff reported. */
  checked?: boolean;
}

/** All of it in the books, as if nothing were packed yet. */
export function booksOf({ contacts: said = [], orders: sold = [], now = LATER, siteId, period, checked }: Said) {
  const books = new BusinessBooks(hash);
  for (const day of new Set(sold.map(({ at }) => dayOf(at)))) {
    const own = sold.filter(({ at }) => dayOf(at) === day).toSorted((one, other) => one.at - other.at);
    books.putOrders({ day, version: 1 }, own);
  }
  const fresh = books.freshOf(toContactColumns(factsOf(said), hash), new Set(), () => 0, now);
  const orders = books.orderBook.orders(books.people.count);
  const contacts = chooseContacts(books, fresh, { from: 0, to: Number.MAX_SAFE_INTEGER, siteId: siteId ?? null });
  const counts = (one: number) => !checked || orders.isChecked[one] === 1;
  const ordered = ordersWithin(orders, counts, period ?? { from: 0, to: Number.MAX_SAFE_INTEGER });
  return { books, fresh, contacts, orders, ordered, met: groupMeetings(contacts, orders), counts, isNarrowed: false };
}

export const verdictsOf = (verdicts: Uint8Array) => Array.from(verdicts, (verdict) => VERDICTS[verdict]);
