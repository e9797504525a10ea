// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { AGENT_LEASE_RENEW_MS, SWEEP_INTERVAL_MS, SWEEP_ROWS_MAX } from '../../../protocol/wire/limits.ts';
import type { Notice } from '../../../server/usecases/context.ts';
import { createSweeper, type SweeperParts } from '../../../server/workers/sweeper.ts';
import { ManualClock } from '../../support/manual-clock.ts';

let clock: ManualClock;
let told: Notice[];
let wakes: number;
let failures: string[];
let available: boolean;
let orphans: string[];
let open: string[];
let live: Set<string>;
let renewed: number;
let store: SweeperParts['store'];

async function renewLeases(): Promise<void> {
  renewed += 1;
}

function startSweeper(keepPresence = renewLeases) {
  const sweeper = makeSweeper(keepPresence);
  sweeper.start();
  return sweeper;
}

function makeSweeper(keepPresence = renewLeases) {
  return createSweeper({
    store,
    clock,
    tell: (notices) => told.push(...notices),
    wakeRouting: () => {
      wakes += 1;
    },
    listOpenSessions: () => open,
    keepPresence,
    onFailure: (task) => failures.push(task),
  });
}

const queued = { kind: 'queued', seq: 4, at: 1, episode: 1, reason: 'agent_gone' } as const;

beforeEach(() => {
  clock = new ManualClock();
  told = [];
  wakes = 0;
  failures = [];
  available = false;
  orphans = [];
  open = [];
  live = new Set();
  renewed = 0;
  store = {
    listOrphans: async ({ limit }) => orphans.slice(0, limit).map((conversationId) => ({ conversationId, version: 3 })),
    requeueConversation: async ({ conversationId, expectVersion }) => {
      if (conversationId === 'moved') return { result: 'stale' };
      expect(expectVersion).toBe(3);
      orphans = orphans.filter((id) => id !== conversationId);
      return { result: 'changed', conversationId, visitorId: 'v1', agentId: null, entries: [queued], change: 7 };
    },
    isAnyAvailable: async () => available,
    listLiveSessions: async ({ ids }) => ids.filter((id) => live.has(id)),
    listOverdue: async () => [],
    takeOverdue: async () => [],
    listLateQuestions: async () => [],
    takeLateQuestions: async () => [],
    findConversation: async () => undefined,
    listStaff: async () => [],
    listLapsedAsks: async () => [],
    endAsk: async () => ({ result: 'stale' }),
    readTeamRules: async () => ({ awayReasons: null, idleAwayMs: null }),
    listIdleAgents: async () => [],
    setAvailability: async () => {},
    listLapsedOffers: async () => [],
    endOffer: async () => ({ result: 'stale' }),
    listAnswersDue: async () => [],
    settleAnswer: async () => {},
    missConversation: async () => ({ result: 'stale' }),
    listInactive: async () => [],
    listAwakened: async () => [],
    setRoom: async () => {},
    readRoutingPlan: async () => ({}),
    listDepartments: async () => [],
  };
});

describe('the sweeper', () => {
  it('R7 re-queues what a gone agent served, tells it and wakes routing', async () => {
    orphans = ['c1', 'moved'];
    const sweeper = startSweeper();
    await clock.advance(SWEEP_INTERVAL_MS);
    expect(told).toEqual([
      { tell: 'entries', conversationId: 'c1', visitorId: 'v1', agentId: null, entries: [queued] },
      { tell: 'inbox', change: 7 },
    ]);
    expect(wakes).toBe(1);
    await sweeper.stop();
  });

  it('R7 does nothing where nobody is gone', async () => {
    const sweeper = startSweeper();
    await clock.advance(5 * SWEEP_INTERVAL_MS);
    expect(told).toEqual([]);
    expect(wakes).toBe(0);
    await sweeper.stop();
  });

  it('R7 does a bounded part in one sweep and the rest in the next', async () => {
    orphans = Array.from({ length: SWEEP_ROWS_MAX + 1 }, (_, index) => `c${index}`);
    const sweeper = startSweeper();
    await clock.advance(SWEEP_INTERVAL_MS);
    expect(orphans).toHaveLength(1);
    await clock.advance(SWEEP_INTERVAL_MS);
    expect(orphans).toHaveLength(0);
    await sweeper.stop();
  });

  it('P13 R7 a clock that was set makes nobody gone who is here', async () => {
    orphans = ['here', 'gone'];
    const sweeper = makeSweeper(async () => {
      await renewLeases();
      orphans = orphans.filter((id) => id !== 'here');
    });
    await sweeper.sweep();
    expect(told).toMatchObject([{ conversationId: 'gone' }, { tell: 'inbox' }]);
    expect(renewed).toBe(1);
  });

  it('R7 tells when availability flips, each time once, and not at the first look', async () => {
    const sweeper = startSweeper();
    for (const now of [false, true, true, false]) {
      available = now;
      await clock.advance(SWEEP_INTERVAL_MS);
    }
    expect(told).toEqual([{ tell: 'availability' }, { tell: 'availability' }]);
    await sweeper.stop();
  });

  it('R7 the database was away: who is here is present again before anybody is judged', async () => {
    const seen: string[] = [];
    let away = true;
    const listOrphans = store.listOrphans;
    store.listOrphans = async (input) => {
      seen.push(`looked after ${renewed}`);
      if (away) throw new Error('gone');
      return listOrphans(input);
    };
    const sweeper = startSweeper();
    await clock.advance(2 * SWEEP_INTERVAL_MS);
    away = false;
    await clock.advance(2 * SWEEP_INTERVAL_MS);
    expect(seen).toEqual(['looked after 0', 'looked after 1', 'looked after 2', 'looked after 2']);
    // What was told while nobody could look is looked at again.
    expect(told).toEqual([{ tell: 'availability' }, { tell: 'availability' }]);
    await sweeper.stop();
  });

  it('R7 where leases cannot be renewed, nobody is judged', async () => {
    let away = true;
    const sweeper = startSweeper(async () => {
      if (away) throw new Error('gone');
    });
    store.isAnyAvailable = async () => {
      throw new Error('gone');
    };
    await clock.advance(SWEEP_INTERVAL_MS);
    orphans = ['c1'];
    await clock.advance(SWEEP_INTERVAL_MS);
    expect(orphans).toEqual(['c1']);
    expect(failures).toEqual(['sweep:availability', 'sweep:presence']);
    away = false;
    await clock.advance(SWEEP_INTERVAL_MS);
    expect(orphans).toEqual([]);
    await sweeper.stop();
  });

  it('R7 the machine slept: leases ran out that nobody could renew', async () => {
    const sweeper = makeSweeper();
    await clock.advance(AGENT_LEASE_RENEW_MS);
    await sweeper.sweep();
    expect(renewed).toBe(0);
    await clock.advance(AGENT_LEASE_RENEW_MS + 1);
    await sweeper.sweep();
    expect(renewed).toBe(1);
  });

  it('A6 ends connections whose session ended, and goes through all of them', async () => {
    open = Array.from({ length: SWEEP_ROWS_MAX + 2 }, (_, index) => `s${index}`);
    live = new Set(open.filter((id) => id !== 's1' && id !== `s${SWEEP_ROWS_MAX}`));
    const sweeper = startSweeper();
    await clock.advance(SWEEP_INTERVAL_MS);
    expect(told).toEqual([{ tell: 'sessionEnded', sessionId: 's1', error: 'unauthorized' }]);
    await clock.advance(SWEEP_INTERVAL_MS);
    expect(told.slice(1)).toEqual([{ tell: 'sessionEnded', sessionId: `s${SWEEP_ROWS_MAX}`, error: 'unauthorized' }]);
    await sweeper.stop();
  });

  it('R11 one failing part is reported and keeps neither the others nor the next sweep from their work', async () => {
    store.listOrphans = async () => {
      throw new Error('locked');
    };
    open = ['s1'];
    const sweeper = startSweeper();
    await clock.advance(2 * SWEEP_INTERVAL_MS);
    expect(failures).toEqual(['sweep:orphans', 'sweep:orphans']);
    expect(told.filter(({ tell }) => tell === 'sessionEnded')).toHaveLength(2);
    await sweeper.stop();
  });

  it('R7 sweeps never overlap; start and stop may come twice and leave no timer', async () => {
    let release = () => {};
    let looks = 0;
    store.listOrphans = () => {
      looks += 1;
      return new Promise((resolve) => {
        release = () => resolve([]);
      });
    };
    const sweeper = startSweeper();
    sweeper.start();
    await clock.advance(10 * SWEEP_INTERVAL_MS);
    expect(looks).toBe(1);
    const stopped = sweeper.stop();
    sweeper.start();
    expect(clock.waiting).toBe(0);
    release();
    await stopped;
    expect(clock.waiting).toBe(1);
    await sweeper.stop();
    await sweeper.stop();
    expect(clock.waiting).toBe(0);
  });
});
