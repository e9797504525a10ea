import { expect, test } from 'vitest';
import { runCatchUp } from './rows/catch-up.ts';

const MISSED = [1, 199, 200, 201, 5_000];
/** A visitor is known for 30 days without a connection. */
const ALMOST_A_MONTH_MS = 29.9 * 24 * 3_600_000;

test.each([
  ['a moment later', 0, 21],
  ['a month later', ALMOST_A_MONTH_MS, 22],
])('P6: 1, 199, 200, 201 and 5,000 missed, %s: complete, in order, 5,000 within 2 s', async (when, awayMs, seed) => {
  const seen = await runCatchUp({ missed: MISSED, awayMs, seed });
  console.log(JSON.stringify({ row: 'catch-up', when, ...seen }));
  expect(seen.violations).toEqual([]);
  expect(seen.evenVisitorMs[5_000]).toBeLessThanOrEqual(2_000);
  expect(seen.evenAgentMs[5_000]).toBeLessThanOrEqual(2_000);
});
