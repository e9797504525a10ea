import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { Reader } from '../../protocol/client/reader.ts';
import { emptyTimeline, type Timeline } from '../../protocol/client/timeline.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { Position } from '../../protocol/wire/events.ts';
import type { Entry, Marks, SyncPage } from '../../protocol/wire/model.ts';
import type { TeamEntry } from '../../protocol/wire/team.ts';
import type { Reading } from './reading.ts';

/** A thread that is short enough to be read whole, as nearly every one is. */
export class WholeThread implements Reading {
  readonly end: ReadonlySignal<Timeline>;
  readonly shown: ReadonlySignal<Timeline>;
  readonly isPart = signal(false);
  readonly first = signal(1);
  readonly stands: ReadonlySignal<readonly Entry[]>;
  readonly openedAt: ReadonlySignal<number | null>;
  readonly far = signal(new Map());
  readonly reading = signal(null);
  readonly failed = signal(null);
  readonly #reader: Reader;

  constructor(conversationId: string, sync: (position: Position) => Promise<Answer<SyncPage>>) {
    const timeline = signal(emptyTimeline(conversationId));
    this.end = timeline;
    this.shown = timeline;
    this.stands = computed(() => timeline.value.entries);
    this.openedAt = computed(() => timeline.value.entries[0]?.at ?? null);
    this.#reader = new Reader({
      ...{ conversationId, sync },
      onChange: (changed) => {
        timeline.value = changed;
      },
    });
  }

  holds(seq: number): boolean {
    const { last, head } = this.end.value;
    return last >= Math.min(seq, head);
  }

  /** Where it is not here yet, the next page brings it. */
  async show(): Promise<boolean> {
    return true;
  }

  mayRead(): boolean {
    return false;
  }

  async more(): Promise<void> {}
  leave(): void {}
  beside = (team: readonly TeamEntry[]) => team;
  wantQuotes(): void {}
  told(): void {}

  addEntry(entry: Entry): void {
    this.#reader.addEntry(entry);
  }

  addHead(head: number): void {
    this.#reader.addHead(head);
  }

  addMarks(marks: Marks): void {
    this.#reader.addMarks(marks);
  }

  catchUp(): Promise<void> {
    return this.#reader.catchUp();
  }

  dispose(): void {
    this.#reader.dispose();
  }
}
