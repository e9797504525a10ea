import { expect, test } from 'vitest';
import { runReplay } from './rows/replay.ts';

test('P3: 10,000 acknowledged ids sent again, 50 at once: no row more, the same place, another body is cid_conflict', async () => {
  const seen = await runReplay({ clients: 50, each: 200 });
  console.log(JSON.stringify({ row: 'replay', ...seen }));
  expect(seen).toEqual({
    acknowledged: 10_000,
    replayed: 10_000,
    otherAnswers: 0,
    conflictsAsked: 1_000,
    conflicts: 1_000,
    copiesPlaces: 1,
    rowsMore: 0,
    afterRestart: { replayed: 2_000, otherAnswers: 0 },
  });
});
