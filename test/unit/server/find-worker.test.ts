import { expect, test } from 'vitest';
import { FIND_LOOK_MS } from '../../../protocol/wire/limits.ts';
import { createFindWorker } from '../../../server/workers/take-up-words.ts';
import { ManualClock } from '../../support/manual-clock.ts';

test('L5 what is new comes before each piece of an old index, and once that is ours nobody asks again', async () => {
  const clock = new ManualClock();
  const done: string[] = [];
  const news = [false, true, false, false];
  let old = 2;
  const store = {
    takeUpWords: async () => {
      done.push('new');
      return { taken: 0, more: news.shift() ?? false };
    },
    refoldWords: async () => {
      done.push('old');
      old -= 1;
      return { more: old > 0 };
    },
  };
  const worker = createFindWorker({ store, clock, onFailure: (_, error) => done.push(String(error)) });
  worker.start();
  await clock.advance(FIND_LOOK_MS);
  // The rest after each piece.
  for (let turn = 0; turn < 5; turn += 1) await clock.advance(1);
  expect(done).toEqual(['new', 'old', 'new', 'new', 'old']);
  await clock.advance(FIND_LOOK_MS);
  expect(done.slice(5)).toEqual(['new']);
  await worker.stop();
});
