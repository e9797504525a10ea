import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { FAR, World } from './world.ts';

export function describeRouting(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  describe(`${name}: routing and presence`, () => {
    test('S11 the snapshot holds the waiting by place, and the agents who are available and present', async () => {
      const { store } = world;
      const first = await world.queued();
      world.pass(10);
      const second = await world.queued();
      const ready = await world.presentAgent(3);
      const away = await world.presentAgent();
      await store.setAvailability({ agentId: away, availability: 'away', at: world.at });
      const gone = await world.presentAgent();
      await store.endLease({ agentId: gone, until: world.at });
      const waiting = await store.listQueued({ after: null, limit: 10 });
      expect(waiting).toMatchObject([
        { conversationId: first.id, version: 1, queuedAt: world.at - 10, needs: null, missed: [] },
        { conversationId: second.id, version: 1, queuedAt: world.at, departmentId: null, priority: 0 },
      ]);
      const [short, ...rest] = await store.listQueued({ after: null, limit: 1 });
      expect([short?.conversationId, rest]).toEqual([first.id, []]);
      expect(await store.listQueued({ after: short ?? null, limit: 10 })).toEqual([waiting[1]]);
      const team = await store.readRoutingTeam({ now: world.at, knownVersion: null });
      const agent = { id: ready, name: `Name of ${ready}`, capacity: 3, load: 0, idleSince: world.at, givenAt: 0 };
      expect(team.agents).toEqual([agent]);
      expect(await store.isAnyAvailable(world.at)).toBe(true);
      expect(await store.isAnyAvailable(FAR)).toBe(false);
    });

    test('S11 an assignment is an entry, takes room and raises version and number', async () => {
      const { id } = await world.queued();
      const agentId = await world.presentAgent();
      world.pass(700);
      const written = await world.assign(id, agentId);
      const entry = {
        kind: 'assigned',
        seq: 3,
        at: world.at,
        episode: 1,
        agent: { id: agentId, name: `Name of ${agentId}` },
      };
      expect(written).toMatchObject({ agentId, entries: [entry] });
      expect((await world.entries(id)).at(-1)).toEqual(entry);
      expect(await world.read(id)).toMatchObject({ status: 'active', agentId, version: 2, assignment: 1, head: 3 });
      const { agents } = await world.store.readRoutingTeam({ now: world.at, knownVersion: null });
      expect(agents[0]).toMatchObject({ load: 1, idleSince: world.at });
    });

    test('S11 full: no room, away, or not present; and nothing is stored', async () => {
      const { store } = world;
      const agentId = await world.presentAgent(1);
      await world.active(agentId);
      const { id } = await world.queued();
      const before = await world.read(id);
      const attempt = (by: string) =>
        store.assignConversation({
          conversationId: id,
          expectVersion: before.version,
          agentId: by,
          reason: '',
          at: world.at,
        });
      expect(await attempt(agentId)).toEqual({ result: 'full' });
      const away = await world.presentAgent();
      await store.setAvailability({ agentId: away, availability: 'away', at: world.at });
      expect(await attempt(away)).toEqual({ result: 'full' });
      const gone = await world.presentAgent();
      await store.endLease({ agentId: gone, until: world.at });
      expect(await attempt(gone)).toEqual({ result: 'full' });
      expect(await attempt('unknown')).toEqual({ result: 'full' });
      expect(await world.read(id)).toEqual(before);
    });

    test('S11 back to the queue: the old place, the room given back, the number of the next assignment higher', async () => {
      const { id, agentId } = await world.active();
      const { queuedAt } = await world.read(id);
      const other = await world.presentAgent();
      world.pass(5_000);
      const expectVersion = await world.version(id);
      const written = await world.store.requeueConversation({ conversationId: id, expectVersion, at: world.at });
      const entry = { kind: 'queued', seq: 4, at: world.at, episode: 1, reason: 'agent_gone' };
      expect(written).toMatchObject({ result: 'changed', agentId, entries: [entry] });
      expect(await world.load(agentId)).toBe(0);
      expect(await world.read(id)).toMatchObject({ status: 'queued', agentId: null, queuedAt, version: 3 });
      await world.assign(id, other);
      expect(await world.read(id)).toMatchObject({ agentId: other, assignment: 2, version: 4 });
    });

    test('S11 orphans are the active ones whose agent’s lease ended', async () => {
      const { store } = world;
      const kept = await world.active();
      const lost = await world.active();
      await store.endLease({ agentId: lost.agentId, until: world.at });
      const orphan = { conversationId: lost.id, version: 2 };
      expect(await store.listOrphans({ now: world.at, limit: 10 })).toEqual([orphan]);
      await store.endLease({ agentId: kept.agentId, until: world.at });
      expect(await store.listOrphans({ now: world.at, limit: 1 })).toHaveLength(1);
      await world.close(lost.id);
      await world.close(kept.id);
      expect(await store.listOrphans({ now: world.at, limit: 10 })).toEqual([]);
    });

    test('S11 R7 orphans are those, too, whose agent was made to look on while she serves', async () => {
      const { store } = world;
      const { id, agentId } = await world.active();
      expect(await store.listOrphans({ now: world.at, limit: 10 })).toEqual([]);
      const member = await store.findStaffMember(agentId);
      if (!member) throw new Error('Nobody serves.');
      expect(await store.changeStaffMember({ ...member, agentId, role: 'viewer' })).toBe('changed');
      const orphan = { conversationId: id, version: 2 };
      expect(await store.listOrphans({ now: world.at, limit: 10 })).toEqual([orphan]);
      await store.requeueConversation({ conversationId: id, expectVersion: 2, at: world.at });
      expect(await store.listOrphans({ now: world.at, limit: 10 })).toEqual([]);
    });

    test('S12 leases are renewed together and never shortened by it; ending one may shorten', async () => {
      const { store, at } = world;
      const [a, b] = [await world.agent(), await world.agent()];
      const present = async (now: number) =>
        (await store.readRoutingTeam({ now, knownVersion: null })).agents.map((one) => one.id);
      expect(await present(at)).toEqual([]);
      await store.renewLeases({ agentIds: [a, b, 'unknown'], until: at + 100 });
      await store.renewLeases({ agentIds: [a], until: at + 50 });
      await store.renewLeases({ agentIds: [], until: at + 900 });
      expect(await present(at + 99)).toEqual([a, b]);
      await store.endLease({ agentId: b, until: at + 10 });
      expect(await present(at + 10)).toEqual([a]);
      expect(await present(at + 100)).toEqual([]);
    });

    test('S12 after a start, those who serve or were present get time to come back', async () => {
      const { store, at } = world;
      const serving = (await world.active()).agentId;
      const present = await world.presentAgent();
      const longGone = await world.presentAgent();
      await store.endLease({ agentId: serving, until: at - 90_000 });
      await store.endLease({ agentId: present, until: at - 1_000 });
      await store.endLease({ agentId: longGone, until: at - 90_000 });
      await store.extendAllLeases({ seenSince: at - 5_000, until: at + 30_000 });
      const { agents } = await store.readRoutingTeam({ now: at, knownVersion: null });
      expect(agents.map((one) => one.id).sort()).toEqual([serving, present].sort());
    });

    test('P13 S12 after a start, a lease of a clock that was set back since ends like the others', async () => {
      const { store, at } = world;
      const agentId = await world.presentAgent();
      await store.renewLeases({ agentIds: [agentId], until: at + 3_600_000 });
      await store.extendAllLeases({ seenSince: at - 5_000, until: at + 30_000 });
      expect((await store.readRoutingTeam({ now: at + 29_999, knownVersion: null })).agents).toHaveLength(1);
      expect((await store.readRoutingTeam({ now: at + 30_000, knownVersion: null })).agents).toEqual([]);
    });

    test('S12 idle since becoming available, not since pressing the button again', async () => {
      const { store } = world;
      const agentId = await world.presentAgent();
      const since = world.at;
      const idle = async () =>
        (await store.readRoutingTeam({ now: world.at, knownVersion: null })).agents[0]?.idleSince;
      world.pass(1_000);
      await store.setAvailability({ agentId, availability: 'available', at: world.at });
      expect(await idle()).toBe(since);
      await store.setAvailability({ agentId, availability: 'away', at: world.at });
      await store.setAvailability({ agentId, availability: 'available', at: world.at });
      expect(await idle()).toBe(world.at);
    });
  });
}
