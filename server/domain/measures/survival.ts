import { CSAT_ANSWERS_MIN } from '../../../protocol/wire/limits.ts';
import type { Lengths } from '../../../protocol/wire/measures.ts';
import { Z_95 } from '../rating.ts';

/** Products of many fractions drift; the smallest real step of a share is far above this. */
const ROUNDING = 1e-9;
const SHARES = [0.5, 0.9, 0.95] as const;

/** How many lengths there are, how many of them ended, and the sum of those. */
export interface LengthSums {
  n: number;
  answered: number;
  sumMs: number;
}

/**
 * M11 over steps: percentiles by Kaplan and Meier, and the interval of the median after Brookmeyer and Crowley with Greenwood's
 * variance (docs/measures.md). At equal lengths the end counts first.
 */
export class Survival {
  readonly #reached: number[] = [];
  #survival = 1;
  #atRisk: number;
  #greenwood = 0;
  #low: number | null = null;
  #high: number | null = null;

  constructor(n: number) {
    this.#atRisk = n;
  }

  /** How many ended, and how many were still going, at this length; ascending. False: what comes after changes nothing. */
  step(ms: number, ended: number, going: number): boolean {
    if (ended > 0) {
      const atRisk = this.#atRisk;
      this.#survival *= (atRisk - ended) / atRisk;
      while (
        this.#reached.length < SHARES.length &&
        this.#survival <= 1 - (SHARES[this.#reached.length] as number) + ROUNDING
      )
        this.#reached.push(ms);
      if (this.#high === null) this.#bound(ms, ended, atRisk);
    }
    this.#atRisk -= ended + going;
    return this.#high === null || this.#reached.length < SHARES.length;
  }

  /** Lengths at which one cannot say that more, or fewer, than half were still waiting. */
  #bound(ms: number, ended: number, atRisk: number): void {
    this.#greenwood += ended / (atRisk * (atRisk - ended));
    const half = this.#survival <= 0 ? 0 : Z_95 * this.#survival * Math.sqrt(this.#greenwood);
    if (this.#low === null && this.#survival - half <= 0.5 + ROUNDING) this.#low = ms;
    if (this.#survival + half <= 0.5 + ROUNDING) this.#high = ms;
  }

  read({ n, answered, sumMs }: LengthSums, error: number): Lengths {
    const [p50Ms = null, p90Ms = null, p95Ms = null] = this.#reached;
    return {
      ...{ n, answered, p50Ms, p90Ms, p95Ms },
      meanMs: answered === 0 ? null : sumMs / answered,
      p50LowMs: p50Ms === null ? null : this.#low,
      p50HighMs: p50Ms === null ? null : this.#high,
      few: n < CSAT_ANSWERS_MIN,
      error,
    };
  }
}
