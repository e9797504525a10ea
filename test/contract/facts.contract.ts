import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Facts } from '../../server/domain/measures/fact-rows.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

const DAY = 24 * 3_600_000;

export function describeFacts(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const openNos = async () => (await world.store.listOpenNos()).sort((one, other) => one - other);
  const factsOf = async (): Promise<Facts> => {
    const changed = await world.store.listChangedAfter({ after: 0, limit: 1_000 });
    return world.store.readFacts(changed.map(({ no }) => no));
  };

  describe(`${name}: facts`, () => {
    test('N1 an episode keeps how it began, from the transaction that opened it', async () => {
      const visitorId = await world.visitor();
      const opening = {
        language: 'pt-BR',
        page: 'shop.example/boots',
        topic: 'billing',
        segments: ['new', 'vip'],
        targetMs: 30_000,
      };
      await world.store.openConversation({ ...world.opening(visitorId), opening, held: true });
      const { episodes } = await factsOf();
      expect(episodes).toEqual([
        expect.objectContaining({
          episode: 1,
          ...opening,
          segments: '["new","vip"]',
          closedThen: 1,
          departmentId: null,
        }),
      ]);
      expect(episodes[0]?.running).toMatchObject({ startedAt: world.at, queueMs: 0 });
    });

    test('N1 an episode counts in the department where it stood last, and a later one changes nothing of it', async () => {
      const department = { id: 'd-1', siteId: null, name: 'Billing', routing: {}, at: world.at };
      await world.store.addDepartment(department);
      const { id, visitorId, agentId } = await world.active();
      const moved = { conversationId: id, expectVersion: await world.version(id), at: world.at };
      const by = { reason: 'moved', byAgentId: agentId, department: { id: 'd-1', name: 'Billing' } } as const;
      await world.store.requeueConversation({ ...moved, ...by });
      await world.close(id);
      await world.reopen(id, visitorId);
      const { episodes } = await factsOf();
      expect(episodes.map(({ departmentId }) => departmentId)).toEqual(['d-1', 'd-1']);
      expect(episodes.map(({ running }) => running !== null)).toEqual([false, true]);
    });

    test('T20 another department at a visitor’s wish is recorded as hers, and the episode is counted there', async () => {
      await world.store.addDepartment({ id: 'd-1', siteId: null, name: 'Billing', routing: {}, at: world.at });
      const { id } = await world.active();
      const written = await world.store.requeueConversation({
        ...{ conversationId: id, expectVersion: await world.version(id), at: world.at },
        ...{ reason: 'moved', byVisitor: true, note: 'It is about my invoice' },
        department: { id: 'd-1', name: 'Billing' },
      });
      expect(written).toMatchObject({ result: 'changed', entries: [{ kind: 'queued', reason: 'moved' }] });
      const page = await world.store.readTeamPage({ conversationId: id, afterNumber: 0, limit: 10 });
      expect(page?.entries.at(-1)).toMatchObject({
        ...{ kind: 'moved', by: null, asked: 'visitor' },
        ...{ department: 'Billing', note: 'It is about my invoice' },
      });
      const { episodes } = await factsOf();
      expect(episodes.map(({ departmentId }) => departmentId)).toEqual(['d-1']);
    });

    test('T20 M2 M7 who waits goes into another line: her first answer counts from her first message, who leaves counts there', async () => {
      const { store } = world;
      await store.addDepartment({ id: 'd-1', siteId: null, name: 'Billing', routing: {}, at: world.at });
      const move = async (conversationId: string) => {
        world.pass(30_000);
        return store.moveWaiting({
          ...{ conversationId, expectVersion: await world.version(conversationId), at: world.at },
          ...{ note: null, department: { id: 'd-1', name: 'Billing' } },
        });
      };
      const startedAt = world.at;
      const { id } = await world.queued();
      await move(id);
      world.pass(10_000);
      const agentId = await world.presentAgent();
      await world.assign(id, agentId);
      world.pass(5_000);
      await world.say(id, world.message('agent', agentId));
      const left = await world.queued();
      await move(left.id);
      await world.close(left.id);
      const { episodes, waits } = await factsOf();
      expect(episodes).toMatchObject([{ departmentId: 'd-1' }, { departmentId: 'd-1', outcome: 'abandoned_in_queue' }]);
      const answered = { startedAt, lengthMs: 45_000, queueMs: 40_000, first: 1, end: 'answered' };
      expect(waits).toMatchObject([answered, { lengthMs: 30_000, queueMs: 30_000, first: 1 }]);
    });

    test('N2 what changed after a place of the feed, and what is open', async () => {
      const first = await world.queued();
      await world.active();
      const change = await world.store.readChange();
      expect(await openNos()).toHaveLength(2);
      await world.close(first.id);
      const [open] = await openNos();
      expect(await openNos()).toHaveLength(1);
      const changed = await world.store.listChangedAfter({ after: change, limit: 10 });
      expect(changed).toHaveLength(1);
      expect(changed[0]?.no).not.toBe(open);
      expect(await world.store.listClosed({ fromNo: 0, toNo: 1_000 })).toEqual(changed.map(({ no }) => no));
      const packs = await world.store.listChangedPacks({ after: change, upTo: change + 100, packOf: 1_024 });
      expect(packs).toEqual([{ number: 0, change: changed[0]?.change }]);
    });

    test('M8 whoever comes again within seven days on the same topic changes what was said of her before, packed or not', async () => {
      const talk = async (visitorId: string, topic: string | null) => {
        const { conversationId } = (await world.store.openConversation({
          ...world.opening(visitorId),
          opening: { topic },
        })) as { conversationId: string };
        const { agentId } = await world.active();
        await world.assign(conversationId, agentId);
        await world.close(conversationId, 'agent', agentId);
        world.at += 1;
        const changed = await world.store.listChangedAfter({ after: 0, limit: 1_000 });
        return changed.at(-1)?.no as number;
      };
      const mia = await world.visitor();
      const parcel = await talk(mia, 'parcel');
      const change = await world.store.readChange();
      expect(await world.store.listCameBefore({ after: change, upTo: change })).toEqual([]);
      world.at += 7 * DAY - 3;
      await talk(await world.visitor(), 'parcel');
      const refund = await talk(mia, 'refund');
      expect((await factsOf()).again).toEqual([]);
      const upTo = await world.store.readChange();
      expect(await world.store.listCameBefore({ after: change, upTo })).toEqual([parcel]);
      const packs = await world.store.listChangedPacks({ after: change, upTo, packOf: parcel });
      expect(packs.map(({ number }) => number)).toContain(1);
      const third = await talk(mia, null);
      // To the millisecond seven days after the first, and at once after the second.
      expect((await factsOf()).again.map(({ no }) => no)).toEqual([parcel, refund]);
      world.at += 7 * DAY + 1;
      await talk(mia, null);
      expect((await factsOf()).again.map(({ no }) => no)).toEqual([parcel, refund]);
      expect(third).toBeGreaterThan(refund);
    });

    test('M8 without a topic whatever comes is the same; an earlier conversation that is opened again has come again', async () => {
      const talk = async (visitorId: string, topic: string | null) => {
        const opening = { ...world.opening(visitorId), opening: { topic } };
        const { conversationId: id } = (await world.store.openConversation(opening)) as { conversationId: string };
        const { agentId } = await world.active();
        await world.assign(id, agentId);
        await world.close(id, 'agent', agentId);
        world.at += DAY;
        const changed = await world.store.listChangedAfter({ after: 0, limit: 1_000 });
        return { id, no: changed.at(-1)?.no };
      };
      const again = async () => (await factsOf()).again.map(({ no }) => no);
      const ida = await world.visitor();
      const plain = await talk(ida, null);
      await talk(ida, 'refund');
      const bea = await world.visitor();
      const early = await talk(bea, 'parcel');
      world.at += 8 * DAY;
      const late = await talk(bea, 'refund');
      expect(await again()).toEqual([plain.no]);
      await world.reopen(early.id, bea);
      expect(await again()).toEqual([plain.no, late.no]);
    });

    test('M8 J8 joined people are one person, and their being joined or parted makes what was packed stale', async () => {
      const talk = async (visitorId: string) => {
        const { conversationId } = (await world.store.openConversation(world.opening(visitorId))) as {
          conversationId: string;
        };
        const { agentId } = await world.active();
        await world.assign(conversationId, agentId);
        await world.close(conversationId, 'agent', agentId);
        world.at += 1;
        const changed = await world.store.listChangedAfter({ after: 0, limit: 1_000 });
        return changed.at(-1)?.no as number;
      };
      const again = async () => (await factsOf()).again.map(({ no }) => no);
      const [laptop, phone] = [await world.visitor(), await world.visitor()];
      const byId = (await world.active()).agentId;
      const first = await talk(laptop);
      const second = await talk(phone);
      expect(await again()).toEqual([]);
      for (const [fromId, intoId] of [
        [laptop, phone],
        [phone, laptop],
      ] as const) {
        const before = await world.store.readChange();
        const id = world.next('m');
        expect(await world.store.mergePeople({ id, fromId, intoId, byId, at: world.at })).toBe('merged');
        expect(await again()).toEqual([first]);
        const joined = await world.store.readChange();
        expect((await world.store.listChangedAfter({ after: before, limit: 9 })).map(({ no }) => no).sort()).toEqual(
          [first, second].sort(),
        );
        expect(await world.store.listCameBefore({ after: before, upTo: joined })).toContain(first);
        await world.store.undoMerge({ id, byId, at: world.at });
        expect(await again()).toEqual([]);
        expect(await world.store.listChangedAfter({ after: joined, limit: 9 })).toHaveLength(2);
      }
    });

    test('M9 a complaint is one that the form or the rating said, and it is confirmed by her word', async () => {
      const visitorId = await world.visitor();
      const intake = { consent: null, topic: null, fields: [], complaint: true } as never;
      await world.store.openConversation({ ...world.opening(visitorId), intake });
      const { id } = await world.active();
      await world.close(id);
      const more = { complaint: true, solved: 'yes' } as const;
      await world.store.rateEpisode({ conversationId: id, episode: 1, score: 2, comment: null, more, at: world.at });
      const { episodes } = await factsOf();
      expect(episodes.map(({ complaint, solved }) => ({ complaint, solved }))).toEqual([
        { complaint: 1, solved: null },
        { complaint: 1, solved: 'yes' },
      ]);
    });

    test('N3 a pack is kept as a whole, byte by byte, and replaced', async () => {
      const line = { number: 3, change: 7, stamp: 'one', openedFrom: 1, openedTo: world.at, episodes: 2, waits: 5 };
      const columns = Uint8Array.from({ length: 1_000 }, (_, index) => index % 256);
      const contacts = { stamp: 'of contacts', columns: Uint8Array.of(1, 2, 3) };
      await world.store.keepPack({ ...line, columns, contacts });
      expect(await world.store.listContactPacks()).toEqual([{ number: 3, stamp: 'of contacts' }]);
      expect([...((await world.store.readContactPack(3))?.columns ?? [])]).toEqual([1, 2, 3]);
      expect(await world.store.readContactPack(4)).toBeUndefined();
      expect(await world.store.listPacks()).toEqual([line]);
      expect([...((await world.store.readPack(3))?.columns ?? [])]).toEqual([...columns]);
      await world.store.keepPack({ ...line, stamp: 'two', columns: Uint8Array.of(9), contacts });
      expect((await world.store.readPack(3))?.stamp).toBe('two');
      expect(await world.store.readPack(4)).toBeUndefined();
      await world.store.setFactState({ change: 9 });
      await world.store.setFactState({ change: 5, rebuilt: 2 });
      expect(await world.store.readFactState()).toEqual({ change: 9, rebuilt: 2 });
    });

    test('M6 of a rated episode it is known who wrote how much', async () => {
      const { id, agentId } = await world.active();
      await world.say(id, world.message('agent', agentId));
      await world.say(id, world.message('agent', agentId));
      await world.close(id, 'agent', agentId);
      await world.store.rateEpisode({ conversationId: id, episode: 1, score: 5, comment: null, at: world.at });
      expect((await factsOf()).written).toEqual([expect.objectContaining({ episode: 1, agentId, messages: 2 })]);
    });
  });
}
