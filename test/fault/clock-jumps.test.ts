import { expect, test } from 'vitest';
import { runClockJumps } from './rows/clock-jumps.ts';

test('P13: the relay’s clock is set an hour back and ten minutes forward under load: order stays, nobody is thought gone', async () => {
  const seen = await runClockJumps({ seed: 131, jumps: 6, everyMs: 2_500 });
  console.log(JSON.stringify({ row: 'clock jumps', ...seen }));
  expect(seen).toMatchObject({ violations: [], failed: 0, requeued: 0, backwards: 0 });
  expect(seen.spanMs).toBeGreaterThan(600_000);
  expect(seen.acknowledged).toBeGreaterThan(100);
});
