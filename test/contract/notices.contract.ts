import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NOTICE_SETTINGS_DEFAULT, type PushDocument } from '../../protocol/wire/notices.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { ROUNDS, World } from './world.ts';

export function describeNotices(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let agentId: string;
  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    agentId = await world.agent();
    await session('s1');
  });
  afterEach(() => place.remove());

  const session = (id: string, of = agentId) => world.store.addSession({ id, agentId: of, at: world.at });
  const device = (id: string, sessionId = 's1', more: object = {}) =>
    world.store.addPushDevice({
      ...{ id, agentId, sessionId, endpoint: `https://push.example/${id}`, p256dh: 'p', auth: 'a', name: 'Chrome' },
      ...{ at: world.at, max: 2, ...more },
    });
  const document: PushDocument = { kind: 'message', conversationId: 'c1', who: null, text: null, at: 1 };
  const queue = (cause: string, max = 10) =>
    world.store.queuePushes({
      ...{ agentId, cause, document, newId: () => world.next('n'), at: world.at },
      limit: { since: world.at - 60_000, max },
    });
  const lease = (limit = 10, madeSince = 0) =>
    world.store.leasePushes({ now: world.at, until: world.at + 60_000, limit, madeSince });

  describe(`${name}: notices`, () => {
    test('NT2 choices are kept; NT5 nodes that start together keep one key', async () => {
      expect(await world.store.readNoticeSettings(agentId)).toBeUndefined();
      const settings = { ...NOTICE_SETTINGS_DEFAULT, words: false };
      for (const at of [1, 2]) await world.store.setNoticeSettings({ agentId, settings, at });
      expect(await world.store.readNoticeSettings(agentId)).toEqual(settings);
      const keys = ['a', 'b', 'c'].map((publicKey) =>
        world.store.keepPushKey({ made: { publicKey, privateKey: `${publicKey}-private` }, at: 1 }),
      );
      const kept = await Promise.all(keys);
      expect(new Set(kept.map(({ publicKey }) => publicKey)).size).toBe(1);
      expect(await world.store.readPushKey()).toEqual(kept[0]);
    });

    test('NT6 a browser goes with its session, however that ends, and what was on its way goes with it', async () => {
      await device('d1');
      await queue('one');
      expect(await world.store.listPushedAgents()).toEqual([agentId]);
      await world.store.endSession('s1');
      expect(await world.store.listPushedAgents()).toEqual([]);
      expect(await lease()).toEqual([]);
      await session('s2');
      await device('d2', 's2');
      await world.store.setPassword({ agentId, passwordHash: 'x', keepSession: null, at: world.at });
      expect(await world.store.listPushDevices(agentId)).toEqual([]);
    });

    test('NT6 a browser has one row: who signs in there next takes it over, without what waited for the one before', async () => {
      const other = await world.agent();
      await device('d1');
      await queue('one');
      await session('s2', other);
      await device('d9', 's2', { agentId: other, endpoint: 'https://push.example/d1' });
      expect(await world.store.listPushDevices(agentId)).toEqual([]);
      expect(await world.store.listPushDevices(other)).toMatchObject([{ id: 'd1', sessionId: 's2' }]);
      expect(await lease()).toEqual([]);
    });

    test('NT6 over the limit the oldest goes; only its own agent removes one', async () => {
      for (const id of ['d1', 'd2', 'd3']) {
        world.pass(1);
        await session(`of ${id}`);
        await device(id, `of ${id}`);
      }
      expect((await world.store.listPushDevices(agentId)).map(({ id }) => id)).toEqual(['d3', 'd2']);
      expect(await world.store.removePushDevice({ id: 'd3', agentId: 'somebody' })).toBe(false);
      expect(await world.store.removePushDevice({ id: 'd3', agentId })).toBe(true);
      await world.store.dropPushDevice('d2');
      expect(await world.store.listPushDevices(agentId)).toEqual([]);
    });

    test('NT7 one for each cause and browser, and no more than the limit in its time', async () => {
      await device('d1');
      expect(await queue('one')).toBe(1);
      expect(await queue('one')).toBe(0);
      expect(await queue('two', 2)).toBe(1);
      expect(await queue('three', 2)).toBe(0);
      world.pass(60_001);
      expect(await queue('three', 2)).toBe(1);
      // Sent, it is kept for its cause, and forgotten in the end.
      for (const { id, tries } of await lease()) await world.store.settlePush({ id, tries, dueAt: null });
      expect(await queue('three')).toBe(0);
      await world.store.dropOldPushes({ before: world.at + 1, limit: 10 });
      expect(await queue('three')).toBe(1);
    });

    test('NT8 a push is one node’s until its lease ends, and a late word counts for nothing', async () => {
      await device('d1');
      await world.store.setVisible({ sessionId: 's1', until: 77 });
      await queue('one');
      expect(await lease()).toMatchObject([{ deviceId: 'd1', tries: 1, visibleUntil: 77, document, agentId }]);
      expect(await lease()).toEqual([]);
      world.pass(60_000);
      const [again] = await lease();
      expect(again?.tries).toBe(2);
      const settle = (tries: number, dueAt: number | null) =>
        world.store.settlePush({ id: again?.id ?? '', tries, dueAt });
      expect(await settle(1, null)).toBe(false);
      expect(await settle(2, world.at + 5)).toBe(true);
      expect(await lease()).toEqual([]);
      world.pass(5);
      expect(await lease(10, world.at + 1)).toEqual([]);
    });

    test('NT8 nodes that look at once never take the same push', async () => {
      await device('d1');
      for (let round = 0; round < ROUNDS; round += 1) {
        world.pass(120_000);
        for (let made = 0; made < 4; made += 1) await queue(`${round} ${made}`);
        const taken = (await Promise.all([lease(2), lease(2), lease(2)])).flat();
        expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
        for (const { id, tries } of [...taken, ...(await lease(4))])
          await world.store.settlePush({ id, tries, dueAt: null });
      }
    });
  });
}
