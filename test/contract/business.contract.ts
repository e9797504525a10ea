import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUSINESS_SETTINGS_DEFAULT } from '../../protocol/wire/business.ts';
import { AGENT_LEASE_MS, PAGE_ORDERS_PER_DAY_MAX } from '../../protocol/wire/limits.ts';
import { DAY_MS } from '../../server/domain/hours/civil.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { FAR, hashOf, SITE, World } from './world.ts';

export function describeBusiness(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const siteId = SITE.id;
  const all = { from: 0, to: FAR };
  const said = (orderId: string, subject: string | null, more: { minor?: number; isCancelled?: boolean } = {}) => ({
    ...{ orderId, minor: 1_000, currency: 'EUR', subject, at: world.at, isCancelled: false, ...more },
  });
  const send = (...orders: ReturnType<typeof said>[]) => world.store.importOrders({ siteId, orders, at: world.at });
  const track = (visitorId: string, orderId: string, minor = 1_000) =>
    world.store.addPageOrder({
      ...{ siteId, visitorId, at: world.at, max: PAGE_ORDERS_PER_DAY_MAX, since: world.at - 1_000 },
      order: { ...said(orderId, null), minor, at: null },
    });
  const orders = () => world.store.listOrders(all);
  const facts = async () => {
    const changed = await world.store.listChangedAfter({ after: 0, limit: 100 });
    return world.store.readFacts(changed.map(({ no }) => no).sort((one, other) => one - other));
  };
  const versions = async () => new Map((await world.store.listOrderDays()).map(({ day, version }) => [day, version]));
  const claim = async (browserId: string, subject: string) => {
    const claimed = await world.store.claimIdentity({
      ...{ siteId, browserId, newBrowserId: world.next('b'), newPersonId: world.next('p'), at: world.at },
      tokenHash: hashOf(world.next('token')),
      identity: { subject, name: null, email: null, hash: world.next('signed'), until: FAR },
    });
    if (claimed.result !== 'claimed') throw new Error('It was not claimed.');
    return claimed.visitorId;
  };

  describe(`${name}: orders and the facts behind the measures of business`, () => {
    test('G3 an import sent twice is stored once; what changed is changed; cancelled ones are in no measure', async () => {
      expect(await send(said('1', 'mia'), said('2', null))).toEqual({ added: 2, changed: 0, same: 0 });
      expect(await send(said('1', 'mia'), said('2', null))).toEqual({ added: 0, changed: 0, same: 2 });
      expect(await send(said('1', 'mia', { minor: 5 }), said('3', 'zoe'))).toEqual({ added: 1, changed: 1, same: 0 });
      await send(said('3', 'zoe', { isCancelled: true }));
      expect((await orders()).map(({ orderId, minor, person }) => [orderId, minor, person]).sort()).toEqual([
        ['1', 5, 's:mia'],
        ['2', 1_000, null],
      ]);
    });

    test('G3 sent again without a time, an order keeps its own: the one that was said, that of a page, or when it came first', async () => {
      const { store } = world;
      const first = world.at;
      await send(said('1', 'mia'), said('2', 'mia'));
      await track(await world.visitor(), '3');
      world.pass(5_000);
      const again = (orderId: string, minor = 1_000) => ({ ...said(orderId, 'mia', { minor }), at: null });
      const sendAgain = (orders: ReturnType<typeof again>[], namedSince?: number) =>
        store.importOrders({ siteId, orders, at: world.at, ...(namedSince !== undefined && { namedSince }) });
      const sent = [again('1'), again('2', 5), again('3'), again('4')];
      expect(await sendAgain(sent)).toEqual({ added: 1, changed: 2, same: 1 });
      const times = (await orders()).map(({ orderId, at }) => [orderId, at]).sort();
      expect(times).toEqual(['1', '2', '3'].map((id) => [id, first] as unknown[]).concat([['4', world.at]]));
      world.pass(5_000);
      expect(await sendAgain(sent)).toEqual({ added: 0, changed: 0, same: 4 });
      // G7: older than that it is nobody's, by its own time.
      await send({ ...said('5', null), at: first });
      expect(await sendAgain([again('5'), again('6')], first + 1)).toMatchObject({ added: 1 });
      const people = (await orders()).map(({ orderId, person }) => [orderId, person]).sort();
      expect(people.slice(-2)).toEqual([
        ['5', null],
        ['6', 's:mia'],
      ]);
    });

    test('G4 a page never changes what the server said, and the server replaces what a page said', async () => {
      const visitorId = await world.visitor();
      expect(await track(visitorId, '1', 999_999)).toBe('added');
      expect(await track(visitorId, '1', 5)).toBe('kept');
      expect(await orders()).toMatchObject([{ minor: 999_999, link: 'claimed', isChecked: false }]);
      expect(await send(said('1', 'mia'))).toMatchObject({ changed: 1 });
      expect(await track(visitorId, '1', 7)).toBe('kept');
      expect(await orders()).toMatchObject([{ minor: 1_000, link: 'signed', person: 's:mia', isChecked: true }]);
    });

    test('G4 whose an order is that the server named nobody for, a page may claim, and it stays a claim', async () => {
      const [visitorId, other] = [await world.visitor(), await world.visitor()];
      await send(said('1', null));
      expect(await track(visitorId, '1')).toBe('kept');
      await track(other, '1');
      expect(await orders()).toMatchObject([{ person: `v:${visitorId}`, link: 'claimed', isChecked: true }]);
      await send(said('1', null, { minor: 3 }));
      expect(await orders()).toMatchObject([{ person: `v:${visitorId}`, link: 'claimed', minor: 3 }]);
    });

    test('G4 a page reports at most PAGE_ORDERS_PER_DAY_MAX of a visitor in a day', async () => {
      const visitorId = await world.visitor();
      for (let made = 0; made < PAGE_ORDERS_PER_DAY_MAX; made += 1)
        expect(await track(visitorId, `o${made}`)).toBe('added');
      expect(await track(visitorId, 'more')).toBe('too_many');
      expect(await track(await world.visitor(), 'more')).toBe('added');
      world.pass(1_001);
      expect(await track(visitorId, 'later')).toBe('added');
    });

    test('G5 I3 orders go along with the browser to the person it acts for; chats and orders are one person’s', async () => {
      const { visitorId } = await world.queued();
      await track(visitorId, '1');
      const personId = await claim(visitorId, 'mia');
      await send(said('2', 'mia'));
      expect(new Set((await orders()).map(({ person }) => person))).toEqual(new Set(['s:mia']));
      expect((await facts()).episodes).toMatchObject([{ person: 's:mia' }]);
      expect(await world.store.findLastOrderAt({ siteId, visitorId: personId })).toBe(world.at);
    });

    test('G8 a day has another version whenever an order of it is another one, and only then', async () => {
      const day = Math.floor(world.at / DAY_MS);
      const changes = async (does: () => Promise<unknown>) => {
        const before = await versions();
        await does();
        const after = await versions();
        return [...after].filter(([of, version]) => before.get(of) !== version).map(([of]) => of - day);
      };
      const { visitorId } = await world.queued();
      expect(await changes(() => send(said('1', 'mia'), said('2', null)))).toEqual([0]);
      expect(await changes(() => send(said('1', 'mia'), said('2', null)))).toEqual([]);
      expect(await changes(() => track(visitorId, '2'))).toEqual([0]);
      expect(await changes(() => track(visitorId, '2'))).toEqual([]);
      world.pass(3 * DAY_MS);
      expect(await changes(() => track(visitorId, '3'))).toEqual([3]);
      // It stands on another day now.
      expect(await changes(() => send(said('1', 'mia')))).toEqual([0, 3]);
      expect(await changes(() => claim(visitorId, 'zoe'))).toEqual([0, 3]);
      const mia = await claim(await world.visitor(), 'mia');
      expect(await changes(() => world.store.eraseCustomer({ siteId, subject: 'nobody' }))).toEqual([]);
      expect(await changes(() => world.store.beginErasure({ visitorId: mia, byId: 'x', at: world.at }))).toEqual([3]);
      expect(await changes(() => world.store.eraseCustomer({ siteId, subject: 'zoe' }))).toEqual([0, 3]);
      expect(await changes(() => world.store.forgetBuyers({ siteId, before: FAR, limit: 9 }))).toEqual([3]);
      expect(await orders()).toMatchObject([{ orderId: '1', person: null }]);
    });

    test('G8 of two who change orders of one day at once neither is lost', async () => {
      const before = (await versions()).size;
      await Promise.all([send(said('1', 'mia')), send(said('2', 'zoe')), send(said('3', null))]);
      expect([...(await versions()).values()]).toEqual([3]);
      expect(before).toBe(0);
    });

    test('G6 who is forgotten has no order and no segment left; nobody else is touched', async () => {
      await send(said('1', 'mia'), said('2', 'zoe'));
      const customers = ['mia', 'zoe'].map((subject) => ({ subject, segment: 'gold' }));
      expect(await world.store.importCustomers({ siteId, customers, at: world.at })).toMatchObject({ added: 2 });
      expect(await world.store.importCustomers({ siteId, customers, at: world.at })).toMatchObject({ same: 2 });
      const segments = async (since: number) =>
        (await world.store.listSegments({ since, limit: 100 })).map(({ subject, segment, changedAt }) => [
          subject,
          segment,
          changedAt,
        ]);
      expect(await segments(world.at)).toEqual([
        ['mia', 'gold', world.at],
        ['zoe', 'gold', world.at],
      ]);
      expect(await segments(world.at + 1)).toEqual([]);
      expect(await world.store.eraseCustomer({ siteId, subject: 'mia' })).toEqual({ orders: 1, customers: 1 });
      expect(await orders()).toMatchObject([{ orderId: '2' }]);
      expect((await segments(0)).map(([subject]) => subject)).toEqual(['zoe']);
    });

    test('M14 where the visitor stood is written with the episode, also when it is opened again', async () => {
      const visitorId = await world.visitor();
      await world.store.openConversation({ ...world.opening(visitorId), purchaseStage: 'during' });
      const id = (await world.store.findLatestConversation(visitorId))?.id ?? '';
      await world.close(id);
      const expectVersion = await world.version(id);
      const message = world.message('visitor', visitorId);
      await world.store.reopenConversation({ conversationId: id, expectVersion, message, purchaseStage: 'after' });
      expect((await facts()).episodes.map(({ stage }) => stage)).toEqual(['during', 'after']);
    });

    test('M13 settings: each save is a version that stays; of two who save at once one is told', async () => {
      const { store } = world;
      const agentId = await world.agent();
      expect(await store.readBusinessSettings()).toEqual({ document: null, version: 0, history: [] });
      const save = (basedOn: number | undefined, currency: string) =>
        store.setBusinessSettings({ document: { ...BUSINESS_SETTINGS_DEFAULT, currency }, basedOn, agentId, at: 5 });
      expect(await save(0, 'EUR')).toEqual({ result: 'kept' });
      expect(await save(0, 'USD')).toEqual({ result: 'stale' });
      const both = await Promise.all([save(1, 'CHF'), save(1, 'GBP')]);
      expect(both.map(({ result }) => result).sort()).toEqual(['kept', 'stale']);
      expect(await store.readBusinessSettings()).toMatchObject({
        version: 2,
        history: [
          { version: 2, at: 5, by: `Name of ${agentId}` },
          { version: 1, at: 5 },
        ],
      });
    });

    test('M16 coming, leaving and being away are written with the change, and read back as they stood', async () => {
      const { store } = world;
      const start = world.at;
      const agentId = await world.agent();
      const renew = () => store.renewLeases({ agentIds: [agentId], until: world.at + AGENT_LEASE_MS });
      await renew();
      world.pass(5_000);
      await renew();
      await store.setAvailability({ agentId, availability: 'away', awayReason: 'Lunch', at: world.at });
      world.pass(5_000);
      await store.setAvailability({ agentId, availability: 'available', at: world.at });
      await store.setAvailability({ agentId, availability: 'available', at: world.at });
      const left = start + 5_000 + AGENT_LEASE_MS;
      world.pass(3_600_000);
      await renew();
      const since = async (from: number) =>
        (await store.listStaffFacts({ since: from })).map(({ agentId: of, at, kind }) => ({ of, at, kind }));
      const facts = [
        { at: start, kind: 'available' },
        { at: start, kind: 'came' },
        { at: start + 5_000, kind: 'away' },
        { at: start + 10_000, kind: 'available' },
        { at: left, kind: 'left' },
        { at: world.at, kind: 'came' },
      ];
      expect(await since(0)).toEqual(facts.map((one) => ({ of: agentId, ...one })));
      expect(await since(left + 1)).toEqual([{ of: agentId, at: world.at, kind: 'came' }]);
      const leaseUntil = world.at + AGENT_LEASE_MS;
      expect(await store.listStaffLeases()).toMatchObject([{ id: agentId, leaseUntil }]);
    });

    test('M16 whoever misses too much is away from that moment', async () => {
      const { id, agentId } = await world.active();
      const { waitingSince } = await world.read(id);
      await world.store.missConversation({
        ...{ conversationId: id, expectVersion: await world.version(id), at: world.at + 7, missesMax: 1 },
        expectWaitingSince: waitingSince ?? 0,
      });
      const said = await world.store.listStaffFacts({ since: world.at + 7 });
      expect(said[0]).toMatchObject({ agentId, at: world.at + 7, kind: 'away' });
    });

    test('M5 of a conversation that was passed on, all of its handling counts in the forecast; of an episode before nothing', async () => {
      const { store } = world;
      const of = { siteId: null, since: 0 };
      const { id, agentId, visitorId } = await world.active();
      world.pass(1_000);
      await world.close(id, 'agent', agentId);
      await world.reopen(id, visitorId);
      await world.assign(id, agentId);
      world.pass(20_000);
      const other = await world.agent();
      const change = { conversationId: id, agentId: other, how: 'transferred', reason: '{}', at: world.at } as const;
      const taken = await store.takeConversation({ ...change, expectVersion: await world.version(id) });
      expect(taken.result).toBe('changed');
      world.pass(300_000);
      expect(await store.readHandling(of)).toEqual({ n: 1, meanMs: 1_000 });
      await world.close(id, 'agent', other);
      expect(await store.readHandling(of)).toEqual({ n: 2, meanMs: (1_000 + 320_000) / 2 });
    });

    test('M15 M5 promises, handling and arrivals as they were', async () => {
      const { store } = world;
      const { id, agentId } = await world.active();
      await store.addPromises([
        { conversationId: id, episode: 1, at: world.at, position: 1, lowMs: 1, highMs: 9, samples: 20 },
      ]);
      const opened = world.at;
      world.pass(2_000);
      await world.say(id, world.message('agent', agentId));
      expect(await facts()).toMatchObject({
        promises: [{ episode: 1, at: opened, highMs: 9 }],
        episodes: [{ openedAt: opened, firstResponseMs: 2_000, closedAt: null }],
      });
      expect(await store.readHandling({ siteId: null, since: 0 })).toEqual({ n: 0, meanMs: null });
      world.pass(2_000);
      await world.close(id, 'agent', agentId);
      await world.queued();
      expect(await store.readHandling({ siteId, since: 0 })).toEqual({ n: 1, meanMs: 4_000 });
      expect(await store.findFirstOpenedAt({ siteId })).toBe(opened);
      expect(await store.findFirstOpenedAt({ siteId: 'other' })).toBeNull();
      const nobody = { siteId: null, departmentId: 'nobody' };
      expect(await store.countOpened({ ...all, ...nobody, bucketMs: 1_000 })).toEqual([]);
      expect(await store.findFirstOpenedAt(nobody)).toBeNull();
      expect(await store.readHandling({ ...nobody, since: 0 })).toEqual({ n: 0, meanMs: null });
      const counted = await store.countOpened({ ...all, siteId: null, bucketMs: 1_000 });
      expect(counted).toEqual([
        { bucket: Math.floor(opened / 1_000), count: 1 },
        { bucket: Math.floor(world.at / 1_000), count: 1 },
      ]);
    });
  });
}
