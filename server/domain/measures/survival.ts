import { CSAT_ANSWERS_MIN } from '../../../protocol/wire/limits.ts';
import type { Lengths } from '../../../protocol/wire/measures.ts';
import { Z_95 } from '../rating.ts';

/** How many ended, and how many were still going, at each length; ascending. */
export interface Step {
  ms: number;
  ended: number;
  going: number;
}

/** Products of many fractions drift; the smallest real step of a share is far above this. */
const ROUNDING = 1e-9;
const SHARES = [0.5, 0.9, 0.95] as const;

/**
 * M11 over steps: percentiles by Kaplan and Meier, and the interval of the median after Brookmeyer and Crowley with Greenwood's
 * variance (docs/measures.md). At equal lengths the end counts first.
 */
export function readSurvival(
  steps: readonly Step[],
  n: number,
  answered: number,
  sumMs: number,
  error: number,
): Lengths {
  const reached: number[] = [];
  let survival = 1;
  let atRisk = n;
  let greenwood = 0;
  let low: number | null = null;
  let high: number | null = null;
  for (const { ms, ended, going } of steps) {
    if (ended > 0) {
      survival *= (atRisk - ended) / atRisk;
      greenwood += ended / (atRisk * (atRisk - ended));
      while (reached.length < SHARES.length && survival <= 1 - (SHARES[reached.length] as number) + ROUNDING)
        reached.push(ms);
      const half = survival <= 0 ? 0 : Z_95 * survival * Math.sqrt(greenwood);
      // Lengths at which one cannot say that more, or fewer, than half were still waiting.
      if (low === null && survival - half <= 0.5 + ROUNDING) low = ms;
      if (high === null && survival + half <= 0.5 + ROUNDING) high = ms;
    }
    atRisk -= ended + going;
  }
  const [p50Ms = null, p90Ms = null, p95Ms = null] = reached;
  return {
    ...{ n, answered, p50Ms, p90Ms, p95Ms },
    meanMs: answered === 0 ? null : sumMs / answered,
    p50LowMs: p50Ms === null ? null : low,
    p50HighMs: p50Ms === null ? null : high,
    few: n < CSAT_ANSWERS_MIN,
    error,
  };
}
