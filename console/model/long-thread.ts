import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Timeline } from '../../protocol/client/timeline.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { Position } from '../../protocol/wire/events.ts';
import { SYNC_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import type { Entry, Marks, SyncPage } from '../../protocol/wire/model.ts';
import type { TeamEntry } from '../../protocol/wire/team.ts';
import type { LongStanding } from '../../protocol/wire/thread.ts';
import { FarQuotes } from './far-quotes.ts';
import type { Reading, Way } from './reading.ts';
import { firstOf, revisedBy, stretchOf, withAbove, withBelow } from './stretch.ts';
import { ThreadEnd } from './thread-end.ts';

/** Of a page, as much before the place as behind it. */
const BEFORE = SYNC_ENTRIES_MAX / 2;

interface Parts {
  conversationId: string;
  standing: LongStanding;
  /** What moves the end on. */
  sync(position: Position): Promise<Answer<SyncPage>>;
  /** Any other page. */
  ask(position: Position): Promise<Answer<SyncPage>>;
}

/**
 * A thread of hundreds and thousands: its end, or what stands around a place far above it. Both grow by a page where somebody
 * scrolls to their edge; a part that reaches the end becomes one with it. Nothing else is read (0311).
 */
export class LongThread implements Reading {
  readonly end;
  readonly shown: ReadonlySignal<Timeline>;
  readonly isPart: ReadonlySignal<boolean>;
  readonly first: ReadonlySignal<number>;
  readonly stands;
  readonly openedAt;
  readonly far;
  readonly reading = signal<Way | null>(null);
  readonly failed = signal<Way | null>(null);
  readonly #part = signal<Timeline | null>(null);
  readonly #parts: Parts;
  readonly #end: ThreadEnd;
  readonly #quotes: FarQuotes;
  /** Whoever asked before somebody went elsewhere is answered in vain. */
  #place = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { conversationId, standing } = parts;
    this.#end = new ThreadEnd(conversationId, standing, parts.sync);
    ({ timeline: this.end, stands: this.stands, openedAt: this.openedAt } = this.#end);
    this.shown = computed(() => {
      const { value: part } = this.#part;
      return part ? { ...part, entries: revisedBy(part.entries, this.end.value.entries) } : this.end.value;
    });
    this.isPart = computed(() => this.#part.value !== null);
    this.first = computed(() => firstOf(this.shown.value));
    this.#quotes = new FarQuotes((afterSeq) => parts.ask({ conversationId, afterSeq }));
    this.far = this.#quotes.held;
  }

  holds(seq: number): boolean {
    if (!this.isPart.value) return this.#end.holds(seq);
    return seq >= this.first.value && seq <= this.shown.value.last;
  }

  async show(seq: number): Promise<boolean> {
    if (this.holds(seq)) return true;
    const end = this.end.peek();
    if (seq >= firstOf(end) || end.entries.length === 0) {
      // What is not held and stands below is on its way with the end.
      this.leave();
      return true;
    }
    this.#place += 1;
    const entries = await this.#ask(Math.max(0, seq - 1 - BEFORE), 'before');
    if (!entries) return false;
    this.#part.value = stretchOf(end, entries);
    this.#join();
    return true;
  }

  mayRead(way: Way): boolean {
    if (this.shown.value.entries.length === 0) return false;
    return way === 'before' ? this.first.value > 1 : this.isPart.value;
  }

  async more(way: Way): Promise<void> {
    if (this.reading.peek() !== null || !this.mayRead(way)) return;
    const { last } = this.shown.peek();
    const entries = await this.#ask(
      way === 'after' ? last : Math.max(0, this.first.peek() - 1 - SYNC_ENTRIES_MAX),
      way,
    );
    if (!entries) return;
    const part = this.#part.peek();
    if (!part) this.#end.addAbove(entries);
    else this.#part.value = way === 'after' ? withBelow(part, entries) : withAbove(part, entries);
    this.#join();
  }

  leave(): void {
    this.#place += 1;
    this.#part.value = null;
    this.reading.value = null;
    this.failed.value = null;
  }

  beside(team: readonly TeamEntry[]): readonly TeamEntry[] {
    const { value: first } = this.first;
    const last = this.isPart.value ? this.shown.value.last : Number.POSITIVE_INFINITY;
    return team.filter(({ afterSeq }) => afterSeq >= first - 1 && afterSeq <= last);
  }

  wantQuotes(outgoing: readonly number[], answered: number | null): void {
    const shown = this.shown.value;
    if (answered !== null) this.#quotes.keep([shown.entries[answered - firstOf(shown)]]);
    const answers = shown.entries.flatMap((entry) => (entry.kind === 'message' && entry.quote ? [entry.quote] : []));
    this.#quotes.want(shown, [...answers, ...outgoing]);
  }

  told(standing: LongStanding): void {
    this.#end.told(standing);
  }

  addEntry(entry: Entry): void {
    this.#end.addEntry(entry);
    this.#quotes.revised(entry);
  }

  addHead(head: number): void {
    this.#end.addHead(head);
  }

  addMarks(marks: Marks): void {
    this.#end.addMarks(marks);
  }

  catchUp(): Promise<void> {
    return this.#end.catchUp();
  }

  dispose(): void {
    this.leave();
    this.#end.dispose();
  }

  async #ask(afterSeq: number, way: Way): Promise<readonly Entry[] | null> {
    const place = this.#place;
    this.reading.value = way;
    this.failed.value = null;
    const answer = await this.#parts.ask({ conversationId: this.#parts.conversationId, afterSeq });
    if (place !== this.#place) return null;
    this.reading.value = null;
    if (answer.ok && answer.value.entries.length > 0) return answer.value.entries;
    this.failed.value = way;
    return null;
  }

  /** A part that touches the end is a part of it. */
  #join(): void {
    const part = this.#part.peek();
    if (!part || part.last < firstOf(this.end.peek()) - 1) return;
    this.#end.addAbove(part.entries);
    this.#part.value = null;
  }
}
