import { expect, test } from 'vitest';
import { runHalfOpen } from './rows/half-open.ts';

test('P5: a link that swallows everything is noticed within 16 s on both sides of the desk, and repaired', async () => {
  const { violations, ...seen } = await runHalfOpen(81);
  console.log(JSON.stringify({ row: 'half-open', ...seen }));
  expect(violations).toEqual([]);
  expect(seen.noticedMs.max).toBeLessThanOrEqual(16_000);
});
