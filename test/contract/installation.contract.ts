import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { hashOf, ROUNDS, SITE, World } from './world.ts';

export function describeInstallation(name: string, make: MakePlace): void {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    store = await place.open();
  });
  afterEach(() => place.remove());

  describe(`${name}: installation, sites and visitors`, () => {
    test('R22 the database tells its clock, where it has one', async () => {
      const told = await store.readClock();
      if (name === 'SQLite') expect(told).toBe(null);
      else expect(Math.abs((told ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    test('S1 what was answered is there after a restart, under the same epoch', async () => {
      const world = await World.start(store);
      const { id } = await world.queued();
      const epoch = await store.readEpoch();
      await store.close();
      store = await place.open();
      expect(await store.readEpoch()).toBe(epoch);
      expect(await new World(store).entries(id)).toHaveLength(2);
    });

    test('S2 a closed store answers StoreUnavailable', async () => {
      await store.close();
      await expect(store.readEpoch()).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await expect(store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await expect(store.close()).resolves.toBeUndefined();
    });

    test('S2 ping resolves while the store can write', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });

    test('S8 a site key is given once; origins are added, each once, never removed', async () => {
      expect(await store.addSite({ ...SITE, at: 1 })).toBe('added');
      expect(await store.addSite({ ...SITE, id: 'site-2', name: 'Other', at: 2 })).toBe('key_taken');
      await store.addSiteOrigins({ key: SITE.key, origins: ['https://b.example', 'https://shop.example'] });
      await store.addSiteOrigins({ key: 'unknown', origins: ['https://c.example'] });
      expect(await store.listSites()).toEqual([{ ...SITE, origins: ['https://b.example', 'https://shop.example'] }]);
    });

    test('S8 a visitor is found by site and token, until idle or too old', async () => {
      const world = await World.start(store);
      const id = await world.visitor();
      const query = { siteId: SITE.id, tokenHash: hashOf(id), at: world.at, idleSince: 0, madeSince: 0, overlapMs: 0 };
      expect(await store.findVisitor(query)).toEqual({
        id,
        browserId: id,
        subject: null,
        siteId: SITE.id,
        tokenAt: world.at,
      });
      expect(await store.findVisitor({ ...query, siteId: 'site-2' })).toBeUndefined();
      expect(await store.findVisitor({ ...query, tokenHash: hashOf('x') })).toBeUndefined();
      expect(await store.findVisitor({ ...query, madeSince: world.at + 1 })).toBeUndefined();
      expect(await store.findVisitor({ ...query, idleSince: world.at + 1 })).toBeUndefined();
    });

    test('S8 finding a visitor marks it as seen, to the minute', async () => {
      const world = await World.start(store);
      const id = await world.visitor();
      const later = world.at + 3_600_000;
      const query = { siteId: SITE.id, tokenHash: hashOf(id), idleSince: 0, madeSince: 0, overlapMs: 0 };
      await store.findVisitor({ ...query, at: later });
      expect(await store.findVisitor({ ...query, at: later, idleSince: later })).toBeDefined();
    });

    describe('S8 P33 a visitor’s token', () => {
      const OVERLAP_MS = 1_000;
      let world: World;
      let id: string;
      const find = (token: string, at: number) =>
        store.findVisitor({
          siteId: SITE.id,
          tokenHash: hashOf(token),
          at,
          idleSince: 0,
          madeSince: 0,
          overlapMs: OVERLAP_MS,
        });
      const offer = (token: string, at: number) =>
        store.offerToken({ visitorId: id, tokenHash: hashOf(token), at, overlapMs: OVERLAP_MS });
      beforeEach(async () => {
        world = await World.start(store);
        id = await world.visitor();
      });

      test('stays good while its successor is offered and not used: an answer may be lost', async () => {
        await offer('next', world.at);
        expect(await find(id, world.at + 10 * OVERLAP_MS)).toMatchObject({ id, tokenAt: world.at });
      });

      test('is exchanged by the first use of its successor, and good for the overlap, for other tabs', async () => {
        await offer('next', world.at);
        const at = world.at + 5_000;
        expect(await find('next', at)).toMatchObject({ id, tokenAt: at });
        expect(await find('next', at + 1)).toMatchObject({ id, tokenAt: at });
        expect(await find(id, at + OVERLAP_MS - 1)).toMatchObject({ id });
      });

      test('that comes back later is a copy: it and its successors open nothing any more', async () => {
        await offer('next', world.at);
        await find('next', world.at);
        await offer('third', world.at);
        expect(await find(id, world.at + OVERLAP_MS)).toEqual({ revoked: id });
        for (const token of [id, 'next', 'third']) expect(await find(token, world.at + OVERLAP_MS)).toBeUndefined();
      });

      test('two tabs that were offered one each end up with the one used last, and neither is sent away', async () => {
        await offer('mine', world.at);
        await offer('yours', world.at);
        expect(await find('mine', world.at + 1)).toMatchObject({ id });
        expect(await find('yours', world.at + 2)).toMatchObject({ id });
        expect(await find('mine', world.at + 3)).toMatchObject({ id });
        expect(await find('yours', world.at + 9 * OVERLAP_MS)).toMatchObject({ id });
      });

      test('two tabs that use the same successor at once are both let in', async () => {
        for (let round = 0; round < 20; round += 1) {
          await offer(`next-${round}`, world.at + round);
          const both = await Promise.all([0, 1, 2].map(() => find(`next-${round}`, world.at + round)));
          expect(both).toMatchObject([{ id }, { id }, { id }]);
        }
      });

      test('is of one site, ends with the visitor’s time, and offers that nobody came for are swept', async () => {
        await offer('next', world.at);
        const query = { tokenHash: hashOf('next'), at: world.at, idleSince: 0, madeSince: 0, overlapMs: OVERLAP_MS };
        expect(await store.findVisitor({ ...query, siteId: 'site-2' })).toBeUndefined();
        expect(await store.findVisitor({ ...query, siteId: SITE.id, madeSince: world.at + 1 })).toBeUndefined();
        expect(await store.findVisitor({ ...query, siteId: SITE.id, idleSince: world.at + 1 })).toBeUndefined();
        await offer('later', world.at + OVERLAP_MS + 1);
        expect(await find('next', world.at + OVERLAP_MS + 1)).toBeUndefined();
        expect(await find('later', world.at + OVERLAP_MS + 1)).toMatchObject({ id });
      });
    });

    test('S9 failures are counted in their window, read without those that are over, and cleared', async () => {
      const keys = [
        { key: 'account:a', windowMs: 100 },
        { key: 'address:b', windowMs: 50 },
      ];
      expect(await store.addFailures({ keys, at: 1_000 })).toEqual({ 'account:a': 1, 'address:b': 1 });
      expect(await store.addFailures({ keys, at: 1_040 })).toEqual({ 'account:a': 2, 'address:b': 2 });
      // The address's window is over: it begins again. The account's goes on from its first failure.
      expect(await store.addFailures({ keys, at: 1_060 })).toEqual({ 'account:a': 3, 'address:b': 1 });
      const both = { keys: ['account:a', 'address:b'], at: 1_099 };
      expect(await store.readFailures(both)).toEqual({
        'account:a': { count: 3, windowEndsAt: 1_100 },
        'address:b': { count: 1, windowEndsAt: 1_110 },
      });
      expect(await store.readFailures({ ...both, at: 1_100 })).toEqual({
        'address:b': { count: 1, windowEndsAt: 1_110 },
      });
      await store.clearFailures(['account:a', 'address:b']);
      expect(await store.readFailures(both)).toEqual({});
    });

    test('S9 failures that come at once are all counted', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const keys = [{ key: `k${round}`, windowMs: 1_000 }];
        const counts = await Promise.all(Array.from({ length: 8 }, () => store.addFailures({ keys, at: 1 })));
        const seen = counts.map((one) => one[`k${round}`]).sort();
        expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      }
    });
  });
}
