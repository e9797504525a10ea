import { expect } from 'vitest';

const Z = 1.959964;
const near = (value: number) => expect.closeTo(value, 6);

/** A share with its 95 % interval, from its definition: all p that are within Z of their own standard errors of what was seen. */
export function shareOf(hits: number, n: number) {
  if (n === 0) return { hits, n, share: null, low: null, high: null, few: true };
  const seen = hits / n;
  // (seen − p)² = Z² p (1 − p) / n, solved for p.
  const [a, b, c] = [1 + Z ** 2 / n, -(2 * seen + Z ** 2 / n), seen ** 2];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return {
    hits,
    n,
    share: near(seen),
    low: near((-b - root) / (2 * a)),
    high: near((-b + root) / (2 * a)),
    few: n < 10,
  };
}
