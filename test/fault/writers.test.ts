import { expect, test } from 'vitest';
import { runWriters } from './rows/writers.ts';

test('P4: two tabs, three agents and a program over HTTP write at once, 5 × 200: all views equal the database', async () => {
  const { violations, ...seen } = await runWriters({ conversations: 5, each: 200, seed: 31 });
  console.log(JSON.stringify({ row: 'writers', ...seen }));
  expect(violations).toEqual([]);
  expect(seen).toMatchObject({ acknowledged: 1_005, views: 25 });
});
