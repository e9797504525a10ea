import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { addHead, addMarks, emptyTimeline, isBehind, type Timeline } from '../../protocol/client/timeline.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { Position } from '../../protocol/wire/events.ts';
import { SYNC_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import type { Entry, Marks, SyncPage } from '../../protocol/wire/model.ts';
import type { LongStanding } from '../../protocol/wire/thread.ts';
import { entriesLike, firstOf, withAbove, withBelow } from './stretch.ts';

/**
 * The end of a long thread: its last page and what came since, without holes as `Reader` keeps a whole one (P7), and as much above
 * it as somebody scrolled to. How the conversation stands the relay says, for its first entries may never be read.
 */
export class ThreadEnd {
  readonly timeline: ReadonlySignal<Timeline>;
  readonly stands: ReadonlySignal<readonly Entry[]>;
  readonly openedAt: ReadonlySignal<number>;
  readonly #told;
  readonly #timeline;
  readonly #sync: (position: Position) => Promise<Answer<SyncPage>>;
  #asking = false;
  #disposed = false;

  constructor(conversationId: string, standing: LongStanding, sync: (position: Position) => Promise<Answer<SyncPage>>) {
    this.#sync = sync;
    const { head } = standing;
    this.#told = signal(standing);
    this.#timeline = signal<Timeline>({ ...emptyTimeline(conversationId), head, last: head - SYNC_ENTRIES_MAX });
    this.timeline = this.#timeline;
    this.openedAt = computed(() => this.#told.value.openedAt);
    this.stands = computed(() => {
      const { value: told } = this.#told;
      return [...entriesLike(told), ...this.#timeline.value.entries.filter(({ seq }) => seq > told.head)];
    });
  }

  told(standing: LongStanding): void {
    this.#told.value = standing;
  }

  /** What stands right above. */
  addAbove(entries: readonly Entry[]): void {
    this.#timeline.value = withAbove(this.#timeline.peek(), entries);
  }

  addEntry(entry: Entry): void {
    this.#timeline.value = addHead(withBelow(this.#timeline.peek(), [entry]), entry.seq);
    this.#repair();
  }

  addHead(head: number): void {
    this.#timeline.value = addHead(this.#timeline.peek(), head);
    this.#repair();
  }

  addMarks(marks: Marks): void {
    this.#timeline.value = addMarks(this.#timeline.peek(), marks);
  }

  holds(seq: number): boolean {
    const { value: timeline } = this.#timeline;
    return seq >= firstOf(timeline) && timeline.last >= Math.min(seq, timeline.head);
  }

  async catchUp(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    for (let goOn = true; goOn && !this.#disposed; ) {
      const { conversationId, last: afterSeq } = this.#timeline.peek();
      const answer = await this.#sync({ conversationId, afterSeq });
      if (this.#disposed || !answer.ok) break;
      const { entries, head, marks } = answer.value;
      this.#timeline.value = addMarks(addHead(withBelow(this.#timeline.peek(), entries), head), marks);
      // Without progress the relay has nothing for us now; the next fact or beat asks again.
      goOn = isBehind(this.#timeline.peek()) && this.#timeline.peek().last > afterSeq;
    }
    this.#asking = false;
  }

  dispose(): void {
    this.#disposed = true;
  }

  #repair(): void {
    if (isBehind(this.#timeline.peek())) void this.catchUp();
  }
}
