import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

const PICTURE = { id: 'p1', type: 'image/webp', content: 'AAAA' };

export function describeFaces(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  describe(`${name}: how visitors see agents`, () => {
    test('W31 a title changes alone; another picture takes the place of the first, and null takes it away', async () => {
      const { store } = world;
      const agentId = await world.agent();
      const other = await world.agent();
      expect(await store.listFaces([agentId, other])).toEqual([]);
      expect(await store.setFace({ agentId, title: 'Support', at: 1 })).toBe('changed');
      expect(await store.setFace({ agentId, title: 'Support', picture: PICTURE, at: 2 })).toBe('changed');
      expect(await store.setFace({ agentId, title: 'Sales', at: 3 })).toBe('changed');
      expect(await store.listFaces([agentId, other, 'nobody'])).toEqual([
        { agentId, title: 'Sales', picture: 'p1', siteIds: [] },
      ]);
      expect(await store.findPicture('p1')).toEqual({ type: 'image/webp', content: 'AAAA', siteIds: [] });
      await store.setFace({ agentId, title: '', picture: { ...PICTURE, id: 'p2', content: 'BBBB' }, at: 4 });
      expect([await store.findPicture('p1'), (await store.findPicture('p2'))?.content]).toEqual([undefined, 'BBBB']);
      await store.setFace({ agentId, title: '', picture: null, at: 5 });
      expect(await store.listFaces([agentId])).toEqual([{ agentId, title: '', picture: null, siteIds: [] }]);
      expect(await store.findPicture('p2')).toBeUndefined();
      expect(await store.setFace({ agentId: 'nobody', title: '', at: 6 })).toBe('not_found');
    });
  });
}
