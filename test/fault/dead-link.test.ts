import { expect, test } from 'vitest';
import { AGENT_GRACE_MS, PING_INTERVAL_MS, PING_TIMEOUT_MS } from '../../protocol/wire/limits.ts';
import { runDeadLink } from './rows/dead-link.ts';

/** In all, for whoever waits for an agent who is gone without a word. */
const GONE_MS_MAX = 40_000;
/** Of these one has to wait so long: for the silence, and for whoever may come back. */
const SILENCE_MS = PING_INTERVAL_MS + PING_TIMEOUT_MS + AGENT_GRACE_MS;

test('R7 C4: a dead link re-queues within 40 s in all, a closed tab after 20 s, a reload nobody; late writes are refused', async () => {
  const seen = await runDeadLink(71, SILENCE_MS);
  console.log(JSON.stringify({ row: 'dead-link', ...seen }));
  expect(SILENCE_MS + seen.evenRestMs).toBeLessThanOrEqual(GONE_MS_MAX);
  expect(seen.closedMs).toBeGreaterThanOrEqual(AGENT_GRACE_MS - 50);
  // Nobody has to find out that a closed tab is closed.
  expect(seen.closedMs).toBeLessThan(seen.deadMs);
  expect(seen.reloadRequeued).toBe(0);
  expect(seen.lateWrite).toMatchObject({ ok: false, error: 'reassigned' });
});
