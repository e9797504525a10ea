import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { hashOf, ROUNDS, SITE, World } from './world.ts';

export function describeIdentities(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const claim = (browserId: string | undefined, subject = 'mia', hash = 'signed') =>
    world.store.claimIdentity({
      ...{ siteId: SITE.id, browserId, newBrowserId: world.next('b'), newPersonId: world.next('p') },
      tokenHash: hashOf(world.next('token')),
      identity: { subject, name: 'Mia', email: null, hash, until: world.at + 1_000 },
      at: world.at,
    });

  describe(`${name}: people whom sites have signed for`, () => {
    test('I3 what was begun in a browser goes along, and the list moves on', async () => {
      const { store } = world;
      const { id, visitorId } = await world.queued();
      const before = await store.readChange();
      const claimed = await claim(visitorId);
      expect(claimed).toMatchObject({ result: 'claimed', browserId: visitorId, moved: [id], change: before + 1 });
      if (claimed.result !== 'claimed') throw new Error('It was not claimed.');
      expect((await store.findConversation(id))?.visitorId).toBe(claimed.visitorId);
      expect((await store.findConversation(id))?.version).toBe(2);
      expect(await store.findLatestConversation(visitorId)).toBeUndefined();
      expect((await world.line(id)).visitor).toMatchObject({ id: claimed.visitorId, verified: true });
    });

    test('I3 two browsers of one person at once: one person, whoever is first', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const subject = `person ${round}`;
        const browsers = await Promise.all([world.visitor(), world.visitor(), world.visitor()]);
        const claimed = await Promise.all(browsers.map((browser) => claim(browser, subject)));
        const people = new Set(claimed.map((one) => (one.result === 'claimed' ? one.visitorId : 'none')));
        expect([round, people.size, people.has('none')]).toEqual([round, 1, false]);
      }
    });

    test('I6 an ended browser’s token is nobody’s, and the signed one it came with is known as ended', async () => {
      const { store } = world;
      const browserId = await world.visitor();
      await claim(browserId);
      expect(await store.isIdentityEnded('signed')).toBe(false);
      await store.endBrowser({ browserId, spoiled: `ended:${browserId}`, at: world.at });
      expect(await store.isIdentityEnded('signed')).toBe(true);
      world.pass(2_000);
      const other = await world.visitor();
      await store.endBrowser({ browserId: other, spoiled: `ended:${other}`, at: world.at });
      expect(await store.isIdentityEnded('signed')).toBe(false);
    });

    test('I9 never more than two secrets, however many ask at once', async () => {
      const { store } = world;
      const add = () =>
        store.addIdentitySecret({ siteId: SITE.id, id: world.next('secret'), madeAt: world.at, max: 2 });
      const answers = await Promise.all([add(), add(), add(), add()]);
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(2);
      const [first] = await store.listIdentitySecrets(SITE.id);
      expect(await store.removeIdentitySecret({ siteId: 'other', id: first?.id ?? '' })).toBe('not_found');
      expect(await store.removeIdentitySecret({ siteId: SITE.id, id: first?.id ?? '' })).toBe('removed');
      expect(await store.listIdentitySecrets(SITE.id)).toHaveLength(1);
    });
  });
}
