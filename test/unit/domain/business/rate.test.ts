// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  countGroups,
  countVerdicts,
  HIT,
  MISS,
  meanOf,
  rateOf,
  ratesOf,
  studentT95,
  UNKNOWN,
} from '../../../../server/domain/business/rate.ts';

describe('rates and means', () => {
  it('M8 a rate is its rows: unknown ones are in neither part, and the interval is Wilson’s', () => {
    const verdicts = Uint8Array.of(HIT, HIT, HIT, HIT, HIT, MISS, MISS, MISS, MISS, MISS, UNKNOWN);
    const rate = rateOf(countVerdicts(verdicts));
    expect(rate).toMatchObject({ hits: 5, n: 10, share: 0.5, unknown: 1, few: false });
    expect(rate.low).toBeCloseTo(0.2366, 4);
    expect(rate.high).toBeCloseTo(0.7634, 4);
    expect(rateOf(countVerdicts(Uint8Array.of(UNKNOWN)))).toEqual({
      ...{ hits: 0, n: 0, share: null, low: null, high: null, unknown: 1, few: true },
    });
  });

  it('M12 every group that is named is there even when empty; what is in none is not counted', () => {
    const rates = ratesOf(countGroups(Uint8Array.of(HIT, MISS, HIT, HIT), [1, 2, 2, 255], 3), ['a', 'b', 'c']);
    expect(rates.map(({ key, rate }) => [key, rate.hits, rate.n])).toEqual([
      ['a', 0, 0],
      ['b', 1, 1],
      ['c', 1, 2],
    ]);
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
