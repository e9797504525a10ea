// @vitest-environment node
import { expect, test } from 'vitest';
import { CLOSING_STORE_MS_MAX } from '../../../../protocol/wire/limits.ts';
import { closeStore } from '../../../../server/cli/close-store.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

test('P10 a database that hangs does not keep a relay that was told to stop', async () => {
  const clock = new ManualClock();
  const closing = closeStore({ close: () => new Promise(() => {}) }, clock);
  await clock.advance(CLOSING_STORE_MS_MAX);
  expect(await closing).toBe('left');
});

test('P10 a store that closes is waited for, and leaves no timer', async () => {
  const clock = new ManualClock();
  expect(await closeStore({ close: async () => {} }, clock)).toBe('closed');
  expect(clock.waiting).toBe(0);
});
