import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeptOutside } from '../../server/store/outside-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { SITE } from './world.ts';

const kept = (title: string): KeptOutside => ({
  settings: {
    panels: [{ id: 'orders', title, url: 'https://api.shop.example' }],
    translator: null,
    assistant: { url: 'https://ai.example', model: 'small' },
  },
  secretNumber: 1,
  keys: { assistant: 'sealed' },
});

export function describeOutside(name: string, make: MakePlace): void {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    store = await place.open();
    await store.addSite({ ...SITE, at: 1 });
  });
  afterEach(() => place.remove());

  describe(`${name}: services of a site`, () => {
    test('CS1 nothing at first; each save is a version, and of two who save from one the second is told', async () => {
      const siteId = SITE.id;
      expect(await store.readOutside(siteId)).toEqual({ kept: null, version: 0 });
      expect(await store.setOutside({ siteId, kept: kept('A'), basedOn: 0, at: 2 })).toBe('kept');
      expect(await store.setOutside({ siteId, kept: kept('B'), basedOn: 0, at: 3 })).toBe('stale');
      expect(await store.readOutside(siteId)).toEqual({ kept: kept('A'), version: 1 });
      const both = await Promise.all(
        ['C', 'D'].map((title) => store.setOutside({ siteId, kept: kept(title), basedOn: 1, at: 4 })),
      );
      expect(both.toSorted()).toEqual(['kept', 'stale']);
      expect(await store.setOutside({ siteId, kept: kept('E'), at: 5 })).toBe('kept');
      expect(await store.readOutside(siteId)).toEqual({ kept: kept('E'), version: 3 });
    });

    test('CS10 all that was ever saved is listed, and nothing of a site where nothing was', async () => {
      await store.addSite({ ...SITE, id: 'site-2', key: 'second', at: 1 });
      expect(await store.listOutside()).toEqual([]);
      await store.setOutside({ siteId: SITE.id, kept: kept('A'), at: 2 });
      await store.setOutside({ siteId: SITE.id, kept: kept('B'), at: 3 });
      expect(await store.listOutside()).toEqual([{ siteId: SITE.id, kept: kept('B'), version: 2 }]);
    });
  });
}
