import { expect, test } from 'vitest';
import { runStarts } from './rows/starts.ts';

test('P8: 50 visitors start in two tabs at once, twice each, under 400 ms latency: one conversation each', async () => {
  const seen = await runStarts({ visitors: 50, tabs: 2, latencyMs: 400, seed: 81 });
  console.log(JSON.stringify({ row: 'starts', ...seen, messages: seen.messages.length }));
  expect(seen.violations).toEqual([]);
  expect(seen).toMatchObject({ acknowledged: 200, conversations: 50 });
  expect(new Set(seen.messages)).toEqual(new Set([4]));
});
