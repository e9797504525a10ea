import type { OrderLink } from '../../../protocol/wire/business.ts';
import { type Grouped, groupByCode } from './grouped.ts';

/** An order as it is stored. Cancelled ones are not among them. */
export interface OrderRow {
  siteId: string;
  orderId: string;
  /** As `EpisodeRowOfFacts.person`; null: of nobody we know. */
  person: string | null;
  at: number;
  minor: number;
  currency: string;
  link: OrderLink | null;
  /** Said by the site's server or its staff, not by a page alone. */
  isChecked: boolean;
}

/** What a site says of somebody. */
export interface SegmentRow {
  siteId: string;
  /** The site's own id. */
  subject: string;
  segment: string | null;
  changedAt: number;
}

/** All orders that stand, in the order of time; one place in each list for each. */
export interface Orders {
  count: number;
  orderId: readonly string[];
  at: Float64Array;
  minor: Float64Array;
  /** Codes in `words`. */
  site: Uint32Array;
  currency: Uint32Array;
  words: readonly string[];
  /** -1: of nobody we know. */
  person: Int32Array;
  isChecked: Uint8Array;
  isClaimed: Uint8Array;
  /** By person, each in the order of time. */
  byPerson: Grouped;
}

type Day = Omit<Orders, 'words' | 'byPerson'> & { version: number };
const NUMBERS = ['at', 'minor', 'site', 'currency', 'person', 'isChecked', 'isClaimed'] as const;

/** Orders by day (UTC): a day that changed is read again, and all are put together again when they are asked for. */
export class OrderBook {
  readonly #days = new Map<number, Day>();
  readonly #words = new Map<string, number>();
  #orders: Orders | undefined;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  knows(day: number): boolean {
    return this.#days.has(day);
  }

  /** Days that are not known as they are now. */
  lacks(versions: readonly { day: number; version: number }[]): { day: number; version: number }[] {
    return versions.filter(({ day, version }) => this.#days.get(day)?.version !== version);
  }

  /** `rows`: all of that day, in the order of time. */
  put(
    { day, version }: { day: number; version: number },
    rows: readonly OrderRow[],
    personOf: (row: OrderRow) => number,
  ): void {
    this.#count += rows.length - (this.#days.get(day)?.count ?? 0);
    this.#days.set(day, {
      ...{ version, count: rows.length, orderId: rows.map(({ orderId }) => orderId) },
      at: Float64Array.from(rows, ({ at }) => at),
      minor: Float64Array.from(rows, ({ minor }) => minor),
      site: Uint32Array.from(rows, ({ siteId }) => this.#codeOf(siteId)),
      currency: Uint32Array.from(rows, ({ currency }) => this.#codeOf(currency)),
      person: Int32Array.from(rows, (row) => (row.person === null ? -1 : personOf(row))),
      isChecked: Uint8Array.from(rows, ({ isChecked }) => (isChecked ? 1 : 0)),
      isClaimed: Uint8Array.from(rows, ({ link }) => (link === 'claimed' ? 1 : 0)),
    });
    this.#orders = undefined;
  }

  #codeOf(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, this.#words.size);
    return this.#words.size - 1;
  }

  /** O(orders) after one changed; otherwise as it was. `people`: so many are numbered. */
  orders(people: number): Orders {
    this.#orders ??= this.#putTogether(people);
    return this.#orders;
  }

  #putTogether(people: number): Orders {
    const days = [...this.#days].sort(([one], [other]) => one - other).map(([, day]) => day);
    const count = days.reduce((sum, day) => sum + day.count, 0);
    const all = {
      ...{ at: new Float64Array(count), minor: new Float64Array(count), person: new Int32Array(count) },
      ...{ site: new Uint32Array(count), currency: new Uint32Array(count) },
      ...{ isChecked: new Uint8Array(count), isClaimed: new Uint8Array(count) },
    };
    let next = 0;
    for (const day of days) {
      for (const name of NUMBERS) all[name].set(day[name], next);
      next += day.count;
    }
    const orderId = days.flatMap((day) => day.orderId);
    const byPerson = groupByCode(all.person, people);
    return { ...all, count, orderId, byPerson, words: [...this.#words.keys()] };
  }
}
