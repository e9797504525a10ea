import { expect, test } from 'vitest';
import { COMMAND_MS_MAX } from '../../../protocol/wire/limits.ts';
import { runOverload } from '../rows/overload.ts';

test('O1–O5: neighbours take the processor while visitors write more than can be stored: typed, red, alive, nothing lost', async () => {
  const seen = await runOverload({ perSecond: 3_000, ms: 6_000 });
  console.log(JSON.stringify({ row: 'overload', ...seen }));
  expect(seen).toMatchObject({ untyped: 0, readRefused: 0, missing: 0, doubled: 0, sameProcess: true, unexpected: 0 });
  // It was too much indeed, it was said, and everybody who was let in had an answer in time.
  expect(seen.wentRedAfterMs).toBeGreaterThan(0);
  expect(seen.refused).toBeGreaterThan(1_000);
  expect(seen.evenAcceptedMs).toBeLessThanOrEqual(COMMAND_MS_MAX + 2_000);
  expect(seen.rssRoseMb).toBeLessThanOrEqual(128);
});
