import type { HeatCell, MeasuresHistogram, Question, RowsOf, Split } from '../../../protocol/wire/measures.ts';
import type { FactColumns } from './columns.ts';
import type { WallPieces } from './local-time.ts';
import type { FigureRow, RowPlace } from './rows-of.ts';
import type { Tally } from './tally.ts';

/** A piece of the facts; rows of `skipped` conversations come in another one. */
export interface Piece {
  columns: FactColumns;
  skipped: ReadonlySet<number> | null;
}

/** What every report says besides its question: values only, so that it can be worked out in another thread. */
interface Usual {
  question: Question;
  /** The wall clock of the question's zone. */
  wall: WallPieces;
  /** Hours were set at some time. */
  withHours: boolean;
  /** So few facts that every length is kept (N8). */
  isExact: boolean;
  /** Until when what still runs is counted, and by when what is young is judged. */
  now: number;
}

/** What can be worked out of facts, and what comes of it. */
export interface FactTasks {
  /** Packs are only fetched and looked through, so that they are at hand. */
  prepare: [task: { now: number }, answer: null];
  summary: [task: Usual, answer: Tally];
  split: [task: Usual & { split: Split }, answer: SplitAnswer];
  heat: [task: Usual, answer: HeatCell[]];
  /** Stretches of time between the bounds. */
  points: [task: Usual & { bounds: readonly number[]; withQueue: boolean }, answer: Tally[]];
  histogram: [task: Usual & { of: MeasuresHistogram['of']; edgesMs: readonly number[] }, answer: HistogramAnswer];
  rows: [task: Usual & { of: RowsOf; after: RowPlace | null; limit: number }, answer: RowsAnswer];
}
export type FactTaskName = keyof FactTasks;
export type TaskOf<Name extends FactTaskName> = FactTasks[Name][0];
export type AnswerOf<Name extends FactTaskName> = FactTasks[Name][1];

export interface SplitAnswer {
  groups: { key: string; tally: Tally }[];
  total: Tally;
  rest: Tally | null;
}

export interface HistogramAnswer {
  answered: number[];
  unanswered: number[];
}

export interface RowsAnswer {
  total: number;
  rows: FigureRow[];
  hasMore: boolean;
}
