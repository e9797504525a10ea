import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUSINESS_SETTINGS_DEFAULT } from '../../protocol/wire/business.ts';
import { AGENT_LEASE_MS, PAGE_ORDERS_PER_DAY_MAX } from '../../protocol/wire/limits.ts';
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
  const all = { from: 0, to: FAR, siteId: null };
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
        ['1', 5, 'site-1 s:mia'],
        ['2', 1_000, null],
      ]);
    });

    test('G4 a page never changes what the server said, and the server replaces what a page said', async () => {
      const visitorId = await world.visitor();
      expect(await track(visitorId, '1', 999_999)).toBe('added');
      expect(await track(visitorId, '1', 5)).toBe('kept');
      expect(await orders()).toMatchObject([{ minor: 999_999, link: 'claimed', isChecked: false }]);
      expect(await send(said('1', 'mia'))).toMatchObject({ changed: 1 });
      expect(await track(visitorId, '1', 7)).toBe('kept');
      expect(await orders()).toMatchObject([{ minor: 1_000, link: 'signed', person: 'site-1 s:mia', isChecked: true }]);
    });

    test('G4 whose an order is that the server named nobody for, a page may claim, and it stays a claim', async () => {
      const [visitorId, other] = [await world.visitor(), await world.visitor()];
      await send(said('1', null));
      expect(await track(visitorId, '1')).toBe('kept');
      await track(other, '1');
      expect(await orders()).toMatchObject([{ person: `site-1 v:${visitorId}`, link: 'claimed', isChecked: true }]);
      await send(said('1', null, { minor: 3 }));
      expect(await orders()).toMatchObject([{ person: `site-1 v:${visitorId}`, link: 'claimed', minor: 3 }]);
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
      expect(new Set((await orders()).map(({ person }) => person))).toEqual(new Set(['site-1 s:mia']));
      expect(await world.store.listContacts(all)).toMatchObject([{ person: 'site-1 s:mia' }]);
      expect(await world.store.findLastOrderAt({ siteId, visitorId: personId })).toBe(world.at);
      const asked = { ...all, ordered: { from: 0, to: FAR } };
      expect(await world.store.listContactsOfBuyers(asked)).toHaveLength(1);
      expect(await world.store.listContactsOfBuyers({ ...asked, ordered: { from: 0, to: 1 } })).toEqual([]);
      expect(await world.store.listOrdersOfContacts({ ...all, since: 0 })).toHaveLength(2);
      expect(await world.store.listFirstOrders(all)).toEqual([{ person: 'site-1 s:mia', at: world.at }]);
    });

    test('G6 who is forgotten has no order and no segment left; nobody else is touched', async () => {
      await send(said('1', 'mia'), said('2', 'zoe'));
      const customers = ['mia', 'zoe'].map((subject) => ({ subject, segment: 'gold' }));
      expect(await world.store.importCustomers({ siteId, customers, at: world.at })).toMatchObject({ added: 2 });
      expect(await world.store.importCustomers({ siteId, customers, at: world.at })).toMatchObject({ same: 2 });
      expect((await orders()).map(({ segment }) => segment)).toEqual(['gold', 'gold']);
      expect(await world.store.eraseCustomer({ siteId, subject: 'mia' })).toEqual({ orders: 1, customers: 1 });
      expect(await orders()).toMatchObject([{ orderId: '2', segment: 'gold' }]);
    });

    test('M14 where the visitor stood is written with the episode, also when it is opened again', async () => {
      const visitorId = await world.visitor();
      await world.store.openConversation({ ...world.opening(visitorId), purchaseStage: 'during' });
      const [contact] = await world.store.listContacts(all);
      const id = contact?.conversationId ?? '';
      await world.close(id);
      const expectVersion = await world.version(id);
      const message = world.message('visitor', visitorId);
      await world.store.reopenConversation({ conversationId: id, expectVersion, message, purchaseStage: 'after' });
      expect((await world.store.listContacts(all)).map(({ stage }) => stage)).toEqual(['during', 'after']);
      expect((await world.store.listContacts({ ...all, siteId: 'other' })).length).toBe(0);
    });

    test('M13 the time of each agent belongs to the episode in which it was given', async () => {
      const { id, visitorId, agentId } = await world.active();
      const first = world.at;
      world.pass(60_000);
      await world.close(id);
      world.pass(1_000);
      await world.reopen(id, visitorId);
      await world.assign(id, agentId);
      const now = world.at + 5_000;
      expect(await world.store.listServed({ ...all, now })).toEqual([
        { conversationId: id, episode: 1, agentId, from: first, to: first + 60_000 },
        { conversationId: id, episode: 2, agentId, from: world.at, to: now },
      ]);
    });

    test('M13 what an agent had of another site, or from before the period, comes beside what is asked about', async () => {
      const { store } = world;
      const { id, agentId } = await world.active();
      const first = world.at;
      world.pass(60_000);
      const other = await world.queued();
      await world.assign(other.id, agentId);
      const second = world.at;
      world.pass(60_000);
      const now = world.at;
      const own = { conversationId: other.id, episode: 1, agentId, from: second, to: now };
      const earlier = { conversationId: id, agentId, from: first, to: now };
      const period = { from: second, to: FAR, siteId };
      expect(await store.listServed({ ...period, now })).toEqual([own, { ...earlier, episode: null }]);
      expect(await store.listServed({ ...period, siteId: 'other', now })).toEqual([]);
      await world.close(id);
      expect(await store.listServed({ ...period, now })).toContainEqual({ ...earlier, episode: null });
      expect(await store.listServed({ ...period, from: now, now })).toEqual([]);
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
      const day = (from: number) => store.listAgentDays({ from, to: FAR, now: world.at });
      const facts = [
        { at: start, kind: 'available' },
        { at: start, kind: 'came' },
        { at: start + 5_000, kind: 'away' },
        { at: start + 10_000, kind: 'available' },
        { at: left, kind: 'left' },
        { at: world.at, kind: 'came' },
      ];
      expect(await day(0)).toMatchObject([{ agentId, facts, leaseUntil: world.at + AGENT_LEASE_MS, served: [] }]);
      expect((await day(left + 1))[0]?.facts.map(({ kind }) => kind)).toEqual([
        'came',
        'away',
        'available',
        'left',
        'came',
      ]);
    });

    test('M16 whoever misses too much is away from that moment', async () => {
      const { id, agentId } = await world.active();
      const { waitingSince } = await world.read(id);
      await world.store.missConversation({
        ...{ conversationId: id, expectVersion: await world.version(id), at: world.at + 7, missesMax: 1 },
        expectWaitingSince: waitingSince ?? 0,
      });
      const [day] = await world.store.listAgentDays({ from: 0, to: FAR, now: world.at });
      expect(day?.agentId).toBe(agentId);
      expect(day?.facts).toContainEqual({ at: world.at + 7, kind: 'away' });
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
      expect(await store.listPromisesMade(all)).toEqual([
        { conversationId: id, episode: 1, at: opened, highMs: 9, answeredAt: opened + 2_000, closedAt: null },
      ]);
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
      const counted = await store.countOpened({ ...all, bucketMs: 1_000 });
      expect(counted).toEqual([
        { bucket: Math.floor(opened / 1_000), count: 1 },
        { bucket: Math.floor(world.at / 1_000), count: 1 },
      ]);
    });
  });
}
