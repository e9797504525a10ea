import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { hashOf, ROUNDS, World } from './world.ts';

export function describeAgents(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const owner = (id: string, email = `${id}@shop.example`) =>
    ({ id, email, name: 'Olga', role: 'owner', passwordHash: 'hash', capacity: 4, at: 1 }) as const;

  describe(`${name}: agents and their sessions`, () => {
    test('S12 an e-mail address is one account, however it is written', async () => {
      const { store } = world;
      expect(await store.countAgents()).toBe(0);
      expect(await store.addAgent(owner('a1', 'Olga@Shop.example'))).toBe('added');
      expect(await store.addAgent(owner('a2', 'olga@shop.EXAMPLE'))).toBe('email_taken');
      expect(await store.countAgents()).toBe(1);
      const profile = {
        id: 'a1',
        email: 'olga@shop.example',
        name: 'Olga',
        role: 'owner',
        availability: 'available',
        capacity: 4,
        awayReason: null,
      };
      expect(await store.listAgents()).toEqual([profile]);
      expect(await store.findAgent('a1')).toEqual(profile);
      expect(await store.findAgent('a2')).toBeUndefined();
      expect(await store.findCredentials('OLGA@shop.example')).toEqual({ agentId: 'a1', passwordHash: 'hash' });
      expect(await store.findCredentials('who@shop.example')).toBeUndefined();
      expect(await store.findCredentialsById('a1')).toEqual({ passwordHash: 'hash' });
      expect(await store.findCredentialsById('a2')).toBeUndefined();
    });

    test('S12 a session is good while it is used and not too old', async () => {
      const { store } = world;
      const agentId = await world.agent();
      const ids = [hashOf('one'), hashOf('two')] as const;
      await store.addSession({ id: ids[0], agentId, at: 1_000 });
      await store.addSession({ id: ids[1], agentId, at: 2_000 });
      const find = (id: string, idleSince: number, madeSince: number) =>
        store.findSession({ id, idleSince, madeSince });
      expect(await find(ids[0], 1_000, 1_000)).toEqual({ agentId, seenAt: 1_000 });
      expect(await find(ids[0], 1_001, 0)).toBeUndefined();
      await store.touchSession({ id: ids[0], at: 1_500 });
      expect(await find(ids[0], 1_500, 0)).toEqual({ agentId, seenAt: 1_500 });
      expect(await find(ids[0], 0, 1_001)).toBeUndefined();
      const all = [...ids, hashOf('three')];
      expect((await store.listLiveSessions({ ids: all, idleSince: 0, madeSince: 0 })).sort()).toEqual([...ids].sort());
      expect(await store.listLiveSessions({ ids: all, idleSince: 1_600, madeSince: 0 })).toEqual([ids[1]]);
      await store.endSession(ids[1]);
      expect(await find(ids[1], 0, 0)).toBeUndefined();
    });

    test('S12 a new password ends all other sessions of this agent', async () => {
      const { store } = world;
      const [agentId, other] = [await world.agent(), await world.agent()];
      for (const id of ['s1', 's2']) await store.addSession({ id, agentId, at: 1 });
      await store.addSession({ id: 's3', agentId: other, at: 1 });
      const live = () => store.listLiveSessions({ ids: ['s1', 's2', 's3'], idleSince: 0, madeSince: 0 });
      await store.setPassword({ agentId, passwordHash: 'new', keepSession: 's2', at: 2 });
      expect((await live()).sort()).toEqual(['s2', 's3']);
      expect(await store.findCredentialsById(agentId)).toEqual({ passwordHash: 'new' });
      await store.setPassword({ agentId, passwordHash: 'newer', keepSession: null, at: 3 });
      expect(await live()).toEqual(['s3']);
    });

    test('S13 the set-up token makes the first owner, once, and only while there is nobody', async () => {
      const { store } = world;
      const claim = (token: string, id: string) => store.claimSetUp({ tokenHash: hashOf(token), agent: owner(id) });
      expect(await claim('none', 'a1')).toBe('refused');
      await store.setSetUp(hashOf('old'));
      await store.setSetUp(hashOf('new'));
      expect(await claim('old', 'a1')).toBe('refused');
      expect(await claim('new', 'a1')).toBe('claimed');
      expect(await claim('new', 'a2')).toBe('refused');
      await store.setSetUp(hashOf('again'));
      expect(await claim('again', 'a2')).toBe('refused');
      expect((await store.listAgents()).map((one) => one.id)).toEqual(['a1']);
    });

    test('S13 without a token nobody claims', async () => {
      const { store } = world;
      await store.setSetUp(hashOf('t'));
      await store.setSetUp(null);
      expect(await store.claimSetUp({ tokenHash: hashOf('t'), agent: owner('a1') })).toBe('refused');
    });
  });

  describe(`${name}: the first owner, raced for`, () => {
    test('S13 of those who claim at once one becomes the owner', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const fresh = await make();
        try {
          const store = await fresh.open();
          await store.setSetUp(hashOf('t'));
          const claims = Array.from({ length: 4 }, (_, n) =>
            store.claimSetUp({ tokenHash: hashOf('t'), agent: owner(`a${n}`) }),
          );
          const answers = (await Promise.all(claims)).sort();
          expect(answers).toEqual(['claimed', 'refused', 'refused', 'refused']);
          expect(await store.countAgents()).toBe(1);
        } finally {
          await fresh.remove();
        }
      }
    });
  });
}
