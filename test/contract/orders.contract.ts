import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importOrderFile } from '../../server/usecases/import-order-file.ts';
import { ManualClock } from '../support/manual-clock.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { FAR, hashOf, SITE, World } from './world.ts';

/** Files of orders, and whoever is forgotten. */
export function describeOrders(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const siteId = SITE.id;
  const claim = async (browserId: string, subject: string) => {
    const claimed = await world.store.claimIdentity({
      ...{ siteId, browserId, newBrowserId: world.next('b'), newPersonId: world.next('p'), at: world.at },
      tokenHash: hashOf(world.next('token')),
      identity: { subject, name: null, email: null, hash: world.next('signed'), until: FAR },
    });
    if (claimed.result !== 'claimed') throw new Error('It was not claimed.');
    return claimed.visitorId;
  };

  describe(`${name}: files of orders, and customers who go`, () => {
    test('G6 G7 J12 that a customer went is known to whoever holds what was said of customers', async () => {
      const { store } = world;
      const visitorId = await claim(await world.visitor(), 'mia');
      const customers = ['mia', 'zoe', 'lea'].map((subject) => ({ subject, segment: 'gold' }));
      await store.importCustomers({ siteId, customers, at: world.at });
      expect(await store.readForgotten()).toBe(0);
      await store.eraseCustomer({ siteId, subject: 'nobody' });
      expect(await store.readForgotten()).toBe(0);
      await store.eraseCustomer({ siteId, subject: 'lea' });
      expect(await store.readForgotten()).toBe(1);
      await store.beginErasure({ visitorId, byId: 'o', at: world.at });
      expect(await store.readForgotten()).toBe(2);
      await store.forgetBuyers({ siteId, before: world.at + 1, limit: 9 });
      expect(await store.readForgotten()).toBe(3);
      expect(await store.listSegments({ since: 0, limit: 9 })).toEqual([]);
      // No order is of that day.
      expect(await store.listOrderDays()).toEqual([]);
    });

    test('G8 what is said of customers is read a page at a time, each once, also where many were said at once', async () => {
      const customers = ['a', 'b', 'c', 'd', 'e'].map((subject) => ({ subject, segment: subject }));
      await world.store.importCustomers({ siteId, customers, at: world.at });
      const found: string[] = [];
      let after: Awaited<ReturnType<typeof world.store.listSegments>>[number] | undefined;
      for (let page = 0; page < 3; page += 1) {
        const rows = await world.store.listSegments({ since: 0, after, limit: 2 });
        found.push(...rows.map(({ subject }) => subject));
        after = rows.at(-1);
      }
      expect(found).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    test('J12 whose conversations they are changes for figures at once, also of those that were emptied before', async () => {
      const { store } = world;
      const visitorId = await world.visitor();
      const { id: conversationId } = await world.queued(visitorId);
      await world.close(conversationId);
      await store.eraseConversation({ conversationId, at: world.at });
      const before = await store.readChange();
      await store.beginErasure({ visitorId, byId: 'o', at: world.at });
      expect(await store.listChangedAfter({ after: before, limit: 9 })).toHaveLength(1);
    });

    test('G9 a file of orders: wrong rows are named, all others stored; read again nothing changes; it goes on where it ended', async () => {
      const at = '2026-01-05T10:00:00Z';
      const rows = Array.from({ length: 1_200 }, (_, n) => `A-${n},${n === 700 ? 'x' : '1.50'},EUR,c${n % 7},${at}`);
      const text = `id,total,currency,customer,at\n${rows.join('\n')}\nA-0,9.00,EUR,c0,${at}\nA-1,1,EUR,,\n`;
      const context = { store: world.store, clock: new ManualClock(Date.parse('2026-02-01')) };
      const read = async (after = 0) => {
        const wrong: [number, string][] = [];
        const stored: number[] = [];
        const told = {
          wrong: ({ line, field }: { line: number; field: string }) => void wrong.push([line, field]),
          stored: ({ line }: { line: number }) => void stored.push(line),
          waits: () => {},
        };
        const pieces = (async function* () {
          for (let from = 0; from < text.length; from += 1_000) yield text.slice(from, from + 1_000);
        })();
        return {
          done: await importOrderFile(context, SITE, { text: pieces, format: 'csv', after }, told),
          wrong,
          stored,
        };
      };
      const wrong = [
        [702, 'total'],
        [1_203, 'at'],
      ];
      const first = await read();
      expect(first).toEqual({
        done: { added: 1_199, changed: 1, same: 0, wrong: 2 },
        wrong,
        stored: [501, 1_002, 1_203],
      });
      // Of two rows with one number the later counts.
      expect(
        (await world.store.listOrders({ from: 0, to: FAR })).filter(({ orderId }) => orderId === 'A-0'),
      ).toMatchObject([{ minor: 900, person: 's:c0' }]);
      expect((await read(1_002)).done).toEqual({ added: 0, changed: 0, same: 200, wrong: 1 });
      expect((await world.store.listOrders({ from: 0, to: FAR })).length).toBe(1_199);
      const again = await read(1_203);
      expect(again).toMatchObject({ done: { added: 0, changed: 0, same: 0, wrong: 0 }, wrong: [] });
    });
  });
}
