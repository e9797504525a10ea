import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { figuresOf, linesOf } from '../support/figures-of.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { SITE, World } from './world.ts';

export function describeFigures(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
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

    test('M7 that a visitor is gone stays with the episode, until she is seen again or it has ended', async () => {
      const [kept, back] = [await world.queued(), await world.queued()];
      const gone = (id: string) => ({ conversationId: id, at: world.at, how: 'lost' as const });
      const ids = [kept.id, back.id];
      expect(await world.store.noteGone([...ids, 'nobody'].map(gone))).toEqual(ids);
      expect((await world.store.listGone()).map((one) => one.conversationId).sort()).toEqual([...ids].sort());
      await world.store.noteBack([back.id]);
      world.pass(20_000);
      for (const id of ids) await world.close(id, 'system');
      await world.store.noteBack(ids);
      expect(await world.store.noteGone(ids.map(gone))).toEqual([]);
      const last = await world.store.readLastNo();
      const { episodes } = await world.store.readFacts([last - 1, last]);
      expect(episodes.map(({ goneAt, goneHow }) => [goneAt === null, goneHow])).toEqual([
        [false, 'lost'],
        [true, null],
      ]);
      expect(await world.store.listGone()).toEqual([]);
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
      const [row] = await linesOf(world.store, world.at);
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
      const count = async (from: number, to: number) =>
        (await figuresOf(world.store, world.at, { from, to })).conversations;
      expect(await count(first, third)).toBe(2);
      expect(await count(second, third + 1)).toBe(2);
    });

    test('S14 a row says which conversation, who served, and what came of it', async () => {
      const { id, agentId } = await world.active();
      const openedAt = world.at;
      world.pass(1_500);
      await world.say(id, world.message('agent', agentId));
      await world.close(id, 'agent', agentId);
      await world.store.rateEpisode({ conversationId: id, episode: 1, score: 4, comment: 'Fine', at: world.at });
      const rows = await linesOf(world.store, world.at);
      expect(rows).toEqual([
        {
          no: expect.any(Number),
          conversationId: id,
          episode: 1,
          siteId: SITE.id,
          siteName: 'Shop',
          wordsFrom: 0,
          visitorLabel: expect.stringMatching(/^Visitor /),
          agentName: `Name of ${agentId}`,
          openedAt,
          closedAt: world.at,
          outcome: 'resolved',
          firstResponseMs: 1_500,
          queueMs: 0,
          score: 4,
          comment: 'Fine',
          reasons: [],
          solved: null,
          written: [{ name: `Name of ${agentId}`, messages: 1 }],
        },
      ]);
    });
  });
}
