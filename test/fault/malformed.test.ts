import { expect, test } from 'vitest';
import { runMalformed } from './rows/malformed.ts';

test('P16: 2,000 malformed frames, before and after sign-in: a code or an end within 1 s, no crash, no row', async () => {
  const seen = await runMalformed({ frames: 2_000, seed: 41 });
  console.log(JSON.stringify({ row: 'malformed', ...seen }));
  expect(seen).toMatchObject({ rows: 0, sameProcess: true, internal: 0 });
  expect(seen.before.late ?? 0).toBe(0);
  expect(seen.after.late ?? 0).toBe(0);
  expect(seen.rssRoseMb).toBeLessThanOrEqual(64);
});
