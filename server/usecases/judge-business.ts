import { CONTACT_AFTER_ORDER_MS, RETENTION_MS } from '../../protocol/wire/limits.ts';
import { FILTERS, type Question, type Split } from '../../protocol/wire/measures.ts';
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
import { type Grouper, Groups, isOnWall } from '../domain/measures/group-columns.ts';
import { createWall, piecesOfWall } from '../domain/measures/local-time.ts';
import type { BusinessAsked } from './business-question.ts';
import type { Context } from './context.ts';
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
  /** Only some conversations are looked at, and people by them. */
  isNarrowed: boolean;
  /** Of a split: what each contact's `group` is called. */
  groups: Groups;
}

/** O(contacts and orders around the period). */
export function judgeAll(
  { books, fresh, now }: BooksNow,
  asked: BusinessAsked,
  siteId: string | null,
  zones: Context['zones'],
  by: Split | null = null,
): Judgements {
  const { from, to, checked } = asked;
  const period = { from, to };
  const isNarrowed = FILTERS.some((name) => name !== 'site' && asked[name] !== undefined);
  const around = { from: from - RETENTION_MS, to: to + CONTACT_AFTER_ORDER_MS };
  const grouper = grouperOf(asked, around, by, zones);

  const orders = books.orderBook.orders(books.people.count);
  const counts = countingOf(orders, checked === true, siteId);
  const contacts = chooseContacts(books, fresh, { ...around, siteId, ...((isNarrowed || by) && { grouper }) });
  const met = groupMeetings(contacts, orders);
  const all = ordersWithin(orders, counts, period);
  const buyers = judgeRetention({ orders, counts, ordered: all, contacts, met, isNarrowed }, now);
  return {
    ...{ contacts, orders, buyers, isNarrowed, groups: grouper.groups },
    ordered: isNarrowed ? ordersOf(all, orders, buyers) : all,
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

/** What conversations are narrowed to holds of those before and after the period, too. */
function grouperOf(asked: BusinessAsked, around: Span, by: Split | null, zones: Context['zones']): Grouper {
  const { site: _, zone = 'UTC', ...only } = asked;
  const question = { ...only, ...around, zone, clock: 'calendar' } as Question;
  const pieces = isOnWall(by, question) ? piecesOfWall(zone, zones.offsetOf, around.from, around.to) : [];
  return { question, by, groups: new Groups(), wall: createWall(pieces) };
}

/** Of the people that are left. */
function ordersOf(ordered: Int32Array, { person, byPerson }: Orders, buyers: Buyers): Int32Array {
  const isLeft = new Uint8Array(byPerson.from.length);
  for (const who of buyers.person) isLeft[who] = 1;
  return ordered.filter((order) => (person[order] as number) >= 0 && isLeft[person[order] as number] === 1);
}

function countingOf({ isChecked, site, words }: Orders, checked: boolean, siteId: string | null): Counting {
  const code = siteId === null ? -1 : words.indexOf(siteId);
  return (order) => (!checked || isChecked[order] === 1) && (siteId === null || site[order] === code);
}
