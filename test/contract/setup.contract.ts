import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { PageReport } from '../../protocol/wire/install.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { SITE } from './world.ts';

export function describeSetup(name: string, make: MakePlace): void {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    store = await place.open();
    await store.addSite({ ...SITE, at: 1 });
  });
  afterEach(() => place.remove());

  describe(`${name}: setting up`, () => {
    test('Z2 Z3 a site takes another name and another list; retired it stays, and comes back', async () => {
      const key = SITE.key;
      const changed = { key, name: 'New', origins: ['https://b.example', 'https://a.example'] };
      expect(await store.changeSite({ ...changed, key: 'none' })).toBe('not_found');
      expect(await store.changeSite(changed)).toBe('changed');
      const now = { id: SITE.id, key, name: 'New', origins: ['https://a.example', 'https://b.example'] };
      expect(await store.listSites()).toEqual([now]);
      expect(await store.retireSite({ key: 'none', at: 5 })).toBe('not_found');
      expect(await store.retireSite({ key, at: 5 })).toBe('changed');
      expect(await store.listSites()).toEqual([{ ...now, retiredAt: 5 }]);
      await store.retireSite({ key, at: null });
      expect(await store.listSites()).toEqual([now]);
    });

    test('Z6 sightings: one for each key and origin, the latest first, and no more than may be', async () => {
      const see = (siteKey: string, origin: string, at: number) => store.sawTag({ siteKey, origin, at, max: 3 });
      await see('shop', 'https://a.example', 10);
      await see('shop', 'https://b.example', 20);
      await see('shop', 'https://a.example', 30);
      expect(await store.listSightings(9)).toEqual([
        { siteKey: 'shop', origin: 'https://a.example', firstAt: 10, lastAt: 30 },
        { siteKey: 'shop', origin: 'https://b.example', firstAt: 20, lastAt: 20 },
      ]);
      for (const at of [40, 50]) await see('', `https://c${at}.example`, at);
      expect((await store.listSightings(9)).map(({ lastAt }) => lastAt)).toEqual([50, 40, 30]);
      expect(await store.listSightings(1)).toHaveLength(1);
    });

    test('Z7 a page tells once, in time; marks of long ago go', async () => {
      const report: PageReport = { origin: 'https://a.example', path: '/', site: 'shop', faults: [], tags: 1, at: 12 };
      const tell = (id: string, madeSince = 0) => store.tellTagCheck({ id, report, madeSince });
      await store.addTagCheck({ id: 'one', siteKey: 'shop', at: 10, keptSince: 0 });
      expect(await store.findTagCheck('one')).toEqual({ siteKey: 'shop', madeAt: 10, report: null });
      expect([await store.listOpenChecks(10), await store.listOpenChecks(11)]).toEqual([['shop'], []]);
      expect([await tell('none'), await tell('one', 11)]).toEqual([false, false]);
      expect([await tell('one'), await tell('one')]).toEqual([true, false]);
      expect(await store.findTagCheck('one')).toEqual({ siteKey: 'shop', madeAt: 10, report });
      expect(await store.listOpenChecks(0)).toEqual([]);
      await store.addTagCheck({ id: 'two', siteKey: 'shop', at: 30, keptSince: 20 });
      expect(await store.findTagCheck('one')).toBe(undefined);
    });

    test('Z20 the first run is kept as it was said last', async () => {
      expect(await store.readGuide()).toBe(null);
      await store.setGuide({ siteKey: null, skipped: [], endedAt: null });
      await store.setGuide({ siteKey: 'shop', skipped: ['hours'], endedAt: 7 });
      expect(await store.readGuide()).toEqual({ siteKey: 'shop', skipped: ['hours'], endedAt: 7 });
    });

    test('U13 Z13 the list of tags is kept as a whole; who read another one changes nothing', async () => {
      expect(await store.readTeamTags()).toEqual({ tags: [] });
      const basedOn = markOf({ tags: [] });
      expect(await store.setTeamTags({ tags: ['Rückgabe', '返品'], basedOn })).toBe('set');
      expect(await store.setTeamTags({ tags: ['other'], basedOn })).toBe('stale');
      expect(await store.readTeamTags()).toEqual({ tags: ['Rückgabe', '返品'] });
      expect(await store.setTeamTags({ tags: [] })).toBe('set');
      expect(await store.readTeamTags()).toEqual({ tags: [] });
    });
  });
}
