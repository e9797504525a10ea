import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { fitsPlace } from './fits-place.ts';
import { byWaitAlone, type Line, orderOf } from './inbox-order.ts';
import { isServedBy, sectionOf } from './inbox-sections.ts';
import { type ListPlace, WHOLE_LIST } from './list-place.ts';
import { SortedList } from './sorted-list.ts';

export interface IndexParts {
  meId: string;
  /** Whoever directs the team is told of all who wait, everybody else of her own and of the queue. */
  leads: boolean;
  isSnoozed(conversationId: string): boolean;
  isMentioned(conversationId: string): boolean;
  isAsked(conversationId: string): boolean;
}

/** Closed conversations stay until this many newer ones are closed. */
const CLOSED_KEPT_MAX = 50;
const MINUTE_MS = 60_000;

interface Counted {
  place: ListPlace;
  /** Where it asks how long somebody waits: the count moves with the time, so who waits stands here in order. */
  waits: SortedList<Line> | null;
}

/**
 * What is open, and what was closed lately, with everything that the list says of it: kept as it changes, never counted over (U2).
 * One changed conversation costs O(v + log n) comparisons for v views and n conversations; another place O(n log n), once.
 */
export class InboxIndex {
  readonly lines = new Map<string, Line>();
  readonly mine = new Set<string>();
  /** Somebody asks this agent, or it rings at her. */
  readonly asking = new Set<string>();
  readonly #parts: IndexParts;
  readonly #tallies = new Map<string, number>();
  readonly #waits = new SortedList<Line>(byWaitAlone);
  readonly #closed = new SortedList<Line>(orderOf('waiting'));
  #counted: ReadonlyMap<string, Counted> = new Map();
  #place: ListPlace = WHOLE_LIST;
  #list = new SortedList<Line>(orderOf('waiting'));

  constructor(parts: IndexParts) {
    this.#parts = parts;
  }

  /** In the order of the place; of those who wait for too short a time `shown` knows. */
  get list(): readonly Line[] {
    return this.#list.items;
  }

  /** Those for whom this agent can do something, who waits longest first. */
  get waits(): readonly Line[] {
    return this.#waits.items;
  }

  put(summary: ConversationSummary): void {
    const held = this.lines.get(summary.id);
    if (held) this.#takeOut(held);
    this.#putIn(summary);
    if (this.#closed.items.length > CLOSED_KEPT_MAX) {
      const oldest = this.#closed.items.at(-1) as Line;
      this.#takeOut(oldest);
      this.lines.delete(oldest.summary.id);
    }
  }

  /** What stands beside it has changed: whether it was put off, or somebody is mentioned there. */
  again(conversationId: string): void {
    const held = this.lines.get(conversationId);
    if (held) this.put(held.summary);
  }

  clear(): void {
    this.lines.clear();
    this.mine.clear();
    this.asking.clear();
    this.#tallies.clear();
    for (const list of [this.#waits, this.#closed, this.#list]) list.fill([]);
    for (const { waits } of this.#counted.values()) waits?.fill([]);
  }

  show(place: ListPlace): void {
    this.#place = place;
    this.#list = new SortedList<Line>(orderOf(place.sort));
    this.#list.fill([...this.lines.values()].filter((line) => this.#isListed(line.summary)));
  }

  /** Saved views, by their ids: O(n · v), when one of them was changed. */
  count(places: ReadonlyMap<string, ListPlace>): void {
    const counted = [...places].map(([key, place]): [string, Counted] => {
      const waits = place.filter.minutes === undefined ? null : new SortedList<Line>(byWaitAlone);
      return [key, { place, waits }];
    });
    this.#counted = new Map(counted);
    this.#tallies.clear();
    const waits = new Map(counted.map(([key]): [string, Line[]] => [key, []]));
    for (const line of this.lines.values()) {
      line.keys = this.#keysOf(line.summary);
      for (const key of line.keys) {
        this.#tallies.set(key, (this.#tallies.get(key) ?? 0) + 1);
        if (line.summary.waitingSince !== null) waits.get(key)?.push(line);
      }
    }
    for (const [key, lines] of waits) this.#counted.get(key)?.waits?.fill(lines);
  }

  /** Its count moves with the time. */
  isTimed(key: string): boolean {
    return this.#counted.get(key)?.waits != null;
  }

  tally(key: string, now: number): number {
    const counted = this.#counted.get(key);
    if (!counted?.waits) return this.#tallies.get(key) ?? 0;
    return waitingSo(counted.waits.items, counted.place, now);
  }

  /** O(1), but where the place asks how long somebody waits: then O(n), once a second. */
  shown(now: number): readonly Line[] {
    const { minutes } = this.#place.filter;
    if (minutes === undefined) return this.#list.items;
    const since = now - minutes * MINUTE_MS;
    return this.#list.items.filter(({ summary }) => summary.waitingSince !== null && summary.waitingSince <= since);
  }

  #putIn(summary: ConversationSummary): void {
    const { meId, isSnoozed } = this.#parts;
    const section = sectionOf(summary, meId, isSnoozed(summary.id));
    const line: Line = {
      ...{ summary, section, keys: this.#keysOf(summary) },
      ...{ listed: this.#isListed(summary), waits: this.#concerns(summary) },
    };
    this.lines.set(summary.id, line);
    if (isServedBy(summary, meId)) this.mine.add(summary.id);
    if (summary.ask?.to.id === meId || summary.offer?.agent.id === meId) this.asking.add(summary.id);
    if (section === 'closed') this.#closed.add(line);
    if (line.listed) this.#list.add(line);
    if (line.waits) this.#waits.add(line);
    for (const key of line.keys) {
      this.#tallies.set(key, (this.#tallies.get(key) ?? 0) + 1);
      if (summary.waitingSince !== null) this.#counted.get(key)?.waits?.add(line);
    }
  }

  #takeOut(line: Line): void {
    this.mine.delete(line.summary.id);
    this.asking.delete(line.summary.id);
    if (line.section === 'closed') this.#closed.remove(line);
    if (line.listed) this.#list.remove(line);
    if (line.waits) this.#waits.remove(line);
    for (const key of line.keys) {
      this.#tallies.set(key, (this.#tallies.get(key) ?? 0) - 1);
      if (line.summary.waitingSince !== null) this.#counted.get(key)?.waits?.remove(line);
    }
  }

  /** Everything that counts it. What is closed is counted nowhere, but where somebody was mentioned. */
  #keysOf(summary: ConversationSummary): string[] {
    const { meId, isMentioned, isAsked } = this.#parts;
    const keys = isMentioned(summary.id) ? ['mentions'] : [];
    if (isAsked(summary.id)) keys.push('asked');
    if (summary.status !== 'closed') {
      keys.push('all', `department:${summary.departmentId ?? ''}`);
      if (summary.status === 'queued') keys.push('unassigned');
      if (isServedBy(summary, meId)) keys.push('mine');
    }
    for (const [key, { place }] of this.#counted) {
      const counts = place.view === 'mentions' || place.view === 'asked' || summary.status !== 'closed';
      if (counts && fitsPlace(summary, place, this.#parts)) keys.push(key);
    }
    return keys;
  }

  /** What was closed lately stands at the end, where sections are. */
  #isListed(summary: ConversationSummary): boolean {
    const isOutOfPlace = summary.status === 'closed' && this.#place.view === 'all' && this.#place.sort !== 'waiting';
    return !isOutOfPlace && fitsPlace(summary, this.#place, this.#parts);
  }

  #concerns(summary: ConversationSummary): boolean {
    if (summary.waitingSince === null || summary.status === 'closed' || summary.held) return false;
    return this.#parts.leads || summary.status === 'queued' || isServedBy(summary, this.#parts.meId);
  }
}

/** They stand by how long they wait: the first that waits too short a time ends the count. */
function waitingSo(lines: readonly Line[], { filter }: ListPlace, now: number): number {
  const since = now - (filter.minutes ?? 0) * MINUTE_MS;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.summary.waitingSince ?? 0) <= since) low = middle + 1;
    else high = middle;
  }
  return low;
}
