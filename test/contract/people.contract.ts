import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PERSON_NOTES_MAX, PERSON_ORDERS_SHOWN_MAX, PERSON_TAGS_MAX } from '../../protocol/wire/people-limits.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { FAR, hashOf, SITE, World } from './world.ts';

export function describePeople(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;
  let ana: string;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
    ana = await world.presentAgent();
  });
  afterEach(() => place.remove());

  const siteId = SITE.id;
  const note = (visitorId: string, body: string) =>
    store.addPersonNote({ id: world.next('n'), visitorId, body, byId: ana, at: world.at });
  const tag = (visitorId: string, text: string) =>
    store.addPersonTag({ visitorId, tag: text, byId: ana, at: world.at });
  const order = (visitorId: string, orderId: string) =>
    store.addPageOrder({
      ...{ siteId, visitorId, at: world.at, max: 9, since: 0 },
      order: { orderId, minor: 1_000, currency: 'EUR', subject: null, isCancelled: false, at: null },
    });
  const sign = async (browserId: string, subject: string) => {
    const claimed = await store.claimIdentity({
      ...{ siteId, browserId, newBrowserId: world.next('b'), newPersonId: world.next('p'), at: world.at },
      tokenHash: hashOf(world.next('token')),
      identity: { subject, name: 'Mia', email: null, hash: world.next('signed'), until: FAR },
    });
    if (claimed.result !== 'claimed') throw new Error('It was not claimed.');
    return claimed.visitorId;
  };
  const merge = (fromId: string, intoId: string, id = world.next('m')) =>
    store.mergePeople({ id, fromId, intoId, byId: ana, at: world.at });
  const read = async (visitorId: string) => {
    const person = await store.readPerson(visitorId);
    if (!person) throw new Error('There is no such person.');
    return person;
  };

  describe(`${name}: people`, () => {
    test('J1 J2 J3 notes, tags, visits, orders and ratings stand with the person, notes the latest first', async () => {
      const { id, visitorId } = await world.active(ana);
      await note(visitorId, 'Prefers mail.');
      world.pass(5);
      await note(visitorId, 'Moved to Graz.');
      await tag(visitorId, 'vip');
      expect(await tag(visitorId, 'vip')).toBe('added');
      await order(visitorId, 'A-1');
      await store.keepVisit({ visitorId, visit: { browser: 'Firefox 140', zone: 'Asia/Tokyo' }, at: 1 });
      await store.keepVisit({ visitorId, visit: { language: 'ja' }, at: 2 });
      await world.close(id, 'agent', ana);
      await store.rateEpisode({ conversationId: id, episode: 1, score: 4, comment: null, at: world.at } as never);
      const person = await read(visitorId);
      expect(person.notes.map(({ body, by }) => [body, by.id])).toEqual([
        ['Moved to Graz.', ana],
        ['Prefers mail.', ana],
      ]);
      expect(person).toMatchObject({
        ...{ tags: ['vip'], joinedTo: null, returning: false, siteKey: SITE.key },
        visit: { browser: 'Firefox 140', zone: 'Asia/Tokyo', language: 'ja', pages: [], at: 2 },
        orders: [{ id: 'A-1', minor: 1_000, currency: 'EUR', cancelled: false, checked: false }],
        ratings: [{ conversationId: id, score: 4 }],
        conversations: [{ id, status: 'closed', outcome: 'resolved' }],
      });
      const [latest] = person.notes;
      expect(await store.changePersonNote({ id: latest?.id ?? '', body: 'Moved to Linz.', at: 9 })).toBe('changed');
      expect((await read(visitorId)).notes[0]).toMatchObject({ body: 'Moved to Linz.', editedAt: 9 });
      expect(await store.removePersonNote(latest?.id ?? '')).toBe('removed');
      expect(await store.removePersonNote(latest?.id ?? '')).toBe('not_found');
      await store.removePersonTag({ visitorId, tag: 'vip' });
      expect((await read(visitorId)).tags).toEqual([]);
      expect(await note('nobody', 'x')).toBe('not_found');
      expect(await store.readPerson('nobody')).toBeUndefined();
    });

    test('J6 the last orders are listed, of one person with a thousand as well, and it is told how many there are', async () => {
      const visitorId = await world.visitor();
      const counts = async () => {
        const { orders, ordersCount } = await read(visitorId);
        return [orders.length, ordersCount];
      };
      expect(await counts()).toEqual([0, 0]);
      await order(visitorId, 'C-0');
      expect(await counts()).toEqual([1, 1]);
      const mia = await sign(visitorId, 'mia');
      const said = Array.from({ length: 999 }, (_, n) => ({
        ...{ orderId: `D-${n}`, minor: 100, currency: 'EUR', subject: 'mia', isCancelled: false, at: n },
      }));
      await store.importOrders({ siteId, orders: said, at: world.at });
      const { orders, ordersCount } = await read(mia);
      expect([orders.length, ordersCount]).toEqual([PERSON_ORDERS_SHOWN_MAX, 1_000]);
    });

    test('J2 J3 at most so many notes and tags, however many write at once', async () => {
      const visitorId = await world.visitor();
      const notes = await Promise.all(Array.from({ length: PERSON_NOTES_MAX + 2 }, (_, n) => note(visitorId, `${n}`)));
      expect(notes.filter((one) => one === 'too_many')).toHaveLength(2);
      const tags = await Promise.all(Array.from({ length: PERSON_TAGS_MAX + 2 }, (_, n) => tag(visitorId, `t${n}`)));
      expect(tags.filter((one) => one === 'too_many')).toHaveLength(2);
    });

    test('I3 what the team wrote about a browser goes along to the person it acts for', async () => {
      const visitorId = await world.visitor();
      await note(visitorId, 'Called twice.');
      await tag(visitorId, 'vip');
      const person = await read(await sign(visitorId, 'mia'));
      expect([person.notes.map(({ body }) => body), person.tags]).toEqual([['Called twice.'], ['vip']]);
    });

    test('J8 two profiles become one: all of it moves at once, counts as one person, and finds its way back', async () => {
      const first = await world.active(ana);
      const mia = await sign(first.visitorId, 'mia');
      const second = await world.queued();
      await note(mia, 'Of Mia.');
      await note(second.visitorId, 'Of the browser.');
      await tag(mia, 'vip');
      await tag(second.visitorId, 'vip');
      await tag(second.visitorId, 'loud');
      await order(second.visitorId, 'B-1');
      const version = await world.version(second.id);
      expect(await store.planMerge({ fromId: second.visitorId, intoId: mia })).toEqual({
        stays: { id: mia, name: 'Mia', verified: true },
        joins: {
          id: second.visitorId,
          name: expect.stringMatching(/^Visitor [0-9A-Z]{4}$/),
          made: true,
          verified: false,
        },
        ...{ conversations: 1, notes: 1, tags: 1, orders: 1 },
      });
      const mergeId = world.next('m');
      expect(await merge(second.visitorId, mia, mergeId)).toBe('merged');
      const joined = await read(second.visitorId);
      expect(joined).toMatchObject({ id: mia, joinedTo: mia, tags: ['loud', 'vip'], orders: [{ id: 'B-1' }] });
      expect(joined.notes).toHaveLength(2);
      expect(joined.conversations.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
      expect(joined.joined).toMatchObject([{ id: mergeId, fromId: second.visitorId, by: { id: ana } }]);
      // The measures see one person (M12); her browser goes on as it was.
      const changed = await store.listChangedAfter({ after: 0, limit: 9 });
      const { episodes } = await store.readFacts(changed.map(({ no }) => no));
      expect(episodes.map(({ person }) => person)).toEqual(['s:mia', 's:mia']);
      expect(await store.listOrders({ from: 0, to: FAR })).toMatchObject([{ person: 's:mia' }]);
      expect((await store.findLatestConversation(second.visitorId))?.id).toBe(second.id);
      expect(await world.version(second.id)).toBe(version);
      await order(second.visitorId, 'B-2');
      expect((await read(mia)).orders).toHaveLength(2);

      expect(await store.undoMerge({ id: mergeId, byId: ana, at: world.at })).toMatchObject({ intoId: mia });
      expect(await store.undoMerge({ id: mergeId, byId: ana, at: world.at })).toBe('not_found');
      const [one, other] = [await read(mia), await read(second.visitorId)];
      expect([one.notes.length, one.tags, one.conversations.length]).toEqual([1, ['vip'], 1]);
      expect([other.notes.length, other.tags, other.conversations.length]).toEqual([1, ['loud', 'vip'], 1]);
      expect(other.orders.map(({ id }) => id)).toEqual(['B-1']);
    });

    test('J8 joined, what she said under the other profile is before this one, and its agent is the one she knows', async () => {
      const [phone, laptop] = [await world.visitor(), await world.visitor()];
      const before = await world.active(ana);
      await world.close(before.id, 'agent', ana);
      const first = await world.queued(phone);
      await world.assign(first.id, ana);
      await world.close(first.id, 'agent', ana);
      await store.rateEpisode({ conversationId: first.id, episode: 1, score: 2, comment: null, at: world.at } as never);
      const second = await world.queued(laptop);
      expect(await store.findEarlier(second.id)).toBeUndefined();
      expect(await store.readHistory(laptop)).toMatchObject({ lastAgentId: null, lastScore: null });
      const id = world.next('m');
      for (const [from, into] of [
        [phone, laptop],
        [laptop, phone],
      ] as const) {
        await merge(from, into, `${id}-${from}`);
        expect(await store.findEarlier(second.id)).toMatchObject({ conversationId: first.id });
        expect(await store.findEarlier(first.id)).toBeUndefined();
        expect(await store.readHistory(laptop)).toMatchObject({ returning: true, lastScore: 2 });
        await store.undoMerge({ id: `${id}-${from}`, byId: ana, at: world.at });
        expect(await store.findEarlier(second.id)).toBeUndefined();
      }
      const third = await world.visitor();
      await merge(phone, third);
      expect(await store.readHistory(third)).toEqual({ returning: true, lastAgentId: ana, lastScore: 2 });
    });

    test('J8 whom the site has signed for stays; nobody joins herself or another site; two at once do not wait for each other', async () => {
      const one = await world.visitor();
      const mia = await sign(await world.visitor(), 'mia');
      const zoe = await sign(await world.visitor(), 'zoe');
      expect(await merge(mia, one)).toBe('verified');
      expect(await merge(mia, zoe)).toBe('verified');
      expect(await merge(one, one)).toBe('same');
      expect(await merge(one, 'nobody')).toBe('not_found');
      await store.addSite({ id: 'site-2', key: 'other', name: 'Other', origins: [], at: 1 });
      await store.addVisitor({ id: 'far', siteId: 'site-2', tokenHash: 'far', at: 1 });
      expect(await merge(one, 'far')).toBe('other_site');
      const other = await world.visitor();
      const both = await Promise.all([merge(one, other), merge(other, one)]);
      expect(both.sort()).toEqual(['merged', 'same']);
      // What was joined before goes along, and stays one step away.
      expect(await merge(one, mia)).toBe('merged');
      expect((await store.listProfiles(one)).toSorted()).toEqual([mia, one, other].toSorted());
    });

    test('J9 a block holds for all profiles of a person, until it runs out or somebody ends it', async () => {
      const [mia, other] = [await world.visitor(), await world.visitor()];
      await merge(other, mia);
      const block = { id: 'b1', siteId, visitorId: mia, addressHash: null, reason: 'Insults.', byId: ana };
      expect(await store.addBlock({ ...block, at: 1, until: 100 })).toBe('added');
      const held = await store.listBlocks({ now: 99, limit: 10 });
      expect(held).toMatchObject([{ id: 'b1', reason: 'Insults.', until: 100, by: { id: ana } }]);
      expect(held[0]?.profiles.toSorted()).toEqual([mia, other].toSorted());
      expect(await store.listBlocks({ now: 100, limit: 10 })).toEqual([]);
      await store.addBlock({ ...block, id: 'b2', at: 2, until: null });
      expect(await store.listBlocks({ now: 3, limit: 10 })).toHaveLength(1);
      expect(await store.endBlock({ id: 'b2', byId: ana, at: 4 })).toBe('ended');
      expect(await store.endBlock({ id: 'b2', byId: ana, at: 4 })).toBe('not_found');
      expect(await store.addBlock({ ...block, id: 'b3', visitorId: 'nobody', at: 2, until: null })).toBe('not_found');
    });

    test('J11 erased is what the team and the visits left; of a block only that there was one', async () => {
      const visitorId = await world.visitor();
      await note(visitorId, 'Private.');
      await tag(visitorId, 'vip');
      await store.keepVisit({ visitorId, visit: { zone: 'Asia/Tokyo' }, at: 1 });
      const block = {
        id: 'b1',
        siteId,
        visitorId,
        addressHash: 'h',
        reason: 'Insults.',
        byId: ana,
        at: 1,
        until: null,
      };
      await store.addBlock(block);
      expect(await store.eraseAbout(visitorId)).toEqual({ notes: 1, tags: 1, visits: 1, blocks: 1 });
      expect(await read(visitorId)).toMatchObject({ notes: [], tags: [], visit: null });
      expect(await store.listBlocks({ now: 2, limit: 10 })).toMatchObject([
        { id: 'b1', visitorId: null, label: null, addressHash: null, reason: '', profiles: [] },
      ]);
    });
  });
}
