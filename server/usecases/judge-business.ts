import { CONTACT_AFTER_ORDER_MS, RETENTION_MS } from '../../protocol/wire/limits.ts';
import type { Contacts } from '../domain/books/contact-room.ts';
import { chooseContacts } from '../domain/books/contacts.ts';
import type { DaySheet } from '../domain/books/day-sheet.ts';
import type { Orders } from '../domain/books/order-book.ts';
import { type AtRiskPeople, listAtRisk } from '../domain/business/at-risk.ts';
import { type Judged, judgeConversions } from '../domain/business/conversion.ts';
import { judgePromises } from '../domain/business/kept-promises.ts';
import { groupMeetings, ordersWithin } from '../domain/business/meetings.ts';
import { type Buyers, type Counting, judgeRetention } from '../domain/business/retention.ts';
import { daysServed } from '../domain/business/serving-cost.ts';
import type { Span } from '../domain/business/span.ts';
import type { BusinessAsked } from './business-question.ts';
import type { BooksNow } from './keep-books.ts';

/** Each figure's rows, judged once: the figure counts them and the list shows them, so that both agree. */
export interface Judgements {
  contacts: Contacts;
  orders: Orders;
  /** Places of the orders of the period. */
  ordered: Int32Array;
  buyers: Buyers;
  conversion: Judged;
  promises: Judged;
  atRisk: AtRiskPeople;
}

/** O(contacts and orders around the period). */
export function judgeAll(
  { books, fresh, now }: BooksNow,
  { from, to, checked }: BusinessAsked,
  siteId: string | null,
): Judgements {
  const period = { from, to };
  const orders = books.orderBook.orders(books.people.count);
  const counts = countingOf(orders, checked === true, siteId);
  const contacts = chooseContacts(books, fresh, { from: from - RETENTION_MS, to: to + CONTACT_AFTER_ORDER_MS, siteId });
  const met = groupMeetings(contacts, orders);
  const ordered = ordersWithin(orders, counts, period);
  return {
    ...{ contacts, orders, ordered },
    buyers: judgeRetention({ orders, counts, ordered, contacts, met }, now),
    conversion: judgeConversions(contacts, orders, counts, period, now),
    promises: judgePromises(contacts, period, now),
    atRisk: listAtRisk({ contacts, met, orders, counts }, period),
  };
}

/** Everybody's time in the days in which what opened in the period was served, and in the period itself. */
export function sheetsOf({ books, fresh, now }: BooksNow, period: Span): DaySheet[] {
  const within = books.packs.filter(({ pack }) => pack.openedTo >= period.from && pack.openedFrom < period.to);
  const servedTo = within.reduce((latest, { pack }) => Math.max(latest, pack.servedTo), fresh.pack.servedTo);
  const { first, last } = daysServed(period, Math.min(now, Math.max(servedTo, period.to)));
  return books.time.sheets(first, last, fresh);
}

function countingOf({ isChecked, site, words }: Orders, checked: boolean, siteId: string | null): Counting {
  const code = siteId === null ? -1 : words.indexOf(siteId);
  return (order) => (!checked || isChecked[order] === 1) && (siteId === null || site[order] === code);
}
