import type { ReadonlySignal } from '@preact/signals';
import type { Timeline } from '../../protocol/client/timeline.ts';
import type { Entry, Marks, MessageEntry } from '../../protocol/wire/model.ts';
import type { TeamEntry } from '../../protocol/wire/team.ts';
import type { LongStanding } from '../../protocol/wire/thread.ts';

export type Way = 'before' | 'after';

/** How much of a thread is held, and which of it is shown: all of a short one (whole-thread.ts), parts of a long one (long-thread.ts). */
export interface Reading {
  /** The end, which is followed; without holes. */
  readonly end: ReadonlySignal<Timeline>;
  /** The end, or a part far above it. */
  readonly shown: ReadonlySignal<Timeline>;
  readonly isPart: ReadonlySignal<boolean>;
  /** `seq` of the first entry that is shown; 1: nothing stands above it. */
  readonly first: ReadonlySignal<number>;
  /** Entries that say how the conversation stands. */
  readonly stands: ReadonlySignal<readonly Entry[]>;
  readonly openedAt: ReadonlySignal<number | null>;
  /** Messages that others answer, where they are not held (C19). */
  readonly far: ReadonlySignal<ReadonlyMap<number, MessageEntry>>;
  /** At which edge the next page is on its way. */
  readonly reading: ReadonlySignal<Way | null>;
  /** At which edge it did not come. */
  readonly failed: ReadonlySignal<Way | null>;
  /** Whether this place can be shown; what is still to come is held by the end. */
  holds(seq: number): boolean;
  /** Leads to a place. False: it did not come. */
  show(seq: number): Promise<boolean>;
  mayRead(way: Way): boolean;
  /** One page further. */
  more(way: Way): Promise<void>;
  /** Back to the end. */
  leave(): void;
  /** What the team wrote beside what is shown. */
  beside(team: readonly TeamEntry[]): readonly TeamEntry[];
  /** Of what is answered, also by what is being written, the words are wanted. */
  wantQuotes(outgoing: readonly number[], answered: number | null): void;
  told(standing: LongStanding): void;
  addEntry(entry: Entry): void;
  addHead(head: number): void;
  addMarks(marks: Marks): void;
  catchUp(): Promise<void>;
  dispose(): void;
}
