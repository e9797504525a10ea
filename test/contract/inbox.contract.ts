import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { appended, ROUNDS, World } from './world.ts';

export function describeInbox(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  describe(`${name}: the agents’ list`, () => {
    test('S5 every change of a line has the next number, told by the write', async () => {
      const { store } = world;
      expect(await store.readChange()).toBe(0);
      const { id, visitorId, agentId } = await world.active();
      const numbers = [
        (await world.say(id, world.message('visitor', visitorId))).change,
        (await world.say(id, world.message('agent', agentId))).change,
        (await world.close(id, 'agent', agentId)).change,
        (await world.reopen(id, visitorId)).change,
      ];
      expect(numbers).toEqual([3, 4, 5, 6]);
      expect(await store.readChange()).toBe(6);
      expect((await world.line(id)).change).toBe(6);
    });

    test('S5 the feed gives each line that changed after a position once, in order, in pages', async () => {
      const ids = [];
      for (let n = 0; n < 5; n += 1) ids.push(await world.queued());
      const { store } = world;
      const [first] = ids;
      if (!first) throw new Error('no conversation');
      await world.say(first.id, world.message('visitor', first.visitorId));
      const page = await store.listChanges({ afterChange: 1, limit: 3 });
      expect(page.conversations.map((line) => line.id)).toEqual(ids.slice(1, 4).map((one) => one.id));
      expect(page).toMatchObject({ more: true, change: 4 });
      const rest = await store.listChanges({ afterChange: page.change, limit: 3 });
      expect(rest.conversations.map((line) => line.id)).toEqual([ids[4]?.id, first.id]);
      expect(rest).toMatchObject({ more: false, change: 6 });
      expect(await store.listChanges({ afterChange: 6, limit: 3 })).toEqual({
        conversations: [],
        change: 6,
        more: false,
      });
    });

    test('S5 the list holds the open ones by place and the latest closed, with the feed’s position', async () => {
      const made = [];
      for (let n = 0; n < 4; n += 1) {
        made.push(await world.queued());
        world.pass(10);
      }
      const [a, b, c, d] = made.map((one) => one.id) as [string, string, string, string];
      for (const id of [b, c, a]) {
        await world.close(id);
        world.pass(10);
      }
      const list = await world.store.listInbox({ openLimit: 10, closedLimit: 2 });
      expect(list.conversations.map((line) => line.id)).toEqual([d, a, c]);
      expect(list.change).toBe(await world.store.readChange());
    });

    test('P15 open ones come in pages by place, also where many took theirs at once', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 7; n += 1) {
        ids.push((await world.queued()).id);
        if (n % 3 === 2) world.pass(10);
      }
      const listed: string[] = [];
      const mores: boolean[] = [];
      for (let after: { queuedAt: number; conversationId: string } | undefined; mores.at(-1) !== false; ) {
        const page = await world.store.listInbox({ openLimit: 2, closedLimit: 0, after });
        const last = page.conversations.at(-1);
        listed.push(...page.conversations.map((line) => line.id));
        mores.push(page.more);
        after = last && { queuedAt: last.queuedAt, conversationId: last.id };
      }
      expect(listed).toEqual(ids);
      expect(mores).toEqual([true, true, true, false]);
      expect(await world.store.listInbox({ openLimit: 7, closedLimit: 0 })).toMatchObject({ more: false });
    });

    test('S5 a line says all that the list shows', async () => {
      const { id, visitorId, agentId } = await world.active();
      const opened = world.at;
      world.pass(2_000);
      await world.say(id, world.message('agent', agentId, 'Hi there'));
      const line = await world.line(id);
      expect(line).toEqual({
        id,
        change: await world.store.readChange(),
        siteId: 'site-1',
        siteName: 'Shop',
        visitor: {
          id: visitorId,
          label: expect.stringMatching(/^Visitor [0-9A-Z]{4}$/),
          email: null,
          pageUrl: 'https://shop.example/boots',
          pageTitle: 'Boots',
        },
        status: 'active',
        agent: { id: agentId, name: `Name of ${agentId}` },
        episode: 1,
        openedAt: opened,
        queuedAt: opened,
        closedAt: null,
        head: 4,
        waitingSince: null,
        firstResponseMs: 2_000,
        lastText: 'Hi there',
        lastAuthor: 'agent',
        lastAt: world.at,
        unread: 0,
        score: null,
        marks: { visitorDelivered: 2, visitorRead: 2, agentDelivered: 4, agentRead: 4 },
        participants: [],
        ask: null,
        departmentId: null,
        language: null,
        priority: 0,
        offer: null,
        teamHead: 1,
      });
    });

    test('S5 numbers are unique and committed in order: a reader of the feed misses nothing', async () => {
      const { store } = world;
      const talks = await Promise.all(Array.from({ length: 5 }, () => world.queued()));
      let position = await store.readChange();
      const heads = new Map<string, number>();
      for (let round = 0; round < ROUNDS; round += 1) {
        const writes = talks.map(async ({ id, visitorId }) => {
          const message = world.message('visitor', visitorId);
          return appended(await store.appendMessage({ conversationId: id, expectVersion: 1, message }));
        });
        // A reader beside the writers: what it saw as the position must never be filled in later.
        const beside = await store.listChanges({ afterChange: position, limit: 100 });
        for (const line of beside.conversations) heads.set(line.id, line.head);
        position = beside.change;
        const written = await Promise.all(writes);
        expect(new Set(written.map((one) => one.change)).size).toBe(talks.length);
      }
      const last = await store.listChanges({ afterChange: position, limit: 100 });
      for (const line of last.conversations) heads.set(line.id, line.head);
      for (const { id } of talks) expect(heads.get(id)).toBe(2 + ROUNDS);
    });
  });
}
