import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClosedFilter, ClosedPage, ClosedPlace } from '../../protocol/wire/inbox.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { SITE, World } from './world.ts';

const LOOK = { limit: 50, look: 1_000 };

export function describeInboxLists(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const closedOnes = async (count: number) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const { id } = await world.queued();
      await world.close(id);
      ids.push(id);
      if (n % 2 === 1) world.pass(10);
    }
    return ids;
  };
  const idsOf = ({ conversations }: ClosedPage) => conversations.map((one) => one.id);
  const fitting = async (filter: ClosedFilter) =>
    idsOf(await world.store.listClosedLines({ filter, order: 'newest', ...LOOK }));
  const allPages = async (order: 'newest' | 'oldest', filter: ClosedFilter, limit: number, look: number) => {
    const pages: string[][] = [];
    let after: ClosedPlace | null | undefined;
    while (after !== null) {
      const page = await world.store.listClosedLines({ filter, order, after, limit, look });
      pages.push(idsOf(page));
      after = page.next;
    }
    return pages;
  };

  describe(`${name}: closed ones, tags, views`, () => {
    test('U5 closed ones come page by page, newest or oldest first, each once, also where many ended at once', async () => {
      const ids = await closedOnes(7);
      await world.queued();
      const newest = await allPages('newest', {}, 3, 1_000);
      expect(newest.flat()).toEqual(ids.toReversed());
      expect(newest.map((page) => page.length)).toEqual([3, 3, 1]);
      expect((await allPages('oldest', {}, 3, 1_000)).flat()).toEqual(ids);
    });

    test('U5 one question looks at a bounded stretch, and says from where it goes on', async () => {
      const ids = await closedOnes(7);
      await world.store.tagConversation({ conversationId: ids[0] as string, add: ['vip'], remove: [], max: 9 });
      const pages = await allPages('newest', { tag: 'vip' }, 3, 3);
      expect(pages).toEqual([[], [], [ids[0]]]);
      expect(await allPages('newest', { text: 'nobody' }, 3, 3)).toEqual([[], [], []]);
    });

    test('U4 the filters of closed ones, alone and together', async () => {
      const agentId = await world.presentAgent();
      const { store } = world;
      const { id: own } = await world.active(agentId);
      await world.close(own, 'agent', agentId);
      const version = await world.version(own);
      await store.rateEpisode({
        ...{ conversationId: own, expectVersion: version, episode: 1, score: 2, comment: null, at: world.at },
      } as Parameters<typeof store.rateEpisode>[0]);
      const visitorId = await world.visitor();
      const opened = {
        ...world.opening(visitorId, { email: 'zoë.müller@example.org' }),
        routing: { departmentId: null, language: 'pt-BR', priority: 0, needs: null, knownAgentId: null },
        opening: { segments: ['new', 'gold'], targetMs: 30_000 },
      } as Parameters<typeof store.openConversation>[0];
      await store.openConversation(opened);
      expect(await world.line(opened.conversationId)).toMatchObject({ segments: ['new', 'gold'], targetMs: 30_000 });
      await world.close(opened.conversationId);
      await store.tagConversation({ conversationId: opened.conversationId, add: ['50% "off"'], remove: [], max: 9 });
      const other = opened.conversationId;
      expect(await fitting({})).toEqual([other, own]);
      expect(await fitting({ agentId })).toEqual([own]);
      expect(await fitting({ rating: 'low' })).toEqual([own]);
      expect(await fitting({ rating: 'none' })).toEqual([other]);
      expect(await fitting({ channel: 'mail' })).toEqual([other]);
      expect(await fitting({ channel: 'chat' })).toEqual([own]);
      expect(await fitting({ tag: '50% "off"' })).toEqual([other]);
      expect(await fitting({ tag: '50%' })).toEqual([]);
      expect(await fitting({ segment: 'gold' })).toEqual([other]);
      expect(await fitting({ language: 'PT' })).toEqual([other]);
      expect(await fitting({ text: 'Zoe mul' })).toEqual([other]);
      expect(await fitting({ siteId: SITE.id, departmentId: '' })).toEqual([other, own]);
      expect(await fitting({ siteId: 'other' })).toEqual([]);
      expect(await fitting({ departmentId: 'd1' })).toEqual([]);
      expect(await fitting({ agentId, rating: 'none' })).toEqual([]);
    });

    test('U7 tags: each once, in order; two who tag at once both have their word; each change moves the list', async () => {
      const { store } = world;
      const { id } = await world.queued();
      const before = await store.readChange();
      const tag = (add: string[], remove: string[] = []) =>
        store.tagConversation({ conversationId: id, add, remove, max: 4 });
      const both = await Promise.all([tag(['refund']), tag(['vip'])]);
      expect(both.map(({ result }) => result)).toEqual(['changed', 'changed']);
      expect(await tag(['vip'])).toEqual({ result: 'same', tags: ['refund', 'vip'] });
      expect(await world.line(id)).toMatchObject({ tags: ['refund', 'vip'], change: before + 2 });
      expect(await tag(['a', 'b', 'c'])).toEqual({ result: 'too_many' });
      expect(await tag([], ['refund', 'vip'])).toMatchObject({ tags: [] });
      expect((await world.line(id)).tags).toBeUndefined();
      expect(await store.tagConversation({ conversationId: 'no', add: ['x'], remove: [], max: 4 })).toEqual({
        result: 'not_found',
      });
    });

    test('U6 views: own ones are nobody else’s, shared ones everybody’s, each in their order', async () => {
      const { store } = world;
      const [ana, bo] = [await world.agent(), await world.agent()];
      const add = (id: string, agentId: string, shared: boolean) =>
        store.addView({ id, agentId, name: `Name ${id}`, place: 'view=all', shared, max: 2, at: world.at });
      expect(await add('a1', ana, false)).toBe('added');
      expect(await add('a2', ana, false)).toBe('added');
      expect(await add('a3', ana, false)).toBe('too_many');
      expect(await add('s1', bo, true)).toBe('added');
      const seen = async (agentId: string) => (await store.listViews(agentId)).map(({ id }) => id);
      expect(await seen(ana)).toEqual(['a1', 'a2', 's1']);
      expect(await seen(bo)).toEqual(['s1']);
      await store.orderViews({ agentId: bo, shared: false, ids: ['a2', 'a1'] });
      expect(await seen(ana)).toEqual(['a1', 'a2', 's1']);
      await store.orderViews({ agentId: ana, shared: false, ids: ['a2', 'a1'] });
      expect(await seen(ana)).toEqual(['a2', 'a1', 's1']);
      const changed = { id: 'a1', name: 'Late', place: 'view=mine', shared: true, at: world.at };
      expect(await store.changeView(changed)).toBe('changed');
      expect((await store.listViews(bo)).find(({ id }) => id === 'a1')).toEqual({
        ...{ id: 'a1', name: 'Late', place: 'view=mine', shared: true, ownerId: ana, ownerName: `Name of ${ana}` },
      });
      expect(await store.removeView('a1')).toBe('removed');
      expect(await store.removeView('a1')).toBe('not_found');
      expect(await store.changeView(changed)).toBe('not_found');
    });
  });
}
