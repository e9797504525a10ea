import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Why } from '../../protocol/wire/why.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { appended, FAR, World } from './world.ts';

const WHY: Why = {
  ...{ load: 0, capacity: 1, idleMs: 5_000, waitedMs: 1_000, by: 'longest_idle', skills: [], language: null },
  ...{ priority: 0, relaxed: 0, skipped: [], skippedMore: 0 },
};

export function describeOffers(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  const waiting = async () => (await store.listQueued({ after: null, limit: 100 })).map((one) => one.conversationId);
  const offer = async (
    conversationId: string,
    agentId: string,
    until = world.at + 20_000,
    reason = JSON.stringify(WHY),
  ) =>
    store.offerConversation({
      ...{ conversationId, agentId, until, reason, at: world.at },
      expectVersion: await world.version(conversationId),
    });
  const accept = async (conversationId: string, agentId: string, answerBy: number | null = null) =>
    store.acceptOffer({
      conversationId,
      agentId,
      answerBy,
      expectVersion: await world.version(conversationId),
      at: world.at,
    });
  const end = async (conversationId: string, how: 'missed' | 'declined' | 'gone', missesMax: number | null = null) =>
    store.endOffer({
      conversationId,
      how,
      missesMax,
      expectVersion: await world.version(conversationId),
      at: world.at,
    });
  describe(`${name}: offers and misses`, () => {
    test('R18 a ring holds the room, is in the list, and is no entry; accepted it is an assignment', async () => {
      const { id } = await world.queued();
      const agentId = await world.presentAgent(1);
      const before = await world.entries(id);
      const written = await offer(id, agentId);
      expect(written).toMatchObject({ result: 'changed', agentId, entries: [], team: [] });
      expect(await world.entries(id)).toEqual(before);
      const rung = { agent: { id: agentId, name: `Name of ${agentId}` }, until: world.at + 20_000 };
      expect(await world.line(id)).toMatchObject({ status: 'queued', agent: null, offer: rung });
      expect(await world.read(id)).toMatchObject({ status: 'queued', offer: { agentId, until: world.at + 20_000 } });
      expect(await waiting()).toEqual([]);
      expect(await world.load(agentId)).toBe(1);
      const other = await world.queued();
      expect(await offer(other.id, agentId)).toEqual({ result: 'full' });
      world.pass(5_000);
      const taken = await accept(id, agentId, world.at + 60_000);
      expect(taken).toMatchObject({ result: 'changed', entries: [{ kind: 'assigned', agent: { id: agentId } }] });
      expect(taken).toMatchObject({ team: [{ kind: 'reason', how: 'routed', why: WHY }] });
      expect(await world.read(id)).toMatchObject({ status: 'active', agentId, offer: null });
      expect(await world.load(agentId)).toBe(1);
      await world.close(id);
      expect(await world.load(agentId)).toBe(0);
    });

    test('R9 a stored reason that cannot be read takes nothing with it: it says who had the conversation', async () => {
      const agentId = await world.presentAgent(3);
      for (const reason of ['{"load":0}', '{"load":', '{}']) {
        const { id } = await world.queued();
        await offer(id, agentId, undefined, reason);
        const taken = await accept(id, agentId);
        expect(taken).toMatchObject({ team: [{ kind: 'reason', how: 'routed', reason: `Name of ${agentId}` }] });
        const page = await store.readTeamPage({ conversationId: id, afterNumber: 0, limit: 10 });
        expect(page?.entries).toMatchObject([{ kind: 'reason', reason: `Name of ${agentId}` }]);
      }
    });

    test('R18 nobody else accepts it, nobody after its time, and nobody twice', async () => {
      const { id } = await world.queued();
      const [agentId, other] = [await world.presentAgent(), await world.presentAgent()];
      await offer(id, agentId);
      expect(await offer(id, other)).toEqual({ result: 'stale' });
      expect(await accept(id, other)).toEqual({ result: 'stale' });
      world.pass(20_000);
      expect(await accept(id, agentId)).toEqual({ result: 'stale' });
      expect(await world.read(id)).toMatchObject({ status: 'queued' });
    });

    test('R18 R19 a ring that is over gives the room back, keeps the place, and remembers who missed it', async () => {
      const { id } = await world.queued();
      const { queuedAt } = await world.read(id);
      const [missed, gone] = [await world.presentAgent(), await world.presentAgent()];
      await offer(id, missed);
      expect(await store.listLapsedOffers({ now: world.at + 19_999, limit: 10 })).toEqual([]);
      world.pass(20_000);
      const lapsed = { conversationId: id, version: 2, departmentId: null };
      expect(await store.listLapsedOffers({ now: world.at, limit: 10 })).toEqual([
        { ...lapsed, agentId: missed, missed: true },
      ]);
      expect(await end(id, 'missed')).toMatchObject({ result: 'changed', agentId: missed, away: false });
      expect(await world.load(missed)).toBe(0);
      const line = () => store.listQueued({ after: null, limit: 1 });
      expect(await line()).toMatchObject([{ conversationId: id, queuedAt, missed: [missed] }]);
      await offer(id, gone);
      await store.endLease({ agentId: gone, until: world.at });
      expect(await store.listLapsedOffers({ now: world.at, limit: 10 })).toMatchObject([
        { agentId: gone, missed: false },
      ]);
      await end(id, 'gone');
      expect(await line()).toMatchObject([{ missed: [missed] }]);
      expect(await end(id, 'gone')).toEqual({ result: 'stale' });
    });

    test('T20 who waits is moved: the place stays, a ring ends without a miss, what was held is in the line, the team reads why', async () => {
      await store.addDepartment({ id: 'd-1', siteId: null, name: 'Billing', routing: {}, at: world.at });
      const agentId = await world.presentAgent(1);
      const { id, visitorId } = await world.queued();
      const { queuedAt } = await world.read(id);
      await offer(id, agentId);
      world.pass(5_000);
      const move = async (conversationId: string) =>
        store.moveWaiting({
          ...{ conversationId, expectVersion: await world.version(conversationId), at: world.at },
          ...{ note: 'My invoice', department: { id: 'd-1', name: 'Billing' } },
        });
      expect(await move(id)).toMatchObject({
        ...{ result: 'changed', conversationId: id, visitorId, agentId: null },
        entries: [{ kind: 'queued', reason: 'moved', episode: 1 }],
        team: [{ kind: 'moved', by: null, asked: 'visitor', department: 'Billing', note: 'My invoice' }],
      });
      expect(await world.load(agentId)).toBe(0);
      const moved = { conversationId: id, departmentId: 'd-1', queuedAt, missed: [] };
      expect(await store.listQueued({ after: null, limit: 9 })).toMatchObject([moved]);
      expect(await accept(id, agentId)).toEqual({ result: 'stale' });
      const held = appended(await store.openConversation({ ...world.opening(await world.visitor()), held: true }));
      expect(await waiting()).toEqual([id]);
      await move(held.conversationId);
      expect(await waiting()).toEqual([id, held.conversationId]);
      const stale = { conversationId: id, expectVersion: 1, at: world.at, note: null };
      expect(await store.moveWaiting({ ...stale, department: { id: 'd-1', name: 'Billing' } })).toEqual({
        result: 'stale',
      });
      const served = await world.active();
      expect(await move(served.id)).toEqual({ result: 'stale' });
    });

    test('R19 after so many misses in a row she is away; becoming available begins anew', async () => {
      const agentId = await world.presentAgent();
      const miss = async () => {
        const { id } = await world.queued();
        await offer(id, agentId);
        return end(id, 'missed', 2);
      };
      expect(await miss()).toMatchObject({ away: false });
      expect(await miss()).toMatchObject({ away: true });
      expect(await store.findAgent(agentId)).toMatchObject({ availability: 'away', awayReason: 'missed' });
      await store.setAvailability({ agentId, availability: 'available', at: world.at });
      expect(await miss()).toMatchObject({ away: false });
    });

    test('R18 who closes it or takes it by hand ends the ring, also the one at whom it rings', async () => {
      const [agentId, other] = [await world.presentAgent(1), await world.presentAgent(1)];
      const closed = await world.queued();
      await offer(closed.id, agentId);
      await world.close(closed.id);
      expect(await world.load(agentId)).toBe(0);
      const taken = await world.queued();
      await offer(taken.id, agentId);
      const take = async (by: string, id: string) =>
        store.takeConversation({
          ...{ conversationId: id, agentId: by, how: 'picked', reason: '', at: world.at },
          expectVersion: await world.version(id),
        });
      expect(await take(other, taken.id)).toMatchObject({ result: 'changed', agentId: other });
      expect([await world.load(agentId), await world.load(other)]).toEqual([0, 1]);
      const own = await world.queued();
      await offer(own.id, agentId);
      expect(await take(agentId, own.id)).toMatchObject({ result: 'changed', agentId });
      expect(await world.load(agentId)).toBe(1);
      expect(await world.line(own.id)).toMatchObject({ offer: null, status: 'active' });
    });

    test('R19 an answer in time settles it; none is a miss, at the old place, and the visitor is told', async () => {
      const assigned = async (agentId: string) => {
        const { id, visitorId } = await world.queued();
        const at = world.at;
        await store.assignConversation({
          conversationId: id,
          expectVersion: 1,
          agentId,
          reason: '',
          at,
          answerBy: at + 30_000,
        });
        return { id, visitorId };
      };
      const agentId = await world.presentAgent();
      const answered = await assigned(agentId);
      const silent = await assigned(agentId);
      const { queuedAt } = await world.read(silent.id);
      expect(await store.listAnswersDue({ now: world.at + 29_999, limit: 10 })).toEqual([]);
      const assignedAt = world.at;
      world.pass(10_000);
      await world.say(answered.id, world.message('agent', agentId));
      world.pass(20_000);
      const due = await store.listAnswersDue({ now: world.at, limit: 10 });
      const common = { version: 2, departmentId: null, agentId, assignedAt };
      expect(due).toEqual([
        { ...common, conversationId: answered.id, waitingSince: null },
        { ...common, conversationId: silent.id, waitingSince: queuedAt },
      ]);
      await store.settleAnswer({ conversationId: answered.id, expectVersion: 2, agentId });
      const miss = { conversationId: silent.id, expectVersion: 2, missesMax: 1, at: world.at };
      expect(await store.missConversation({ ...miss, expectWaitingSince: 1 })).toEqual({ result: 'stale' });
      const written = await store.missConversation({ ...miss, expectWaitingSince: queuedAt });
      expect(written).toMatchObject({ result: 'changed', agentId, away: true });
      expect((await world.entries(silent.id)).at(-1)).toMatchObject({ kind: 'queued', reason: 'no_answer' });
      expect(await store.listQueued({ after: null, limit: 5 })).toMatchObject([{ queuedAt, missed: [agentId] }]);
      expect(await store.listAnswersDue({ now: FAR, limit: 10 })).toEqual([]);
      // C4: the late answer is refused, as after any loss.
      const late = { conversationId: silent.id, expectVersion: 2, message: world.message('agent', agentId) };
      expect(await store.appendMessage(late)).toEqual({ result: 'stale' });
    });

    test('R19 reopened, everybody may be asked again, and the visitor knows the agent of before', async () => {
      const { id, visitorId, agentId } = await world.active();
      const expectVersion = await world.version(id);
      const miss = { conversationId: id, expectVersion, missesMax: null, at: world.at };
      await store.missConversation({ ...miss, expectWaitingSince: (await world.read(id)).waitingSince });
      await world.assign(id, agentId);
      await world.close(id);
      await world.reopen(id, visitorId);
      const [line] = await store.listQueued({ after: null, limit: 5 });
      expect(line).toMatchObject({ conversationId: id, missed: [], knownAgentId: agentId });
    });
  });
}
