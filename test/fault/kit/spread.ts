import { quantile } from '../../../bench/kit/stats.ts';

export interface Spread {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** Of lengths in ms, rounded. */
export function spreadOf(values: number[]): Spread {
  const at = (share: number) => Math.round(quantile(values, share));
  return { count: values.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: Math.round(Math.max(0, ...values)) };
}
