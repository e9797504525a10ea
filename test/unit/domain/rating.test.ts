// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSAT_ANSWERS_MIN } from '../../../protocol/wire/limits.ts';
import { readCsat, readWilson } from '../../../server/domain/rating.ts';

describe('readWilson', () => {
  // Known values of the score interval: the ends solve (p̂ − p)² = z² p (1 − p) / n.
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [10, 10, 0.7225, 1],
  ])('M6 %i of %i', (hits, n, low, high) => {
    const interval = readWilson(hits, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('M6 holds the share, stays inside 0 to 1, and mirrors', () => {
    const counts = fc
      .integer({ min: 1, max: 5_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([hits, n]) => {
        const { low, high } = readWilson(hits, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n);
        expect(high).toBeGreaterThanOrEqual(hits / n);
        expect(readWilson(n - hits, n).low).toBeCloseTo(1 - high, 9);
      }),
    );
  });
});

describe('readCsat', () => {
  it('M6 counts 4 and 5 as satisfied', () => {
    expect(readCsat([1, 2, 3, 4, 5], 20)).toMatchObject({
      satisfied: 9,
      answers: 15,
      asked: 20,
      share: 0.6,
      few: false,
    });
  });

  it('M6 has no share without answers', () => {
    expect(readCsat([0, 0, 0, 0, 0], 3)).toMatchObject({ answers: 0, share: null, low: null, high: null, few: true });
  });

  it('M6 says "few" below CSAT_ANSWERS_MIN, not at it', () => {
    expect(readCsat([0, 0, 0, 0, CSAT_ANSWERS_MIN - 1], 50).few).toBe(true);
    expect(readCsat([0, 0, 0, 0, CSAT_ANSWERS_MIN], 50).few).toBe(false);
  });
});
