import {
  BUSINESS_ORDERS_MAX,
  BUSINESS_PACKS_MAX,
  BUSINESS_PEOPLE_GROWN,
  BUSINESS_PEOPLE_MAX,
} from '../../../protocol/wire/limits-of-measures.ts';
import type { StaffFact } from '../business/team-time.ts';
import type { ContactColumns } from './contact-columns.ts';
import { unpackContacts, wordsOf } from './contact-columns.ts';
import { type Contacts, roomFor } from './contact-room.ts';
import { type KeptPack, keepPack } from './kept-pack.ts';
import { OrderBook, type OrderRow, type SegmentRow } from './order-book.ts';
import { PeopleCodes } from './people-codes.ts';
import { SegmentBook } from './segment-book.ts';
import { type Fresh, TimeBook } from './time-book.ts';

/** A line of the team's own book as it is stored (M16). */
export interface StaffRow extends StaffFact {
  no: number;
  agentId: string;
}

/** How much is at hand; tests have less. */
export interface BooksLimits {
  packs: number;
  orders: number;
  people: number;
}
const LIMITS: BooksLimits = { packs: BUSINESS_PACKS_MAX, orders: BUSINESS_ORDERS_MAX, people: BUSINESS_PEOPLE_MAX };

/**
 * What figures of business are worked out of, at hand in columns: packs of contacts, orders by day, and the team's presence. It is
 * brought up to date before each question (usecases/keep-books.ts) and never thrown away.
 */
export class BusinessBooks {
  readonly people = new PeopleCodes();
  readonly orderBook = new OrderBook();
  readonly time = new TimeBook();
  readonly staff = new Map<string, StaffRow[]>();
  segments = new SegmentBook();
  /** The latest that was read, so that only what came since is read again. */
  segmentsTo = 0;
  staffTo = 0;
  forgotten = 0;
  /** How many people had a number when all had been read for the first time. */
  peopleAtFirst = 0;
  isPrepared = false;
  /** There are older packs than are at hand. */
  #isCut = false;
  /** Where a question puts what it chose (`chooseContacts`). */
  room: Contacts = roomFor(0);
  readonly #packs = new Map<number, { stamp: string; pack: KeptPack }>();
  readonly #agents = new Map<string, number>();
  readonly #staffKnown = new Set<number>();
  readonly #hash: (text: string) => string;
  readonly #limits: BooksLimits;

  constructor(hash: (text: string) => string, limits: Partial<BooksLimits> = {}) {
    this.#hash = hash;
    this.#limits = { ...LIMITS, ...limits };
  }

  get packs(): { number: number; pack: KeptPack }[] {
    const known = [...this.#packs].sort(([one], [other]) => one - other);
    return known.map(([number, { pack }]) => ({ number, pack }));
  }

  /** When the first and after the last of what is packed opened. */
  span(): { from: number; to: number } {
    let [from, to] = [Number.POSITIVE_INFINITY, 0];
    for (const { pack } of this.#packs.values()) {
      from = Math.min(from, pack.openedFrom);
      to = Math.max(to, pack.openedTo + 1);
    }
    return from < to ? { from, to } : { from: 0, to: 0 };
  }

  /** From when on everything is at hand; of what opened before, some or nothing is. */
  get knownFrom(): number {
    if (!this.#isCut) return 0;
    return this.#packs.size === 0 ? Number.POSITIVE_INFINITY : this.span().from;
  }

  /** Of which there is more than is kept at hand. What counts people needs all of them, whatever the period. */
  get tooMany(): 'orders' | 'people' | null {
    if (this.orderBook.count > this.#limits.orders) return 'orders';
    return this.people.count > this.#limits.people ? 'people' : null;
  }

  /** Most of its people are gone meanwhile. */
  get isWorn(): boolean {
    return this.tooMany === 'people' && this.people.count > this.peopleAtFirst * BUSINESS_PEOPLE_GROWN;
  }

  /** Those that are not at hand as they are stored; what is stored no more goes, and of too many the oldest. */
  lacks(all: readonly { number: number; stamp: string }[]): number[] {
    const lines = [...all].sort((one, other) => one.number - other.number).slice(-this.#limits.packs);
    this.#isCut = lines.length < all.length;
    const stored = new Set(lines.map(({ number }) => number));
    for (const number of [...this.#packs.keys()]) if (!stored.has(number)) this.#drop(number);
    return lines.filter(({ number, stamp }) => this.#packs.get(number)?.stamp !== stamp).map(({ number }) => number);
  }

  put(number: number, { stamp, columns }: { stamp: string; columns: Uint8Array }, now: number): void {
    this.#drop(number);
    const pack = this.#keep(unpackContacts(columns), now);
    this.#packs.set(number, { stamp, pack });
    this.time.put(pack);
  }

  #drop(number: number): void {
    const known = this.#packs.get(number);
    if (known) this.time.drop(known.pack);
    this.#packs.delete(number);
  }

  #keep(columns: ContactColumns, now: number): KeptPack {
    return keepPack(columns, this.people, (agentId) => this.agentCode(agentId), now);
  }

  agentCode(agentId: string): number {
    const known = this.#agents.get(agentId);
    if (known !== undefined) return known;
    this.#agents.set(agentId, this.#agents.size);
    return this.#agents.size - 1;
  }

  /** `packOf`: the pack in which a conversation is, if any is. */
  freshOf(columns: ContactColumns, skipped: ReadonlySet<number>, packOf: (no: number) => number, now: number): Fresh {
    const skippedIn = new Map<KeptPack, number[]>();
    for (const no of skipped) {
      const pack = this.#packs.get(packOf(no))?.pack;
      if (!pack) continue;
      const own = skippedIn.get(pack);
      if (own) own.push(no);
      else skippedIn.set(pack, [no]);
    }
    return { pack: this.#keep(columns, now), skipped, skippedIn };
  }

  putOrders(day: { day: number; version: number }, rows: readonly OrderRow[]): void {
    this.orderBook.put(day, rows, ({ siteId, person }) => this.codeOf(`${siteId} ${person}`));
  }

  codeOf(person: string): number {
    return this.people.codeOf(wordsOf(person, this.#hash));
  }

  /** Somebody is in no segment any more, and nobody can say who: all is read again. */
  forgetSegments(forgotten: number): void {
    if (forgotten === this.forgotten) return;
    this.forgotten = forgotten;
    this.segments = new SegmentBook();
    this.segmentsTo = 0;
  }

  /** `now`: what is said to be of later moves nothing on. */
  putSegments(rows: readonly SegmentRow[], now: number): void {
    for (const { siteId, subject, segment, changedAt } of rows) {
      this.segments.put(this.codeOf(`${siteId} s:${subject}`), segment);
      this.segmentsTo = Math.max(this.segmentsTo, Math.min(changedAt, now));
    }
  }

  /** What is known already is left out: the last stretch is read again, in case somebody wrote an earlier line later. */
  putStaff(rows: readonly StaffRow[], now: number): void {
    const touched = new Set<StaffRow[]>();
    for (const row of rows) {
      if (this.#staffKnown.has(row.no)) continue;
      this.#staffKnown.add(row.no);
      const own = this.staff.get(row.agentId) ?? [];
      this.staff.set(row.agentId, own);
      own.push(row);
      touched.add(own);
      this.staffTo = Math.max(this.staffTo, Math.min(row.at, now));
    }
    for (const own of touched) own.sort((one, other) => one.at - other.at || one.no - other.no);
  }
}
