import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRoutingWorker } from '../../server/workers/routing-worker.ts';
import { ManualClock } from '../support/manual-clock.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

/** As many as several nodes under a storm of wake-ups have under way. */
const WORKERS = 32;
const AGENTS = 100;
const CAPACITY = 3;
const ROUNDS = 20;
const STEP = 20;

export function describeWorkers(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const many = (count: number) => Array.from({ length: count });

  /** Workers that know nothing of each other, all woken at once; resolves when all of them find nothing to do. */
  async function route(told: string[], count = WORKERS) {
    const clock = new ManualClock(world.at);
    const failures: unknown[] = [];
    const workers = many(count).map(() =>
      createRoutingWorker({
        store: world.store,
        clock,
        tell: (notices) => {
          for (const one of notices) if (one.tell === 'entries') told.push(one.conversationId);
        },
        onFailure: (_task, error) => failures.push(error),
      }),
    );
    for (const worker of workers) worker.start();
    await Promise.all(workers.map((worker) => worker.idle()));
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(failures).toEqual([]);
  }

  /** A few at once: it is the routing that is to be crowded. */
  async function inSteps(count: number, make: () => Promise<unknown>): Promise<void> {
    for (let made = 0; made < count; made += STEP) {
      await Promise.all(many(Math.min(STEP, count - made)).map(() => make()));
    }
  }

  const loads = async () =>
    (await world.store.readRoutingTeam({ now: world.at, knownVersion: null })).agents.map((agent) => agent.load);

  describe(`${name}: many workers at once`, () => {
    test('R1 S11 each conversation goes to one agent, no agent above capacity, nobody waits beside room', async () => {
      const extra = 20;
      await inSteps(AGENTS, () => world.presentAgent(CAPACITY));
      await inSteps(AGENTS * CAPACITY + extra, () => world.queued());
      const told: string[] = [];
      await route(told);
      expect(told).toHaveLength(AGENTS * CAPACITY);
      expect(new Set(told).size).toBe(told.length);
      expect(await loads()).toEqual(many(AGENTS).map(() => CAPACITY));
      expect(await world.store.listQueued({ after: null, limit: 1_000 })).toHaveLength(extra);
    });

    test('R1 R5 a freed slot goes to the one who waits longest, whoever is faster', async () => {
      const agentId = await world.presentAgent(1);
      let served = (await world.active(agentId)).id;
      for (let round = 0; round < ROUNDS; round += 1) {
        const first = await world.queued();
        world.pass(1);
        await world.queued();
        const before = await world.store.listQueued({ after: null, limit: 100 });
        await world.close(served);
        const told: string[] = [];
        await route(told, 8);
        expect(told).toEqual([before[0]?.conversationId]);
        served = told[0] ?? first.id;
      }
    });
  });
}
