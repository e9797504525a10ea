// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { meanOf, rateOf, ratesOf, studentT95 } from '../../../../server/domain/business/rate.ts';

describe('rates and means', () => {
  it('M8 a rate is its rows: unknown ones are in neither part, and the interval is Wilson’s', () => {
    const judged = [...Array(5).fill('hit'), ...Array(5).fill('miss'), 'unknown'].map((verdict) => ({ verdict }));
    const rate = rateOf(judged);
    expect(rate).toMatchObject({ hits: 5, n: 10, share: 0.5, unknown: 1, few: false });
    expect(rate.low).toBeCloseTo(0.2366, 4);
    expect(rate.high).toBeCloseTo(0.7634, 4);
    expect(rateOf([{ verdict: 'unknown' }])).toEqual({
      ...{ hits: 0, n: 0, share: null, low: null, high: null, unknown: 1, few: true },
    });
  });

  it('M12 groups that are named stand first and are there even when empty; their sum is the whole', () => {
    const judged = [
      { verdict: 'hit', group: 'b' },
      { verdict: 'miss', group: 'z' },
      { verdict: 'hit', group: 'c' },
    ] as const;
    const rates = ratesOf(judged, ['a', 'b']);
    expect(rates.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'z']);
    expect(rates.reduce((sum, { rate }) => sum + rate.n, 0)).toBe(rateOf(judged).n);
  });

  it.each([
    [1, 12.706],
    [2, 4.303],
    [4, 2.776],
    [9, 2.262],
    [29, 2.045],
    [1_000, 1.962],
  ])('M13 Student’s quantile of %i degrees is %f, as the tables print it', (freedom, t) => {
    expect(studentT95(freedom)).toBeCloseTo(t, 2);
  });

  it('M13 a mean with its interval by hand: 2, 4, 9', () => {
    // Mean 5, s² = (9 + 1 + 16) / 2 = 13, s/√3 = 2.0817, t = 4.3027: ± 8.957.
    const mean = meanOf([2, 4, 9]);
    expect(mean).toMatchObject({ n: 3, mean: 5, few: true });
    expect(mean.low).toBeCloseTo(-3.957, 3);
    expect(mean.high).toBeCloseTo(13.957, 3);
    expect(meanOf([2, 4])).toMatchObject({ mean: 3, low: null, high: null });
    expect(meanOf([])).toMatchObject({ n: 0, mean: null });
  });
});
