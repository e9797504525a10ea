import { expect, test } from 'vitest';
import { AGENT_GRACE_MS, AGENT_LEASE_MS, AGENT_LEASE_RENEW_MS } from '../../../protocol/wire/limits.ts';
import { Presence } from '../../../server/gateway/presence.ts';
import type { Context } from '../../../server/usecases/context.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

function open() {
  const clock = new ManualClock();
  const calls: unknown[] = [];
  const start = clock.now();
  const store = {
    renewLeases: async ({ agentIds, until }: { agentIds: string[]; until: number }) =>
      calls.push(['renew', agentIds, until - start]),
    endLease: async ({ agentId, until }: { agentId: string; until: number }) =>
      calls.push(['end', agentId, until - start]),
  };
  const context = { store, clock } as unknown as Context;
  const presence = new Presence({ context, clock, report: () => {}, tell: (notices) => calls.push(...notices) });
  return { clock, calls, presence };
}

test('R7: leases of all who are here are renewed at once', async () => {
  const { clock, calls, presence } = open();
  presence.came('ana');
  presence.came('bo');
  await clock.advance(AGENT_LEASE_RENEW_MS);
  expect(calls).toEqual([['renew', ['ana', 'bo'], AGENT_LEASE_RENEW_MS + AGENT_LEASE_MS]]);
});

test('R7: only the last connection of an agent counts as leaving; a closed tab leaves room for a reload', async () => {
  const { calls, presence } = open();
  presence.came('ana');
  presence.came('ana');
  presence.left('ana', 'closed');
  await settle();
  expect(calls).toEqual([]);
  presence.left('ana', 'closed');
  await settle();
  expect(calls).toEqual([['end', 'ana', AGENT_GRACE_MS]]);
});

test('R7: who signed out is gone at once, and visitors may be told', async () => {
  const { calls, presence } = open();
  presence.came('ana');
  presence.left('ana', 'signed_out');
  await settle();
  expect(calls).toEqual([['end', 'ana', 0], { tell: 'availability' }]);
});

test('R7: who is back before the leaving was written keeps the lease', async () => {
  const { calls, presence } = open();
  presence.came('ana');
  presence.left('ana', 'closed');
  presence.came('ana');
  await settle();
  expect(calls.at(-1)).toEqual(['renew', ['ana'], AGENT_LEASE_MS]);
});

test('R8: a relay that closes lets leases stand', async () => {
  const { clock, calls, presence } = open();
  presence.came('ana');
  presence.stop();
  presence.left('ana', 'closed');
  await settle();
  await clock.advance(60_000);
  expect(calls).toEqual([]);
});
