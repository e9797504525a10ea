// @vitest-environment node
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { watchTurns } from '../../../server/platform/turn-age.ts';

it('O5 counts the commands of one turn and its length, and begins again in the next', async () => {
  let now = 1_000;
  const turns = watchTurns(() => now);
  expect(turns.count()).toEqual({ commands: 1, ms: 0 });
  now += 70;
  expect(turns.count()).toEqual({ commands: 2, ms: 70 });
  // Promises are part of the turn.
  await Promise.resolve();
  now += 30;
  expect(turns.count()).toEqual({ commands: 3, ms: 100 });
  await setImmediate();
  expect(turns.count()).toEqual({ commands: 1, ms: 0 });
});
