// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fullBucket, isFull, takeToken } from '../../../server/domain/token-bucket.ts';

const allowance = { burst: 3, perSecond: 2 };

/** Takes at each of the instants and answers the waits. */
function takeAt(instants: number[]): number[] {
  let bucket = fullBucket(allowance, instants[0] ?? 0);
  return instants.map((now) => {
    const taken = takeToken(bucket, allowance, now);
    bucket = taken.bucket;
    return taken.retryAfterMs;
  });
}

it('A8 lets exactly the burst through at once, then says when the next may come', () => {
  expect(takeAt([0, 0, 0, 0])).toEqual([0, 0, 0, 500]);
});

it('A8 one millisecond too early is refused, the named moment is not', () => {
  expect(takeAt([0, 0, 0, 499])).toEqual([0, 0, 0, 1]);
  expect(takeAt([0, 0, 0, 500])).toEqual([0, 0, 0, 0]);
});

it('A8 asking in vain costs nothing', () => {
  expect(takeAt([0, 0, 0, 100, 200, 300, 400, 500])).toEqual([0, 0, 0, 400, 300, 200, 100, 0]);
});

it('A8 refills up to the burst and no further', () => {
  expect(takeAt([0, 60_000, 60_000, 60_000, 60_000])).toEqual([0, 0, 0, 0, 500]);
});

it('A8 a clock that goes back gives nothing and takes nothing away', () => {
  expect(takeAt([10_000, 10_000, 10_000, 0, 500])).toEqual([0, 0, 0, 500, 0]);
});

it('A8 is full again exactly when nothing is missing', () => {
  const { bucket } = takeToken(fullBucket(allowance, 0), allowance, 0);
  expect(isFull(bucket, allowance, 499)).toBe(false);
  expect(isFull(bucket, allowance, 500)).toBe(true);
});

it('A8 over any time nobody gets more than burst + time × rate, and a promised moment is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 200 }), (steps) => {
      let now = 0;
      let taken = 0;
      let bucket = fullBucket(allowance, now);
      for (const step of steps) {
        now += step;
        const result = takeToken(bucket, allowance, now);
        if (result.retryAfterMs === 0) taken += 1;
        else expect(takeToken(result.bucket, allowance, now + result.retryAfterMs).retryAfterMs).toBe(0);
        bucket = result.bucket;
        expect(taken).toBeLessThanOrEqual(allowance.burst + (now * allowance.perSecond) / 1_000 + 1e-6);
      }
    }),
  );
});
