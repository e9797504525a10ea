import { CSAT_ANSWERS_MIN } from '../../protocol/wire/limits.ts';
import type { Csat } from '../../protocol/wire/report.ts';

/** Standard normal quantile for a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054;

/** Satisfaction (M6): answers of 4 or 5 among answers. `asked`: episodes that ended. */
export function readCsat(scores: Csat['scores'], asked: number): Csat {
  const answers = scores.reduce((sum, count) => sum + count, 0);
  const satisfied = scores[3] + scores[4];
  const interval = answers === 0 ? { low: null, high: null } : readWilson(satisfied, answers);
  return {
    satisfied,
    answers,
    asked,
    share: answers === 0 ? null : satisfied / answers,
    low: interval.low,
    high: interval.high,
    scores,
    few: answers < CSAT_ANSWERS_MIN,
  };
}

/** Wilson's score interval, 95 % (docs/measures.md): honest for few answers, and never outside 0 to 1. n above 0. */
export function readWilson(hits: number, n: number): { low: number; high: number } {
  const share = hits / n;
  const square = Z_95 * Z_95;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))) / (1 + square / n);
  // At 0 and n one end is exact; rounding would leave it beside the share.
  return { low: hits === 0 ? 0 : Math.max(0, middle - half), high: hits === n ? 1 : Math.min(1, middle + half) };
}
