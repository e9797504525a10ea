// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpread } from '../../../server/domain/response-time.ts';

/** The smallest value that at least this share of all values does not exceed. */
function nearestRank(values: number[], share: number): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length - 1e-9) - 1] ?? null;
}

describe('readSpread', () => {
  it('M11 is the plain nearest-rank percentile where every wait was answered', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(lengths, (answeredMs) => {
        const spread = readSpread({ answeredMs, censoredMs: [] });
        expect(spread.p50Ms).toBe(nearestRank(answeredMs, 0.5));
        expect(spread.p90Ms).toBe(nearestRank(answeredMs, 0.9));
        expect(spread.p95Ms).toBe(nearestRank(answeredMs, 0.95));
      }),
    );
  });

  it('M11 by hand: 6 answered, 4 censored', () => {
    // S falls 9/10 at 1, ×8/9 at 2 (0.8), then one leaves at 3 and one at 4, ×5/6 at 5 (0.667), ×4/5 at 6 (0.533),
    // one leaves at 7, ×2/3 at 8 (0.356), ×1/2 at 9 (0.178), and the last leaves at 10.
    const spread = readSpread({ answeredMs: [9, 1, 6, 2, 8, 5], censoredMs: [10, 3, 7, 4] });
    expect(spread).toMatchObject({ n: 10, answered: 6, p50Ms: 8, p90Ms: null, p95Ms: null });
  });

  it('M11 by hand: an answer and a loss at the same moment, the answer counts first', () => {
    // At 10 both are still at risk: S = 1/2, so the median is 10. Were the loss first, one would be left and S = 0.
    expect(readSpread({ answeredMs: [10], censoredMs: [10] })).toMatchObject({ p50Ms: 10, p90Ms: null });
  });

  it('M11 equal answers fall together: 4 of 5 at once', () => {
    expect(readSpread({ answeredMs: [7, 7, 7, 7], censoredMs: [1] })).toMatchObject({ p50Ms: 7, p90Ms: 7, p95Ms: 7 });
  });

  it('M11 the shares are met exactly: 9 of 10 answered is p90, p95 is not reached', () => {
    const spread = readSpread({ answeredMs: [1, 2, 3, 4, 5, 6, 7, 8, 9], censoredMs: [20] });
    expect(spread).toMatchObject({ p50Ms: 5, p90Ms: 9, p95Ms: null });
  });

  it('M11 nobody answered: no percentile, and never zero', () => {
    expect(readSpread({ answeredMs: [], censoredMs: [1, 2] })).toEqual({
      n: 2,
      answered: 0,
      p50Ms: null,
      p90Ms: null,
      p95Ms: null,
      meanMs: null,
    });
    expect(readSpread({ answeredMs: [], censoredMs: [] })).toMatchObject({ n: 0, p50Ms: null, meanMs: null });
  });

  it('M11 the mean is of the answered ones', () => {
    expect(readSpread({ answeredMs: [1, 2, 6], censoredMs: [100] }).meanMs).toBe(3);
  });

  it('M11 leaving without an answer never makes the team look faster', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 });
    fc.assert(
      fc.property(lengths, lengths, (answeredMs, censoredMs) => {
        const withThem = readSpread({ answeredMs, censoredMs }).p50Ms ?? Number.POSITIVE_INFINITY;
        const without = readSpread({ answeredMs, censoredMs: [] }).p50Ms ?? Number.POSITIVE_INFINITY;
        expect(withThem).toBeGreaterThanOrEqual(without);
      }),
    );
  });

  it('M11 a hundred thousand waits keep the shares exact', () => {
    const answeredMs = Array.from({ length: 100_000 }, (_, index) => index + 1);
    expect(readSpread({ answeredMs, censoredMs: [] })).toMatchObject({ p50Ms: 50_000, p90Ms: 90_000, p95Ms: 95_000 });
  });
});
