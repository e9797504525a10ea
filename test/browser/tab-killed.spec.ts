import { expect, test } from '@playwright/test';
import { runTabKills } from '../fault/rows/tab-kills.ts';
import { startRelay } from '../support/relay-process.ts';

test('P7 a tab killed ten times with unsent messages: all are sent once, in order', async ({ context }) => {
  const relay = await startRelay();
  const { written, stored, shown } = await runTabKills(context, relay, 10);
  expect(stored).toEqual(written);
  expect(shown).toEqual(written);
  await relay.remove();
});
