import type { Mean, Rate, RateOf, Verdict } from '../../../protocol/wire/business.ts';
import { CSAT_ANSWERS_MIN } from '../../../protocol/wire/limits.ts';
import { readWilson } from '../rating.ts';

/** What a row counts as in a figure. A figure is never counted apart from its rows, so the two cannot differ. */
export interface Judged<Row> {
  row: Row;
  verdict: Verdict;
  group?: string;
}

/** Hits among those that are known. */
export function rateOf(judged: readonly { verdict: Verdict }[]): Rate {
  const counts: Record<Verdict, number> = { hit: 0, miss: 0, unknown: 0 };
  for (const { verdict } of judged) counts[verdict] += 1;
  const n = counts.hit + counts.miss;
  const interval = n === 0 ? { low: null, high: null } : readWilson(counts.hit, n);
  const share = n === 0 ? null : counts.hit / n;
  return { hits: counts.hit, n, share, ...interval, unknown: counts.unknown, few: n < CSAT_ANSWERS_MIN };
}

/** One rate for each group: those named first and in their order, even where nobody is in them; others by name after them. */
export function ratesOf(
  judged: readonly { verdict: Verdict; group?: string }[],
  named: readonly string[] = [],
): RateOf[] {
  const groups = new Map<string, { verdict: Verdict }[]>(named.map((key) => [key, []]));
  const others = new Set<string>();
  for (const one of judged) {
    const key = one.group ?? '';
    const of = groups.get(key);
    if (of) of.push(one);
    else {
      groups.set(key, [one]);
      others.add(key);
    }
  }
  const keys = [...named, ...[...others].sort()];
  return keys.map((key) => ({ key, rate: rateOf(groups.get(key) ?? []) }));
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

export function meanOf(values: readonly number[]): Mean {
  const n = values.length;
  const few = n < CSAT_ANSWERS_MIN;
  if (n === 0) return { n, mean: null, low: null, high: null, few };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < MEAN_VALUES_MIN) return { n, mean, low: null, high: null, few };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = studentT95(n - 1) * Math.sqrt(variance / n);
  return { n, mean, low: mean - half, high: mean + half, few };
}
