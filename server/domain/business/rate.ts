import type { Mean, Rate, RateOf, Verdict } from '../../../protocol/wire/business.ts';
import { CSAT_ANSWERS_MIN } from '../../../protocol/wire/limits.ts';
import { readWilson } from '../rating.ts';

/** What a row counts as in a figure, as its place here. A figure is never counted apart from its rows, so the two cannot differ. */
export const VERDICTS = ['miss', 'hit', 'unknown'] as const satisfies readonly Verdict[];
export const MISS = 0;
export const HIT = 1;
export const UNKNOWN = 2;

/** How many rows count as what, by the place in VERDICTS. */
export type Counts = [miss: number, hit: number, unknown: number];

export function countVerdicts(verdicts: Uint8Array): Counts {
  const counts: Counts = [0, 0, 0];
  for (let row = 0; row < verdicts.length; row += 1) counts[verdicts[row] as 0 | 1 | 2] += 1;
  return counts;
}

/** The same for each group: `groups` holds places in a list of so many; what is not in it is in no group. O(rows). */
export function countGroups(verdicts: Uint8Array, groups: ArrayLike<number>, many: number): Counts[] {
  const counts = new Float64Array(many * VERDICTS.length);
  for (let row = 0; row < verdicts.length; row += 1) {
    const group = groups[row] as number;
    if (group < 0 || group >= many) continue;
    const at = group * VERDICTS.length + (verdicts[row] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  return Array.from({ length: many }, (_, group) => {
    const [miss = 0, hit = 0, unknown = 0] = counts.subarray(group * VERDICTS.length, (group + 1) * VERDICTS.length);
    return [miss, hit, unknown];
  });
}

/** Hits among those that are known. */
export function rateOf([misses, hits, unknown]: Counts): Rate {
  const n = hits + misses;
  const interval = n === 0 ? { low: null, high: null } : readWilson(hits, n);
  const share = n === 0 ? null : hits / n;
  return { hits, n, share, ...interval, unknown, few: n < CSAT_ANSWERS_MIN };
}

/** One rate for each group, in the order of their names as they are given. */
export function ratesOf(counts: readonly Counts[], names: readonly string[]): RateOf[] {
  return names.map((key, group) => ({ key, rate: rateOf(counts[group] ?? [0, 0, 0]) }));
}

const Z_95 = 1.959963984540054;
/** Where the expansion is rough, the table of W. S. Gosset's distribution: two-sided 95 %. */
const T_95 = [Number.POSITIVE_INFINITY, 12.7062, 4.3027, 3.1824, 2.7764, 2.5706];

/** Two-sided 95 % quantile of Student's t; the expansion by Cornish and Fisher is good to three digits from six degrees on. */
export function studentT95(freedom: number): number {
  const known = T_95[freedom];
  if (known !== undefined) return known;
  const z = Z_95;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}

const MEAN_VALUES_MIN = 3;

export function meanOf(values: ArrayLike<number>): Mean {
  const n = values.length;
  const few = n < CSAT_ANSWERS_MIN;
  if (n === 0) return { n, mean: null, low: null, high: null, few };
  let sum = 0;
  for (let at = 0; at < n; at += 1) sum += values[at] as number;
  const mean = sum / n;
  if (n < MEAN_VALUES_MIN) return { n, mean, low: null, high: null, few };
  let squares = 0;
  for (let at = 0; at < n; at += 1) squares += ((values[at] as number) - mean) ** 2;
  const variance = squares / (n - 1);
  const half = studentT95(n - 1) * Math.sqrt(variance / n);
  return { n, mean, low: mean - half, high: mean + half, few };
}
