import { expect, test } from 'vitest';
import { backoffMs } from '../../../protocol/client/backoff.ts';
import { seededRandom } from '../../../protocol/kit/random.ts';
import { RECONNECT_DELAY_MS_MAX, RECONNECT_DELAY_MS_MIN } from '../../../protocol/wire/limits.ts';

test('P5 the wait doubles its ceiling, spreads over the whole of it, and stays between its limits', () => {
  expect(backoffMs(1, () => 0)).toBe(RECONNECT_DELAY_MS_MIN);
  expect([1, 2, 3, 4, 5, 6, 1_000].map((attempt) => backoffMs(attempt, () => 1))).toEqual([
    1_000,
    2_000,
    4_000,
    8_000,
    RECONNECT_DELAY_MS_MAX,
    RECONNECT_DELAY_MS_MAX,
    RECONNECT_DELAY_MS_MAX,
  ]);
  const random = seededRandom(7);
  const waits = Array.from({ length: 1_000 }, () => backoffMs(4, random));
  const inTenth = (n: number) => waits.filter((wait) => Math.floor(((wait - 500) / 7_501) * 10) === n).length;
  for (let n = 0; n < 10; n += 1) expect(inTenth(n)).toBeGreaterThan(60);
});
