import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OWN_REPLIES_MAX, SAVED_REPLIES_MAX } from '../../protocol/wire/limits.ts';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

const TEAM = { ownerId: null, at: 1 };
const ANA = 'agent-ana';
const REFUND: SavedReply = { id: 'r1', shortcut: 'refund', body: 'Your money is\non its way.', departmentId: null };

export function describeReplies(name: string, make: MakePlace): void {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    store = (await World.start(await place.open())).store;
  });
  afterEach(() => place.remove());

  describe(`${name}: saved replies`, () => {
    test('V1 a shortcut is one reply of the installation; a removed one is free again', async () => {
      expect(await store.addReply({ ...TEAM, ...REFUND, at: 1 })).toBe('added');
      expect(await store.addReply({ ...TEAM, ...REFUND, id: 'r2', at: 2 })).toBe('taken');
      expect(await store.addReply({ ...TEAM, ...REFUND, id: 'r2', shortcut: 'hello', at: 2 })).toBe('added');
      expect(await store.changeReply({ ...TEAM, ...REFUND, id: 'r2', at: 3 })).toBe('taken');
      expect(await store.changeReply({ ...TEAM, ...REFUND, body: 'Soon.', at: 3 })).toBe('changed');
      expect(await store.changeReply({ ...TEAM, ...REFUND, id: 'nobody', shortcut: 'new', at: 3 })).toBe('not_found');
      expect(await store.listReplies(ANA)).toEqual([
        { ...REFUND, id: 'r2', shortcut: 'hello' },
        { ...REFUND, body: 'Soon.' },
      ]);
      expect(await store.removeReply('r1')).toBe('removed');
      expect(await store.removeReply('r1')).toBe('not_found');
      expect(await store.addReply({ ...TEAM, ...REFUND, id: 'r3', at: 4 })).toBe('added');
    });

    test('V1 one of a department that was removed is for all', async () => {
      await store.addDepartment({ id: 'd1', siteId: null, name: 'Returns', routing: {}, at: 1 });
      await store.addReply({ ...TEAM, ...REFUND, departmentId: 'd1', at: 2 });
      expect(await store.listReplies(ANA)).toEqual([{ ...REFUND, departmentId: 'd1' }]);
      await store.removeDepartment({ departmentId: 'd1', at: 3 });
      expect(await store.listReplies(ANA)).toEqual([REFUND]);
    });

    test('V1 two who take the same shortcut at once: one has it', async () => {
      const both = await Promise.all(['a', 'b'].map((id) => store.addReply({ ...TEAM, ...REFUND, id, at: 1 })));
      expect(both.sort()).toEqual(['added', 'taken']);
    });

    test("V4 own ones beside the team's: found by their owner alone, with shortcuts of their own, and stay whose they are", async () => {
      const mine = { ...REFUND, id: 'own', body: 'Mine.' };
      expect(await store.addReply({ ...REFUND, ...TEAM })).toBe('added');
      expect(await store.addReply({ ...mine, ownerId: ANA, at: 2 })).toBe('added');
      expect(await store.addReply({ ...mine, id: 'twice', ownerId: ANA, at: 2 })).toBe('taken');
      expect(await store.addReply({ ...mine, id: 'bo', ownerId: 'agent-bo', at: 2 })).toBe('added');
      expect(await store.listReplies(ANA)).toEqual([{ ...mine, own: true }, REFUND]);
      expect(await store.listReplies('somebody')).toEqual([REFUND]);
      expect(await store.changeReply({ ...mine, shortcut: 'mine', ownerId: ANA, at: 3 })).toBe('changed');
      expect(await store.findReplyOwner('own')).toEqual({ ownerId: ANA });
      expect(await store.findReplyOwner('r1')).toEqual({ ownerId: null });
      expect(await store.findReplyOwner('none')).toBeUndefined();
    });

    test('V1 V4 at most SAVED_REPLIES_MAX, and OWN_REPLIES_MAX', async () => {
      for (let made = 0; made < SAVED_REPLIES_MAX; made += 1) {
        await store.addReply({ ...TEAM, ...REFUND, id: `r${made}`, shortcut: `s${made}`, at: made });
      }
      expect(await store.addReply({ ...TEAM, ...REFUND, id: 'more', shortcut: 'more', at: 1 })).toBe('too_many');
      const own = (made: number) =>
        store.addReply({ ...REFUND, id: `o${made}`, shortcut: `s${made}`, ownerId: ANA, at: made });
      for (let made = 0; made < OWN_REPLIES_MAX; made += 1) expect(await own(made)).toBe('added');
      expect(await own(OWN_REPLIES_MAX)).toBe('too_many');
    });
  });
}
