import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EpisodeFilter } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { FAR, World } from './world.ts';

export function describeFigures(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    const clock = { now: () => world.at, after: () => () => undefined };
    world = await World.start(await place.open({ clock }));
  });
  afterEach(() => place.remove());

  const requeue = async (id: string) => {
    const expectVersion = await world.version(id);
    await world.store.requeueConversation({ conversationId: id, expectVersion, at: world.at });
  };

  describe(`${name}: waits, episodes and figures`, () => {
    test('M1 a wait runs from the first unanswered message to the agent’s answer', async () => {
      const { id, visitorId, agentId } = await world.active();
      const since = world.at;
      world.pass(1_000);
      await world.say(id, world.message('visitor', visitorId));
      expect((await world.read(id)).waitingSince).toBe(since);
      world.pass(2_000);
      await world.say(id, world.message('agent', agentId));
      expect(await world.read(id)).toMatchObject({ waitingSince: null, firstResponseMs: 3_000 });
      world.pass(500);
      await world.say(id, world.message('agent', agentId));
      await world.say(id, world.message('visitor', visitorId));
      world.pass(250);
      await world.say(id, world.message('agent', agentId));
      const report = await world.report();
      expect(report.waits).toEqual({ answeredMs: [3_000, 250], censoredMs: [] });
      expect(report.firstWaits).toEqual({ answeredMs: [3_000], censoredMs: [] });
      expect((await world.read(id)).firstResponseMs).toBe(3_000);
    });

    test('M1 M11 a wait that nobody answered is censored: at the end, or now while it runs', async () => {
      const left = await world.queued();
      world.pass(4_000);
      await world.close(left.id);
      await world.queued();
      world.pass(6_000);
      const report = await world.report();
      expect(report.waits.answeredMs).toEqual([]);
      expect(report.waits.censoredMs.sort()).toEqual([4_000, 6_000]);
      expect(report.firstWaits.censoredMs.sort()).toEqual([4_000, 6_000]);
    });

    test('M1 an end after the answer adds no wait', async () => {
      const { id, agentId } = await world.active();
      await world.say(id, world.message('agent', agentId));
      await world.close(id, 'agent', agentId);
      expect((await world.report()).waits).toEqual({ answeredMs: [0], censoredMs: [] });
    });

    test('M2 a reopened conversation is a new episode with its own first response', async () => {
      const { id, visitorId, agentId } = await world.active();
      world.pass(1_000);
      await world.say(id, world.message('agent', agentId));
      await world.close(id, 'agent', agentId);
      world.pass(60_000);
      await world.reopen(id, visitorId);
      await world.assign(id, agentId);
      world.pass(7_000);
      await world.say(id, world.message('agent', agentId));
      const report = await world.report();
      expect(report.conversations).toBe(2);
      expect(report.firstWaits.answeredMs.sort()).toEqual([1_000, 7_000]);
      expect((await world.read(id)).firstResponseMs).toBe(7_000);
    });

    test('M4 time in the queue is summed over re-queues, and only of the assigned', async () => {
      const { id } = await world.queued();
      const agentId = await world.presentAgent();
      await world.queued();
      world.pass(1_000);
      await world.assign(id, agentId);
      world.pass(50_000);
      await requeue(id);
      world.pass(2_000);
      await world.assign(id, agentId);
      const report = await world.report();
      expect(report.queueMs).toEqual([3_000]);
      const [row] = await world.store.listEpisodes({ from: 0, to: FAR, which: 'all', limit: 10 });
      expect(row?.queueMs ?? null).toBeNull();
    });

    test('M7 every ended episode has its outcome, and the outcomes add up', async () => {
      const { id, agentId } = await world.active();
      await world.close(id, 'agent', agentId);
      for (let n = 0; n < 2; n += 1) await world.close((await world.queued()).id);
      await world.queued();
      const report = await world.report();
      expect(report).toMatchObject({
        conversations: 4,
        closed: 3,
        abandoned: 2,
        outcomes: { resolved: 1, abandoned_in_queue: 2 },
      });
    });

    test('P13 a clock that was set back makes no negative lengths', async () => {
      const { id } = await world.queued();
      const agentId = await world.presentAgent();
      world.pass(-5_000);
      await world.assign(id, agentId);
      await world.say(id, world.message('agent', agentId));
      const report = await world.report();
      expect(report.queueMs).toEqual([0]);
      expect(report.waits.answeredMs).toEqual([0]);
    });

    test('S14 a period takes the episodes opened in it: from included, to not', async () => {
      const starts = [];
      for (let n = 0; n < 3; n += 1) {
        starts.push(world.at);
        await world.queued();
        world.pass(1_000);
      }
      const [first, second, third] = starts as [number, number, number];
      const count = async (from: number, to: number) => (await world.store.readReport({ from, to })).conversations;
      expect(await count(first, third)).toBe(2);
      expect(await count(second, third + 1)).toBe(2);
      const rows = await world.store.listEpisodes({ from: second, to: third + 1, which: 'all', limit: 10 });
      expect(rows.map((row) => row.openedAt)).toEqual([third, second]);
    });

    test('S14 the list behind a number has exactly as many rows as the number says', async () => {
      await makeMixed(world);
      const facts = await world.report();
      const list = (which: EpisodeFilter) => world.store.listEpisodes({ from: 0, to: FAR, which, limit: 1_000 });
      const [, , , four, five] = facts.scores;
      const rated = facts.scores.reduce((sum, n) => sum + n, 0);
      expect(facts).toMatchObject({ conversations: 24, closed: 18 });
      expect(await list('all')).toHaveLength(facts.conversations);
      expect(await list('answered')).toHaveLength(facts.answered);
      expect(await list('abandoned')).toHaveLength(facts.abandoned);
      expect(await list('rated')).toHaveLength(rated);
      expect(await list('satisfied')).toHaveLength(four + five);
      expect(facts.firstWaits.answeredMs).toHaveLength(facts.answered);
      expect(facts.firstWaits.answeredMs.length + facts.firstWaits.censoredMs.length).toBe(facts.conversations);
      for (const number of [facts.answered, facts.abandoned, rated, four + five]) expect(number).toBeGreaterThan(0);
      const short = await world.store.listEpisodes({ from: 0, to: FAR, which: 'all', limit: 5 });
      expect(short).toEqual((await list('all')).slice(0, 5));
    });

    test('S14 a row says which conversation, who served, and what came of it', async () => {
      const { id, agentId } = await world.active();
      const openedAt = world.at;
      world.pass(1_500);
      await world.say(id, world.message('agent', agentId));
      await world.close(id, 'agent', agentId);
      await world.store.rateEpisode({ conversationId: id, episode: 1, score: 4, comment: 'Fine', at: world.at });
      const rows = await world.store.listEpisodes({ from: 0, to: FAR, which: 'satisfied', limit: 10 });
      expect(rows).toEqual([
        {
          conversationId: id,
          episode: 1,
          siteName: 'Shop',
          visitorLabel: expect.stringMatching(/^Visitor /),
          agentName: `Name of ${agentId}`,
          openedAt,
          closedAt: world.at,
          outcome: 'resolved',
          firstResponseMs: 1_500,
          queueMs: 0,
          score: 4,
          comment: 'Fine',
        },
      ]);
    });
  });
}

/** Twenty-four episodes of every kind: waiting, served, answered, abandoned, rated one to five. */
async function makeMixed(world: World): Promise<void> {
  const agentId = await world.presentAgent(50);
  for (let n = 0; n < 24; n += 1) {
    const { id } = await world.queued();
    world.pass(100 + n);
    if (n % 2 === 0) await world.assign(id, agentId);
    if (n % 3 === 0 && n % 2 === 0) await world.say(id, world.message('agent', agentId));
    if (n % 4 !== 3) {
      await world.close(id, n % 2 === 0 ? 'agent' : 'visitor', n % 2 === 0 ? agentId : null);
      const score = (n % 5) + 1;
      if (n % 6 !== 1)
        await world.store.rateEpisode({ conversationId: id, episode: 1, score, comment: null, at: world.at });
    }
  }
}
