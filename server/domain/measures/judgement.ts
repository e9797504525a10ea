import type { MeasureClock } from '../../../protocol/wire/measures.ts';

/** What a definition may look at besides the rows. */
export interface Aim {
  clock: MeasureClock;
  /** M10, where the question names one; otherwise the one of each episode, or the usual one. */
  targetMs: number | null;
  /** What is younger than its answer takes is not known yet. */
  now: number;
}

/** 0: the row does not count, 1: it counts, 2: it counts and is a hit, 3: it will count, and nobody knows yet as what. */
export type Judgement = 0 | 1 | 2 | 3;
