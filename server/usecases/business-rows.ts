import {
  type BusinessLine,
  type BusinessList,
  type BusinessPart,
  type BusinessSettings,
  CONTACT_GROUPS,
  PURCHASE_STAGES,
  RESPONSE_GROUPS,
} from '../../protocol/wire/business.ts';
import type { BusinessBooks } from '../domain/books/books.ts';
import { RISKS } from '../domain/business/at-risk.ts';
import type { Judged } from '../domain/business/conversion.ts';
import { rowsWithin } from '../domain/business/costs.ts';
import { HIT, MISS, VERDICTS } from '../domain/business/rate.ts';
import type { Span } from '../domain/business/span.ts';
import type { Judgements } from './judge-business.ts';

/** Rows behind a figure by their places from 0 on: nothing is made of one before it is shown. */
export interface BusinessRows {
  count: number;
  atOf(place: number): number;
  /** Which part of a division it is in; null: in none. */
  partOf(place: number, by: BusinessPart): string | null;
  /** The number of its conversation, where it has one. */
  noOf(place: number): number | null;
  lineOf(place: number): Omit<BusinessLine, 'conversationId'>;
}

export interface RowsFacts {
  all: Judgements;
  books: BusinessBooks;
  period: Span;
  settings: BusinessSettings;
  /** Of each contact; null: not asked for. */
  costs: Float64Array | null;
}

const NO_ROW = { group: null, episode: null, orderId: null, amount: null };
const noPart = () => null;

export function rowsOf(facts: RowsFacts, of: BusinessList): BusinessRows {
  switch (of) {
    case 'retention':
    case 'repeat':
      return buyerRows(facts, of);
    case 'promises': {
      const { promises, contacts } = facts.all;
      return contactRows(facts.all, promises, { atOf: (row) => contacts.promisedAt[row] as number });
    }
    case 'orders':
      return orderRows(facts);
    case 'conversion': {
      const { conversion, contacts } = facts.all;
      const stageOf = (row: number) => PURCHASE_STAGES[(contacts.stage[row] as number) - 1] ?? '';
      return contactRows(facts.all, conversion, { groupOf: (_, row) => stageOf(row), by: 'stage' });
    }
    case 'atRisk': {
      const { row, why } = facts.all.atRisk;
      const judged = { row, verdict: new Uint8Array(row.length).fill(HIT) };
      return contactRows(facts.all, judged, { groupOf: (place) => RISKS[why[place] as number] ?? '', by: 'why' });
    }
    case 'costs':
      return costRows(facts);
  }
}

interface Look {
  atOf?(row: number): number;
  groupOf?(place: number, row: number): string;
  /** The division that its groups are. */
  by?: BusinessPart;
}

function contactRows({ contacts }: Judgements, { row, verdict }: Judged, { atOf, groupOf, by }: Look): BusinessRows {
  const rowAt = (place: number) => row[place] as number;
  const when = (place: number) => atOf?.(rowAt(place)) ?? (contacts.openedAt[rowAt(place)] as number);
  const group = (place: number) => groupOf?.(place, rowAt(place)) ?? null;
  return {
    count: row.length,
    atOf: when,
    partOf: (place, asked) => (asked === by ? group(place) : null),
    noOf: (place) => contacts.no[rowAt(place)] as number,
    lineOf: (place) => ({
      ...{ ...NO_ROW, at: when(place), verdict: VERDICTS[verdict[place] as number] ?? 'unknown', group: group(place) },
      episode: contacts.episode[rowAt(place)] as number,
    }),
  };
}

/** What each episode cost; not known where the settings do not say it. */
function costRows({ all, period, settings, costs }: RowsFacts): BusinessRows {
  const row = rowsWithin(all.contacts, period);
  const { currency, months } = settings;
  const costOf = (place: number) => {
    const cost = costs?.[row[place] as number] ?? Number.NaN;
    return months.length === 0 || Number.isNaN(cost) ? null : cost;
  };
  const plain = contactRows(all, { row, verdict: new Uint8Array(row.length) }, {});
  return {
    ...plain,
    lineOf(place) {
      const minor = costOf(place);
      const amount = minor === null || currency === null ? null : { minor, currency };
      return { ...plain.lineOf(place), verdict: minor === null ? 'unknown' : 'hit', amount };
    },
  };
}

function amountOf({ orders }: Judgements, order: number) {
  return { minor: orders.minor[order] as number, currency: orders.words[orders.currency[order] as number] ?? '' };
}

/** Each order that was counted; its group says whose word it is. */
function orderRows({ all }: RowsFacts): BusinessRows {
  const { orders, ordered } = all;
  const orderAt = (place: number) => ordered[place] as number;
  return {
    count: ordered.length,
    atOf: (place) => orders.at[orderAt(place)] as number,
    partOf: noPart,
    noOf: noPart,
    lineOf: (place) => ({
      ...{ ...NO_ROW, verdict: 'hit', group: orders.isChecked[orderAt(place)] === 1 ? 'server' : 'page' },
      ...{ at: orders.at[orderAt(place)] as number, orderId: orders.orderId[orderAt(place)] ?? '' },
      amount: amountOf(all, orderAt(place)),
    }),
  };
}

function buyerRows({ all, books }: RowsFacts, of: 'retention' | 'repeat'): BusinessRows {
  const { orders, buyers } = all;
  const orderAt = (place: number) => buyers.order[place] as number;
  const repeated = (place: number) => (buyers.isKnown[place] === 1 ? HIT : MISS);
  const verdictOf = (place: number) =>
    VERDICTS[of === 'repeat' ? repeated(place) : (buyers.verdict[place] as number)] ?? 'unknown';
  const contactOf = (place: number) => CONTACT_GROUPS[buyers.contact[place] as number] ?? null;
  return {
    count: buyers.order.length,
    atOf: (place) => orders.at[orderAt(place)] as number,
    noOf: noPart,
    partOf(place, by) {
      if (by === 'contact') return contactOf(place);
      if (by === 'response') return RESPONSE_GROUPS[buyers.response[place] as number] ?? null;
      if (by === 'segment') return books.segments.nameOf(buyers.person[place] as number);
      return by === 'verdict' ? verdictOf(place) : null;
    },
    lineOf: (place) => ({
      ...{ ...NO_ROW, verdict: verdictOf(place), group: contactOf(place), at: orders.at[orderAt(place)] as number },
      ...{ orderId: orders.orderId[orderAt(place)] ?? '', amount: amountOf(all, orderAt(place)) },
    }),
  };
}
