import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { calendarOf } from '../unit/domain/hours/calendars.ts';
import { FAR, ROUNDS, SITE, World } from './world.ts';

const OFFICE = calendarOf('Europe/Berlin', { weekdays: ['09:00-17:00'] });
const OWNER = { kind: 'site', id: SITE.id } as const;

export function describeService(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const guarded = async (id: string) => ({
    conversationId: id,
    expectVersion: await world.version(id),
    at: world.at,
  });

  describe(`${name}: hours and settings`, () => {
    test('S17 settings are replaced as a whole; each change of the hours is a version, nothing else is', async () => {
      const { store } = world;
      const set = (more: object) =>
        store.setSettings({ owner: OWNER, document: { ...SITE_SETTINGS_DEFAULT, ...more }, at: world.at });
      expect(await store.listSettings()).toEqual([]);
      await set({ hours: OFFICE });
      world.pass(1_000);
      await set({ hours: OFFICE, wrapUpMs: 9 });
      world.pass(1_000);
      await set({});
      // A clock that was put back: the version of before is replaced, not overtaken.
      world.pass(-5_000);
      await set({ hours: OFFICE });
      const changedAt = world.at;
      expect(await store.listSettings()).toEqual([
        { owner: OWNER, document: { ...SITE_SETTINGS_DEFAULT, hours: OFFICE }, changedAt, version: 4 },
      ]);
      expect(await store.listCalendars(OWNER)).toEqual([
        { validFrom: changedAt + 3_000, document: OFFICE },
        { validFrom: changedAt + 5_000, document: OFFICE },
      ]);
      expect(await store.listCalendars({ kind: 'department', id: SITE.id })).toEqual([]);
    });

    test('H11 two who change the same version: the first is kept, the second is stale and changes nothing', async () => {
      const { store } = world;
      const set = (wrapUpMs: number, basedOn?: number) =>
        store.setSettings({ owner: OWNER, document: { ...SITE_SETTINGS_DEFAULT, wrapUpMs }, at: world.at, basedOn });
      const kept = async () => (await store.listSettings()).map(({ document, version }) => [document, version]);
      expect(await set(1, 0)).toEqual({ result: 'kept' });
      expect(await set(2, 0)).toEqual({ result: 'stale' });
      expect(await kept()).toMatchObject([[{ wrapUpMs: 1 }, 1]]);
      const both = await Promise.all([set(3, 1), set(4, 1)]);
      expect(both.map(({ result }) => result).sort()).toEqual(['kept', 'stale']);
      expect(await set(5)).toEqual({ result: 'kept' });
      expect(await kept()).toMatchObject([[{ wrapUpMs: 5 }, 3]]);
      expect(await store.listCalendars(OWNER)).toEqual([]);
    });

    test('S17 who is held is not routed, keeps the place, and is told only where that is asked for', async () => {
      const { store } = world;
      const first = await world.queued();
      world.pass(10);
      const second = await world.queued();
      const change = await guarded(first.id);
      expect(await store.holdConversation({ ...change, tells: true })).toMatchObject({
        result: 'changed',
        entries: [{ kind: 'notice', what: 'kept', seq: 3 }],
      });
      expect(await store.holdConversation({ ...change, tells: true })).toEqual({ result: 'stale' });
      const routed = () => store.listQueued({ after: null, limit: 9 });
      expect((await routed()).map((one) => one.conversationId)).toEqual([second.id]);
      const held = await store.listWaiting({ held: true, afterNo: 0, limit: 9 });
      expect(held).toMatchObject([{ conversationId: first.id, held: true, siteId: SITE.id }]);
      expect(await world.line(first.id)).toMatchObject({ held: true });
      expect(await store.listWaiting({ held: true, afterNo: held[0]?.no ?? 0, limit: 9 })).toEqual([]);
      expect(await store.releaseConversation(await guarded(first.id))).toMatchObject({
        result: 'changed',
        entries: [],
      });
      expect((await routed()).map((one) => one.conversationId)).toEqual([first.id, second.id]);
      expect(await world.line(first.id)).not.toHaveProperty('held');
    });

    test('S17 what is opened while it is closed is held from the start', async () => {
      const visitorId = await world.visitor();
      await world.store.openConversation({ ...world.opening(visitorId), held: true });
      expect(await world.store.listQueued({ after: null, limit: 9 })).toEqual([]);
    });
  });

  describe(`${name}: the queue`, () => {
    test('Q5 of many who come at once exactly as many are let in as the owner said', async () => {
      const { store } = world;
      for (let round = 0; round < ROUNDS; round += 1) {
        const waiting = (await store.listWaiting({ held: false, afterNo: 0, limit: 999 })).length;
        const visitors = await Promise.all(Array.from({ length: 8 }, () => world.visitor()));
        const results = await Promise.all(
          visitors.map((id) => store.openConversation({ ...world.opening(id), waitingMax: waiting + 3 })),
        );
        expect(results.filter((one) => one.result === 'appended')).toHaveLength(3);
        expect(results.filter((one) => one.result === 'queue_full')).toHaveLength(5);
      }
    });

    test('Q1 the line and the room of those who are there, with how long each conversation goes on', async () => {
      const agentId = await world.presentAgent(2);
      await world.agent();
      const busySince = world.at;
      await world.active(agentId);
      world.pass(5_000);
      const waits = await world.queued();
      const { waiting, agents } = await world.store.readQueue({ now: world.at, limit: 9 });
      expect(waiting).toEqual([
        {
          conversationId: waits.id,
          visitorId: waits.visitorId,
          episode: 1,
          siteId: SITE.id,
          departmentId: null,
          queuedAt: world.at,
          priority: 0,
        },
      ]);
      const room = { siteIds: [], departmentIds: [] };
      expect(agents).toEqual([{ id: agentId, capacity: 2, load: 1, busySince: [busySince], ...room }]);
    });

    test('Q3 handling times are of conversations that ended, the latest first', async () => {
      const agentId = await world.presentAgent();
      for (const ms of [10_000, 20_000]) {
        const { id } = await world.active(agentId);
        world.pass(ms);
        await world.close(id);
      }
      const cut = await world.active(agentId);
      await world.store.requeueConversation(await guarded(cut.id));
      const asked = { siteId: SITE.id, departmentId: null, since: 0, limit: 9 };
      expect(await world.store.listHandlingTimes(asked)).toEqual([20_000, 10_000]);
      expect(await world.store.listHandlingTimes({ ...asked, limit: 1 })).toEqual([20_000]);
      expect(await world.store.listHandlingTimes({ ...asked, departmentId: 'other' })).toEqual([]);
      expect(await world.store.listHandlingTimes({ ...asked, since: world.at + 1 })).toEqual([]);
    });

    test('Q3 the first promise of an episode stays, and is compared with the first assignment after it', async () => {
      const { id } = await world.queued();
      const promise = { conversationId: id, episode: 1, position: 2, samples: 30 };
      await world.store.addPromises([{ ...promise, at: world.at, lowMs: 60_000, highMs: 120_000 }]);
      await world.store.addPromises([{ ...promise, at: world.at + 5, lowMs: 0, highMs: 60_000 }]);
      const list = () => world.store.listPromises({ from: 0, to: FAR, siteId: null, limit: 9 });
      const of = { conversationId: id, no: expect.any(Number), episode: 1 };
      const told = { ...of, at: world.at, lowMs: 60_000, highMs: 120_000 };
      expect(await list()).toEqual([{ ...told, assignedAt: null }]);
      world.pass(90_000);
      await world.assign(id, await world.presentAgent());
      expect(await list()).toEqual([{ ...told, assignedAt: world.at }]);
      const left = await world.queued();
      await world.store.addPromises([{ ...promise, conversationId: left.id, at: world.at, lowMs: 0, highMs: 1 }]);
      await world.close(left.id);
      world.pass(1_000);
      await world.reopen(left.id, left.visitorId);
      await world.assign(left.id, await world.presentAgent());
      // That assignment belongs to the next episode.
      expect((await list())[0]).toMatchObject({ lowMs: 0, assignedAt: null });
      const ofSite = (siteId: string, limit = 9) => world.store.listPromises({ from: 0, to: FAR, siteId, limit });
      expect([await ofSite(SITE.id), await ofSite('other'), (await ofSite(SITE.id, 1)).length]).toEqual([
        await list(),
        [],
        1,
      ]);
    });

    test('T20 Q3 who goes into another line leaves its range behind, unless it was late already', async () => {
      await world.store.addDepartment({ id: 'd-1', siteId: null, name: 'Billing', routing: {}, at: world.at });
      const of = { episode: 1, position: 2, samples: 30, at: world.at, lowMs: 0 };
      const [soon, late] = [await world.queued(), await world.queued()];
      await world.store.addPromises([
        { ...of, conversationId: soon.id, highMs: 60_001 },
        { ...of, conversationId: late.id, highMs: 60_000 },
      ]);
      world.pass(60_000);
      for (const { id } of [soon, late]) {
        const move = { ...(await guarded(id)), note: null, department: { id: 'd-1', name: 'Billing' } };
        expect(await world.store.moveWaiting(move)).toMatchObject({ result: 'changed' });
      }
      const list = async () =>
        (await world.store.listPromises({ from: 0, to: FAR, siteId: null, limit: 9 })).toReversed();
      expect(await list()).toMatchObject([{ conversationId: late.id }]);
      await world.store.addPromises([{ ...of, conversationId: soon.id, at: world.at, highMs: 30_000 }]);
      expect(await list()).toMatchObject([{ conversationId: late.id }, { conversationId: soon.id, highMs: 30_000 }]);
    });
  });

  describe(`${name}: words of the relay`, () => {
    test('Q4, C13 a word is said once: a stage, and a warning until somebody writes', async () => {
      const { store } = world;
      const { id, visitorId } = await world.queued();
      const stage = async (number: number) =>
        store.tellVisitor({
          ...(await guarded(id)),
          ...{ what: 'still_waiting', text: `Word ${number}`, until: null, stage: number, lastAt: null },
        });
      const asked = { siteId: SITE.id, queuedBefore: world.at, limit: 9 };
      expect(await store.listUntold({ ...asked, stage: 1 })).toHaveLength(1);
      expect(await stage(1)).toMatchObject({ result: 'changed', entries: [{ kind: 'notice', text: 'Word 1' }] });
      expect(await stage(1)).toEqual({ result: 'stale' });
      expect(await store.listUntold({ ...asked, stage: 1 })).toEqual([]);
      expect(await stage(2)).toMatchObject({ result: 'changed' });

      const agentId = await world.presentAgent();
      await world.assign(id, agentId);
      const silent = () => store.listSilent({ siteId: SITE.id, lastBefore: world.at, afterNo: 0, limit: 9 });
      expect(await silent()).toEqual([]);
      await world.say(id, world.message('agent', agentId));
      const lastAt = world.at;
      expect(await silent()).toMatchObject([{ conversationId: id, lastAt, warnedAt: null }]);
      world.pass(1_000);
      const warn = async () =>
        store.tellVisitor({
          ...(await guarded(id)),
          ...{ what: 'idle_warning', text: null, until: world.at + 9, stage: null, lastAt },
        });
      const warned = { kind: 'notice', what: 'idle_warning', until: world.at + 9 };
      expect(await warn()).toMatchObject({ result: 'changed', entries: [warned] });
      expect((await world.entries(id)).at(-1)).toMatchObject(warned);
      expect(await warn()).toEqual({ result: 'stale' });
      expect(await silent()).toMatchObject([{ warnedAt: world.at, head: (await world.read(id)).head }]);
      await world.say(id, world.message('visitor', visitorId));
      expect(await silent()).toEqual([]);
      expect(await warn()).toEqual({ result: 'stale' });
    });
  });

  describe(`${name}: wrap-up`, () => {
    const endServed = async (id: string, wrapUpMs: number) =>
      world.store.closeConversation({
        ...(await guarded(id)),
        ...{ by: 'visitor', byAgentId: null, outcome: 'resolved', wrapUpMs },
      });

    test('C15 room stays taken until the time is up, and is given back once', async () => {
      const { id, agentId } = await world.active();
      await endServed(id, 1_000);
      expect(await world.load(agentId)).toBe(1);
      expect(await world.store.listWrapUps(agentId)).toEqual([{ conversationId: id, until: world.at + 1_000 }]);
      const end = () => world.store.endWrapUps({ agentId: null, now: world.at, limit: 9 });
      expect(await end()).toEqual([]);
      world.pass(1_000);
      const results = await Promise.all([end(), end(), end()]);
      expect(results.flat()).toEqual([agentId]);
      expect(await world.load(agentId)).toBe(0);
    });

    test('C15 two of one agent end together when she says so; a talk that goes on ends its own', async () => {
      const first = await world.active();
      const second = await world.active(first.agentId);
      await endServed(first.id, 1_000);
      await endServed(second.id, 1_000);
      expect(await world.load(first.agentId)).toBe(2);
      await world.reopen(first.id, first.visitorId);
      expect(await world.load(first.agentId)).toBe(1);
      expect(await world.store.endWrapUps({ agentId: first.agentId, now: world.at, limit: 9 })).toEqual([
        first.agentId,
      ]);
      expect(await world.load(first.agentId)).toBe(0);
      expect(await world.store.endWrapUps({ agentId: first.agentId, now: world.at, limit: 9 })).toEqual([]);
    });
  });
}
