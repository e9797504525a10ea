import { expect } from 'vitest';

/** One length; `answered`: it ended so, otherwise it lasted longer than that. */
export interface Lasted {
  ms: number;
  answered: boolean;
}

const Z = 1.959964;

/** M11: those that ended with an answer and those that only lasted longer than so, by the product limit; beside it the interval of the median. */
export function lengthsOf(all: readonly Lasted[]) {
  const done = all.filter((one) => one.answered);
  const curve = curveOf(all);
  const reached = (share: number) => curve.find(({ left }) => left <= 1 - share + 1e-9)?.ms ?? null;
  const median = reached(0.5);
  return {
    n: all.length,
    answered: done.length,
    p50Ms: median,
    p90Ms: reached(0.9),
    p95Ms: reached(0.95),
    // Where one cannot say that more than half still wait; and where one can say that fewer do.
    p50LowMs: median === null ? null : (curve.find(({ left, error }) => left - Z * error <= 0.5 + 1e-9)?.ms ?? null),
    p50HighMs: median === null ? null : (curve.find(({ left, error }) => left + Z * error <= 0.5 + 1e-9)?.ms ?? null),
    meanMs: done.length === 0 ? null : expect.closeTo(done.reduce((sum, { ms }) => sum + ms, 0) / done.length, 3),
    few: all.length < 10,
    error: 0,
  };
}

/** After each length at which something was answered: the part that still waits, and its standard error after Greenwood. */
function curveOf(all: readonly Lasted[]): { ms: number; left: number; error: number }[] {
  // Even numbers were answered, odd ones were not: of equal lengths the answers come first.
  const sorted = Float64Array.from(all, ({ ms, answered }) => 2 * ms + (answered ? 0 : 1)).sort();
  const curve: { ms: number; left: number; error: number }[] = [];
  let [left, sum] = [1, 0];
  for (let from = 0; from < sorted.length; ) {
    const first = sorted[from] as number;
    let until = from + 1;
    while (sorted[until] === first) until += 1;
    const [atRisk, answered] = [sorted.length - from, until - from];
    if (first % 2 === 0) {
      left *= 1 - answered / atRisk;
      sum += answered / (atRisk * (atRisk - answered));
      curve.push({ ms: first / 2, left, error: answered === atRisk ? 0 : left * Math.sqrt(sum) });
    }
    from = until;
  }
  return curve;
}

interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** One less the other, where both are known: each end moves as far as the two ends that pull it, by Pythagoras. */
export function differenceOf(one: Estimate, other: Estimate) {
  if ([one, other].some((each) => Object.values(each).includes(null))) return null;
  const [a, b] = [one, other] as Record<keyof Estimate, number>[];
  if (!a || !b) return null;
  const value = a.value - b.value;
  const near = (number: number) => expect.closeTo(number, Math.abs(value) > 1 ? 2 : 5);
  return {
    value: near(value),
    low: near(value - Math.sqrt((a.value - a.low) ** 2 + (b.high - b.value) ** 2)),
    high: near(value + Math.sqrt((a.high - a.value) ** 2 + (b.value - b.low) ** 2)),
  };
}
