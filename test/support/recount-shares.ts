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

/** A mean with Student's 95 % interval; of fewer than three nothing can be said of that. */
export function meanOf(values: readonly number[]) {
  const n = values.length;
  if (n === 0) return { n, mean: null, low: null, high: null, few: true };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 3) return { n, mean: expect.closeTo(mean, 4), low: null, high: null, few: true };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = studentOf(n - 1) * Math.sqrt(variance / n);
  // The width is right to a thousandth.
  const close = (value: number) => (half === 0 ? value : expect.closeTo(value, -Math.log10(half / 500)));
  return { n, mean: expect.closeTo(mean, 4), low: close(mean - half), high: close(mean + half), few: n < 10 };
}

const STEP = 0.0005;
const FAR = 60;

/** Where 95 % lie within, by adding up the curve itself in small steps. */
function studentOf(freedom: number): number {
  // Of two degrees it falls so slowly that what lies far out counts; but there it has a formula.
  if (freedom === 2) return 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2));
  const curve = (t: number) => (1 + t ** 2 / freedom) ** (-(freedom + 1) / 2);
  const parts = Array.from({ length: FAR / STEP }, (_, at) => curve((at + 0.5) * STEP));
  const wanted = 0.95 * parts.reduce((sum, part) => sum + part, 0);
  let sum = 0;
  const at = parts.findIndex((part) => {
    sum += part;
    return sum >= wanted;
  });
  return at * STEP + STEP / 2;
}
