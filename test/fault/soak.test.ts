import { expect, test } from 'vitest';
import { runSoak } from './rows/soak.ts';

/** In a minute the slope is mostly noise: its bar is that of the long run (npm run soak). Here memory may not rise much. */
const ROSE_MB_MAX = 8;

test('P37: a minute of people who come, write and go: memory and descriptors flat, nothing unhandled', async () => {
  const { violations, ...seen } = await runSoak({ seed: 71, warmUpMs: 15_000, ms: 45_000, everyMs: 1_000 });
  console.log(JSON.stringify({ row: 'soak', ...seen }));
  expect(violations).toEqual([]);
  expect(seen).toMatchObject({ faults: 0, sameProcess: true });
  expect(seen.rssMb.last - seen.rssMb.first).toBeLessThanOrEqual(ROSE_MB_MAX);
  expect(Math.abs(seen.descriptors.last - seen.descriptors.first)).toBeLessThanOrEqual(3);
});
