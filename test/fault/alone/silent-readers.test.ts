import { expect, test } from 'vitest';
import { median } from '../../../bench/kit/stats.ts';
import { runSilentReaders } from '../rows/silent-readers.ts';

test('P15: 100 readers that do not read for 15 s: memory stays flat, they are cut, and others do not notice', async () => {
  const seen = await runSilentReaders({ readers: 100, ms: 15_000 });
  console.log(JSON.stringify({ row: 'silent readers', ...seen }));
  expect(seen.cut).toBeGreaterThan(20);
  expect(seen.rssRoseMb).toBeLessThanOrEqual(64);
  expect(seen.undelivered).toBe(0);
  expect(seen.othersMs.count).toBeGreaterThan(0.8 * seen.calmMs.count);
  // In most seconds hardly worse than a relay beside it that has none of them: on a slow machine in proportion, for it has more to do.
  expect(median(seen.excessMs)).toBeLessThanOrEqual(Math.max(50, seen.calmMs.p99));
});
