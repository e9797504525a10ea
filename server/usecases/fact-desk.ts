import type { AnswerOf, FactTaskName } from '../domain/measures/fact-tasks.ts';
import type { FactOrder, StoredPack } from '../domain/measures/fact-work.ts';

/** Reads a pack that the desk does not have. */
export type ReadPack = (number: number) => Promise<StoredPack>;

/** Where reports are worked out: in a thread of its own, or here. */
export interface FactDesk {
  answer<Name extends FactTaskName>(order: FactOrder<Name>, readPack: ReadPack): Promise<AnswerOf<Name>>;
}

/** What is said to the thread of reports, and what it says. */
export type FactQuestion = { id: number; order: FactOrder } | { id: number; give: number; pack: StoredPack };
export type FactReply =
  | { id: number; lacks: readonly number[] }
  | { id: number; answer: unknown }
  | { id: number; failed: string };
