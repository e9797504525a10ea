import type { FactPart } from '../domain/measures/answer-facts.ts';
import type { FactOrder, StoredPack } from '../domain/measures/fact-order.ts';
import type { AnswerOf, FactTaskName, TaskOf } from '../domain/measures/fact-tasks.ts';

/** Reads a pack that the desk does not have. */
export type ReadPack = (number: number) => Promise<StoredPack>;

/** Where reports are worked out: in threads of their own, or here. */
export interface FactDesk {
  answer<Name extends FactTaskName>(order: FactOrder<Name>, readPack: ReadPack): Promise<AnswerOf<Name>>;
}

/** Parts that are to be put together. */
export interface FactFinish {
  name: FactTaskName;
  task: TaskOf<FactTaskName>;
  parts: readonly FactPart[];
}

/** What a thread is asked to do, and which memory goes along with it. */
export interface ThreadWork {
  say: { order: FactOrder } | { finish: FactFinish };
  transfer?: ArrayBuffer[];
}

/** Threads for reports, each begun when something is first asked of it. */
export interface FactPool {
  readonly threads: number;
  /** What it found; or that the thread ended before, and another one can do it. */
  ask(thread: number, work: ThreadWork, readPack: ReadPack): Promise<{ found: unknown } | 'ended'>;
}

/** A thread's part of what all of them may keep. */
export interface FactThreadRoom {
  packsBytes: number;
  partsBytes: number;
}

/** What is said to a thread of reports, and what it says. */
export type FactQuestion =
  | { id: number; order: FactOrder }
  | { id: number; give: number; pack: StoredPack }
  | { id: number; finish: FactFinish };
export type FactReply =
  | { id: number; lacks: readonly number[] }
  | { id: number; part: FactPart }
  | { id: number; answer: unknown }
  | { id: number; failed: string };
