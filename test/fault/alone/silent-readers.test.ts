import { expect, test } from 'vitest';
import { runSilentReaders } from '../rows/silent-readers.ts';

test('P15: 100 readers that do not read for 15 s: memory stays flat, they are cut, and others do not notice', async () => {
  const seen = await runSilentReaders({ readers: 100, ms: 15_000 });
  console.log(JSON.stringify({ row: 'silent readers', ...seen }));
  // How many depends on how much the kernel takes off the relay's hands.
  expect(seen.cut).toBeGreaterThan(20);
  expect(seen.rssRoseMb).toBeLessThanOrEqual(64);
  // On a machine so slow that its calm is above 33 ms, the storm may be so much worse in proportion; the long run has no mercy.
  const over = seen.othersMs.p99 - seen.baselineMs.p99;
  expect(over).toBeLessThanOrEqual(Math.max(50, 1.5 * seen.baselineMs.p99));
});
