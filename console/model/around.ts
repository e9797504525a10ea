import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { emptyTimeline, type Timeline } from '../../protocol/client/timeline.ts';
import { SYNC_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import type { TeamEntry } from '../../protocol/wire/team.ts';
import { askPage } from './ask-page.ts';

/** Of a page, as much before the place as behind it. */
const BEFORE = SYNC_ENTRIES_MAX / 2;

/**
 * What stands around a place far from the first message, shown while the whole is still being read: of 5,000 messages that takes 25
 * pages, and whoever follows a link wants one.
 */
export class Around {
  /** Entries in a row that need not begin with the first; null: the whole is shown. */
  readonly timeline: ReadonlySignal<Timeline | null>;
  readonly #page = signal<Timeline | null>(null);
  readonly #conversationId: string;
  readonly #parts: Parameters<typeof askPage>[0];
  readonly #whole: ReadonlySignal<Timeline>;
  #asked = 0;

  constructor(conversationId: string, parts: Parameters<typeof askPage>[0], whole: ReadonlySignal<Timeline>) {
    this.#conversationId = conversationId;
    this.#parts = parts;
    this.#whole = whole;
    // All at once, not page by page: what is being read is held in its place once.
    this.timeline = computed(() => (isWhole(whole.value) ? null : this.#page.value));
  }

  /** Whether this place can be shown. */
  holds(seq: number): boolean {
    const whole = this.#whole.value;
    const page = this.timeline.value;
    if (page) return seq >= firstOf(page) && seq <= page.last;
    return whole.last >= Math.min(seq, whole.head);
  }

  /** Nothing to do where the next page of the whole brings it anyway. */
  async show(seq: number): Promise<void> {
    const whole = this.#whole.peek();
    if (isWhole(whole) || seq > whole.head || seq <= whole.last + SYNC_ENTRIES_MAX) return this.leave();
    this.#asked += 1;
    const asked = this.#asked;
    const position = { conversationId: this.#conversationId, afterSeq: Math.max(0, seq - 1 - BEFORE) };
    const answer = await askPage(this.#parts, position);
    // Where it fails the whole brings it, later.
    const last = answer.ok ? answer.value.entries.at(-1) : undefined;
    if (!answer.ok || last === undefined || last.seq < seq || asked !== this.#asked) return;
    const { entries, head, marks } = answer.value;
    this.#page.value = { ...emptyTimeline(this.#conversationId), entries, last: last.seq, head, marks };
  }

  /** The person does something at the end of the thread. */
  leave(): void {
    this.#asked += 1;
    this.#page.value = null;
  }
}

/** Of a part of a thread: what the team wrote beside it. */
export function teamOf(part: Timeline, team: readonly TeamEntry[]): TeamEntry[] {
  return team.filter(({ afterSeq }) => afterSeq >= firstOf(part) - 1 && afterSeq <= part.last);
}

export function firstOf(part: Timeline): number {
  return part.entries[0]?.seq ?? 1;
}

function isWhole(timeline: Timeline): boolean {
  return timeline.last > 0 && timeline.last >= timeline.head;
}
