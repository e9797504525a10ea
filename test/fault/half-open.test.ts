import { expect, test } from 'vitest';
import { PING_INTERVAL_MS, PING_TIMEOUT_MS } from '../../protocol/wire/limits.ts';
import { runHalfOpen } from './rows/half-open.ts';

/** Silence so long is a loss. */
const SILENCE_MS = PING_INTERVAL_MS + PING_TIMEOUT_MS;

test('P5: a link that swallows everything is noticed within 16 s on both sides of the desk, and repaired', async () => {
  const { violations, ...seen } = await runHalfOpen(81, SILENCE_MS);
  console.log(JSON.stringify({ row: 'half-open', ...seen }));
  expect(violations).toEqual([]);
  expect(SILENCE_MS + seen.evenRestMs).toBeLessThanOrEqual(16_000);
});
