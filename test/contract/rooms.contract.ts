import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { ROUNDS, SITE, World } from './world.ts';

export function describeRooms(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  const times = (count: number) => Array.from({ length: count });
  const offer = async (conversationId: string, agentId: string, until = world.at + 20_000) =>
    store.offerConversation({
      ...{ conversationId, agentId, until, reason: '{"load":0}', at: world.at },
      expectVersion: await world.version(conversationId),
    });
  const end = async (conversationId: string, how: 'missed' | 'declined' | 'gone', missesMax: number | null = null) =>
    store.endOffer({
      conversationId,
      how,
      missesMax,
      expectVersion: await world.version(conversationId),
      at: world.at,
    });
  /** Puts the agent into the department, and the conversation too. */
  async function inDepartment(agentIds: string[], capacity: number | null) {
    await store.addDepartment({ id: 'd1', siteId: null, name: 'Sales', routing: {}, at: world.at });
    for (const agentId of agentIds) {
      const found = await store.findStaffMember(agentId);
      if (!found) throw new Error('There is no such agent.');
      const { id, email, availability, awayReason, ...settings } = found;
      await store.changeStaffMember({ agentId: id, ...settings, departments: [{ departmentId: 'd1', capacity }] });
    }
  }
  const sales = async () => {
    const routing = { departmentId: 'd1', language: 'pt', priority: 2, needs: null, knownAgentId: null };
    const written = await store.openConversation({ ...world.opening(await world.visitor()), routing });
    if (written.result !== 'appended') throw new Error(written.result);
    return written.conversationId;
  };

  describe(`${name}: rooms, needs and the feed`, () => {
    test('R20 a department and a membership have their own rooms, and offers count', async () => {
      const [ana, bo] = [await world.presentAgent(4), await world.presentAgent(4)];
      await inDepartment([ana, bo], 2);
      const give = async (agentId: string, departmentLimit: number | null) => {
        const conversationId = await sales();
        const input = { conversationId, expectVersion: 1, agentId, reason: '', at: world.at, departmentLimit };
        return { conversationId, ...(await store.assignConversation(input)) };
      };
      expect((await give(ana, null)).result).toBe('changed');
      const ringing = await sales();
      expect((await offer(ringing, ana)).result).toBe('changed');
      expect((await give(ana, null)).result).toBe('full');
      expect((await give(bo, 2)).result).toBe('full');
      expect((await give(bo, 3)).result).toBe('changed');
      const team = await store.readRoutingTeam({ now: world.at, knownVersion: null });
      expect(team.served.toSorted((one, other) => one.conversations - other.conversations)).toMatchObject(
        [
          { departmentId: 'd1', agentId: ana, conversations: 1, room: 1 },
          { departmentId: 'd1', agentId: bo, conversations: 1, room: 1 },
          { departmentId: 'd1', agentId: ana, conversations: 1, room: 1 },
        ].toSorted((one, other) => one.conversations - other.conversations),
      );
      const anybody = await world.queued();
      await world.assign(anybody.id, ana);
      expect(await world.load(ana)).toBe(3);
    });

    test('R20 at once, a department’s room and a membership’s are never exceeded', async () => {
      const agents = [await world.presentAgent(9), await world.presentAgent(9), await world.presentAgent(9)];
      await inDepartment(agents, 3);
      for (let round = 0; round < ROUNDS; round += 1) {
        const ids = await Promise.all(times(12).map(sales));
        const give = (conversationId: string, agentId: string, departmentLimit: number | null) =>
          store.assignConversation({
            conversationId,
            expectVersion: 1,
            agentId,
            reason: '',
            at: world.at,
            departmentLimit,
          });
        const one = await Promise.all(ids.slice(0, 6).map((id) => give(id, agents[0] as string, null)));
        expect(one.filter(({ result }) => result === 'changed')).toHaveLength(3);
        const all = await Promise.all(ids.slice(6).map((id, n) => give(id, agents[1 + (n % 2)] as string, 5)));
        expect(all.filter(({ result }) => result === 'changed')).toHaveLength(2);
        for (const id of ids) await world.close(id);
      }
    });

    test('R21 answered and silent it frees its room, and takes it back above the capacity when the visitor writes', async () => {
      const { id, visitorId, agentId } = await world.active(await world.presentAgent(1));
      const inactive = () => store.listInactive({ departmentId: null, silentSince: world.at - 60_000, limit: 10 });
      world.pass(120_000);
      expect(await inactive()).toEqual([]);
      await world.say(id, world.message('agent', agentId));
      expect(await inactive()).toEqual([]);
      world.pass(60_000);
      const found = { conversationId: id, version: 2 };
      expect(await inactive()).toEqual([found]);
      expect(await store.listInactive({ departmentId: 'd1', silentSince: world.at, limit: 10 })).toEqual([]);
      await store.setRoom({ ...found, room: 0, at: world.at });
      expect([await world.load(agentId), await inactive(), await store.listAwakened(10)]).toEqual([0, [], []]);
      const other = await world.queued();
      await world.assign(other.id, agentId);
      await world.say(id, world.message('visitor', visitorId));
      expect(await store.listAwakened(10)).toEqual([found]);
      await store.setRoom({ ...found, room: 1, at: world.at });
      await store.setRoom({ ...found, room: 1, at: world.at });
      expect(await world.load(agentId)).toBe(2);
      await world.close(other.id);
      await world.close(id);
      expect(await world.load(agentId)).toBe(0);
    });

    test('R10 the feed says what waits and what does not any more, once and in order', async () => {
      const start = await store.readChange();
      const [first, second] = [await world.queued(), await world.queued()];
      const agentId = await world.presentAgent();
      const read = async (afterChange: number, limit = 10) => {
        const { lines, ...rest } = await store.readWaitingChanges({ afterChange, limit });
        return { ...rest, lines: lines.map((one) => [one.conversationId, one.waiting?.version ?? null]) };
      };
      expect(await read(start)).toMatchObject({
        lines: [
          [first.id, 1],
          [second.id, 1],
        ],
        more: false,
      });
      expect(await read(start, 1)).toEqual({ lines: [[first.id, 1]], change: start + 1, more: true });
      const known = await store.readChange();
      await offer(first.id, agentId);
      await world.assign(second.id, agentId);
      expect((await read(known)).lines).toEqual([
        [first.id, null],
        [second.id, null],
      ]);
      await end(first.id, 'missed');
      const lines = (await read(known)).lines;
      expect(lines).toEqual([
        [second.id, null],
        [first.id, 3],
      ]);
    });

    test('R14 what a conversation needs comes back; the history of its visitor', async () => {
      const visitorId = await world.visitor();
      expect(await store.readHistory(visitorId)).toEqual({ returning: false, lastAgentId: null, lastScore: null });
      const needs = {
        skills: [{ skill: 'billing', level: 2, required: true }],
        language: { tag: 'pt', required: false },
      };
      await store.addDepartment({ id: 'd1', siteId: SITE.id, name: 'Sales', routing: {}, at: world.at });
      const routing = { departmentId: 'd1', language: 'pt', priority: 3, needs, knownAgentId: 'a' };
      const written = await store.openConversation({ ...world.opening(visitorId), routing });
      const id = 'conversationId' in written ? written.conversationId : '';
      const [line] = await store.listQueued({ after: null, limit: 1 });
      expect(line).toMatchObject({ siteId: SITE.id, departmentId: 'd1', priority: 3, needs, knownAgentId: 'a' });
      expect(await world.line(id)).toMatchObject({ departmentId: 'd1', language: 'pt', priority: 3 });
      const agentId = await world.presentAgent();
      await world.assign(id, agentId);
      await world.close(id);
      await store.rateEpisode({ conversationId: id, episode: 1, score: 2, comment: null, at: world.at });
      expect(await store.readHistory(visitorId)).toEqual({ returning: true, lastAgentId: agentId, lastScore: 2 });
      await store.removeDepartment({ departmentId: 'd1', at: world.at });
    });
  });
}
