import type { Spread } from '../../protocol/wire/report.ts';

/** Lengths in ms. Censored: ended or still running without an answer, so known only as "longer than". */
export interface Waits {
  answeredMs: readonly number[];
  censoredMs: readonly number[];
}

/** Products of many fractions drift; the smallest real step of a share is far above this. */
const ROUNDING = 1e-9;

/**
 * Percentiles by the product-limit estimate of Kaplan and Meier (M11, docs/measures.md). Without censored waits they
 * are the plain nearest-rank percentiles. Null where so many went unanswered that the share is never reached.
 */
export function readSpread(waits: Waits): Spread {
  const answered = waits.answeredMs.toSorted((one, other) => one - other);
  const censored = waits.censoredMs.toSorted((one, other) => one - other);
  const [p50Ms, p90Ms, p95Ms] = readPercentiles(answered, censored, [0.5, 0.9, 0.95]);
  return {
    n: answered.length + censored.length,
    answered: answered.length,
    p50Ms: p50Ms ?? null,
    p90Ms: p90Ms ?? null,
    p95Ms: p95Ms ?? null,
    meanMs: answered.length === 0 ? null : answered.reduce((sum, ms) => sum + ms, 0) / answered.length,
  };
}

/** Both lists ascending, shares ascending. The answer is shorter than `shares` where the rest is not reached. */
function readPercentiles(answered: number[], censored: number[], shares: number[]): number[] {
  const found: number[] = [];
  let survival = 1;
  let gone = 0;
  for (let next = 0; next < answered.length; ) {
    const at = answered[next] as number;
    // At equal lengths the answer counts first: who left at that moment had still been waiting for it.
    while (gone < censored.length && (censored[gone] as number) < at) gone += 1;
    const atRisk = answered.length - next + censored.length - gone;
    let ended = 0;
    while (answered[next + ended] === at) ended += 1;
    survival *= (atRisk - ended) / atRisk;
    next += ended;
    while (found.length < shares.length && survival <= 1 - (shares[found.length] as number) + ROUNDING) found.push(at);
  }
  return found;
}
