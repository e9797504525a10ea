import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KEEPING_EVERY_MS, KEEPING_FIRST_MS } from '../../protocol/wire/people-limits.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import type { ReportEvent } from '../../server/observe/report.ts';
import type { Store } from '../../server/store/store.ts';
import type { Context, Notice } from '../../server/usecases/context.ts';
import { createKeepingWorker } from '../../server/workers/keeping-worker.ts';
import { ManualClock } from '../support/manual-clock.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { FAR, SITE, World } from './world.ts';

const DAY = 24 * 3_600_000;

export function describeKeeping(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  async function ended(visitorId?: string): Promise<{ id: string; visitorId: string }> {
    const begun = await world.queued(visitorId);
    await world.say(begun.id, world.message('visitor', begun.visitorId, 'My address is Elm 7'));
    await world.close(begun.id);
    return begun;
  }
  const bodies = async (id: string) =>
    (await world.entries(id)).flatMap((entry) => (entry.kind === 'message' ? [entry.body] : []));
  const order = (orderId: string, subject: string | null, at = world.at) => ({
    ...{ orderId, at, minor: 4_990, currency: 'EUR', subject, isCancelled: false },
  });
  const rule = (keeping: object) =>
    store.setSettings({
      owner: { kind: 'site', id: SITE.id },
      document: { ...SITE_SETTINGS_DEFAULT, keeping: { ...SITE_SETTINGS_DEFAULT.keeping, ...keeping } },
      at: world.at,
      basedOn: undefined,
    });
  function worker(clock: ManualClock) {
    const seen = { notices: [] as Notice[], reports: [] as ReportEvent[], failures: [] as unknown[] };
    const made = createKeepingWorker({
      context: { store, clock } as unknown as Context,
      vault: { remove: async () => {} },
      tell: (notices) => seen.notices.push(...notices),
      report: (event) => seen.reports.push(event),
      onFailure: (_, error) => seen.failures.push(error),
    });
    return { ...made, seen };
  }

  describe(`${name}: what is kept only so long`, () => {
    test('J13 a conversation that ended before is emptied, once; open and later ones stay; figures are what they were', async () => {
      const [old, open] = [await ended(), await world.queued()];
      world.pass(10 * DAY);
      const later = await ended();
      const before = await world.report();
      const since = world.at - 5 * DAY;
      const asked = { siteId: SITE.id, conversationsBefore: since, ordersBefore: since, max: 9 };
      expect(await store.countOld(asked)).toEqual({ conversations: 1, orders: 0 });
      expect(await store.countOld({ ...asked, conversationsBefore: FAR, max: 1 })).toMatchObject({ conversations: 1 });
      expect(await store.countOld({ ...asked, siteId: 'another' })).toEqual({ conversations: 0, orders: 0 });
      expect(await store.listOld({ siteId: SITE.id, before: since, limit: 9 })).toEqual([old.id]);
      const input = { before: since, forgets: false, at: world.at };
      expect(await store.emptyOld({ conversationId: open.id, ...input })).toBe('kept');
      expect(await store.emptyOld({ conversationId: later.id, ...input })).toBe('kept');
      expect(await store.emptyOld({ conversationId: old.id, ...input })).toMatchObject({ vaultNames: [], ended: [] });
      expect(await store.emptyOld({ conversationId: old.id, ...input })).toBe('kept');
      expect(await bodies(old.id)).toEqual(['', '']);
      expect(await bodies(later.id)).toEqual(['Hello', 'My address is Elm 7']);
      expect(await store.listOld({ siteId: SITE.id, before: since, limit: 9 })).toEqual([]);
      expect(await world.report()).toEqual(before);
      // Its words are still to be tidied out of the index, also after a kill.
      expect(await store.isErasing()).toBe(true);
      await store.endErasures(world.at);
      expect(await store.isErasing()).toBe(false);
    });

    test('J13 its visitor finds nothing of it and begins anew; a note that is written into it goes with the next run', async () => {
      const { id, visitorId } = await ended();
      world.pass(2 * DAY);
      const input = { conversationId: id, before: world.at - DAY, forgets: false, at: world.at };
      await store.emptyOld(input);
      expect(await store.findLatestConversation(visitorId)).toBeUndefined();
      expect(await store.listOwnConversations({ visitorId, limit: 9 })).toEqual([]);
      expect(await store.findMailConversation(id)).toBeUndefined();
      const agentId = await world.agent();
      const note = { authorId: agentId, clientId: world.next('cid'), at: world.at, body: 'Elm 7 it was' };
      await store.addNote({ conversationId: id, ...note });
      expect(await store.listOld({ siteId: SITE.id, before: input.before, limit: 9 })).toEqual([id]);
      await store.emptyOld(input);
      expect(JSON.stringify(await store.readTeamPage({ conversationId: id, afterNumber: 0, limit: 9 }))).not.toContain(
        'Elm',
      );
    });

    test('J13 the person goes with her last conversation, unless she was here since or is blocked', async () => {
      const gone = await ended();
      await ended(gone.visitorId);
      const blocked = await ended();
      const agentId = await world.agent();
      await store.addBlock({
        ...{ id: 'b', siteId: SITE.id, visitorId: blocked.visitorId, addressHash: null, reason: 'spam' },
        ...{ byId: agentId, at: world.at, until: null },
      });
      world.pass(5 * DAY);
      const here = await ended();
      const before = world.at - DAY;
      const empty = (conversationId: string, since = before) =>
        store.emptyOld({ conversationId, before: since, forgets: true, at: world.at });
      const [first, second] = (await store.listOld({ siteId: SITE.id, before, limit: 2 })) as [string, string];
      expect(await empty(first)).toMatchObject({ ended: [] });
      expect(await empty(second)).toMatchObject({ ended: [gone.visitorId] });
      expect((await store.readPerson(gone.visitorId))?.label).toBe('Erased');
      expect(await empty(blocked.id)).toMatchObject({ ended: [] });
      expect(await empty(here.id, FAR)).toMatchObject({ ended: [here.visitorId] });
    });

    test('G7 an order says no more whose it was, a customer without one goes, and the amounts stay', async () => {
      await store.importOrders({ siteId: SITE.id, orders: [order('A', 'ana'), order('B', null)], at: world.at });
      const customers = ['ana', 'bea'].map((subject) => ({ subject, segment: 'gold' }));
      await store.importCustomers({ siteId: SITE.id, customers, at: world.at });
      world.pass(10 * DAY);
      await store.importOrders({ siteId: SITE.id, orders: [order('C', 'bea')], at: world.at });
      const before = world.at - DAY;
      const asked = { siteId: SITE.id, conversationsBefore: null, ordersBefore: before, max: 9 };
      expect(await store.countOld(asked)).toEqual({ conversations: 0, orders: 1 });
      const input = { siteId: SITE.id, before, limit: 9 };
      expect(await store.forgetBuyers(input)).toEqual({ orders: 1, customers: 1 });
      expect(await store.forgetBuyers(input)).toEqual({ orders: 0, customers: 0 });
      const kept = await store.listOrders({ from: 0, to: FAR });
      const said = kept.map(({ orderId, minor, person }) => [orderId, minor, person]);
      expect(said.sort()).toEqual([
        ['A', 4_990, null],
        ['B', 4_990, null],
        ['C', 4_990, 's:bea'],
      ]);
      expect(await store.listSegments({ since: 0, limit: 100 })).toMatchObject([{ subject: 'bea', segment: 'gold' }]);
    });

    test('J13 a rule waits an hour, works in small steps, says in the log what it did, and looks again a day later', async () => {
      for (let n = 0; n < 25; n += 1) await ended();
      world.pass(3 * DAY);
      await rule({ conversationDays: 1 });
      const clock = new ManualClock(world.at);
      const first = worker(clock);
      const left = async () => (await store.listOld({ siteId: SITE.id, before: FAR, limit: 99 })).length;
      await first.look();
      await clock.advance(KEEPING_FIRST_MS - 1);
      await first.look();
      expect(await left()).toBe(25);
      await clock.advance(1);
      await first.look();
      expect(await left()).toBe(5);
      expect(first.seen.reports).toEqual([]);
      // Killed here: the next relay waits its hour and goes on where this one stood.
      const second = worker(clock);
      await second.look();
      await clock.advance(KEEPING_FIRST_MS);
      await second.look();
      expect(await left()).toBe(0);
      expect(second.seen).toMatchObject({
        reports: [{ kind: 'kept_to_rule', siteId: SITE.id, conversations: 5, people: 0, orders: 0, customers: 0 }],
        failures: [],
      });
      expect(second.seen.notices).toHaveLength(5);

      world.at = clock.now() - 1;
      const fresh = await ended();
      await clock.advance(KEEPING_EVERY_MS - 1);
      await second.look();
      expect(await left()).toBe(1);
      await clock.advance(1);
      await second.look();
      expect([await left(), await bodies(fresh.id)]).toEqual([0, ['', '']]);
    });
  });
}
