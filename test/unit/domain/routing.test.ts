// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUTING_PLAN_DEFAULT } from '../../../protocol/wire/routing.ts';
import type { Candidate } from '../../../server/domain/routing/team.ts';
import { pickPairing, type RoutingNeed } from '../../../server/domain/routing.ts';

const NOW = 10_000_000;

function agent(id: string, more: Partial<Candidate> = {}): Candidate {
  return { id, name: id.toUpperCase(), capacity: 4, load: 0, idleSince: NOW, ...more };
}

function waiting(conversationId: string, queuedAt: number) {
  return { conversationId, version: 1, queuedAt };
}

function pairs(need: RoutingNeed): string[] {
  return pickPairing(need, NOW).map((pairing) => `${pairing.conversationId}→${pairing.agentId}`);
}

describe('pickPairing', () => {
  it('R1 passes by agents without room, and stops when nobody has any', () => {
    const agents = [agent('a', { load: 4 }), agent('b', { load: 3 })];
    expect(pairs({ queued: [waiting('c1', 1), waiting('c2', 2)], agents })).toEqual(['c1→b']);
    expect(pairs({ queued: [waiting('c1', 1)], agents: [agent('a', { capacity: 0 })] })).toEqual([]);
  });

  it('R2 takes the least share in use, not the least number', () => {
    const agents = [agent('a', { load: 1, capacity: 2 }), agent('b', { load: 3, capacity: 10 })];
    expect(pairs({ queued: [waiting('c1', 1)], agents })).toEqual(['c1→b']);
  });

  it('R2 shares that are equal as fractions are equal: 1 of 3 and 2 of 6 leave it to idleness', () => {
    const agents = [
      agent('a', { load: 1, capacity: 3, idleSince: NOW - 1 }),
      agent('b', { load: 2, capacity: 6, idleSince: NOW - 2 }),
    ];
    expect(pairs({ queued: [waiting('c1', 1)], agents })).toEqual(['c1→b']);
  });

  it('R3 among equal shares takes the longest idle, R4 among those the smaller id', () => {
    const agents = [agent('b', { idleSince: 5 }), agent('c', { idleSince: 5 }), agent('a', { idleSince: 6 })];
    expect(pairs({ queued: [waiting('c1', 1), waiting('c2', 2), waiting('c3', 3)], agents })).toEqual([
      'c1→b',
      'c2→c',
      'c3→a',
    ]);
  });

  it('R5 serves the oldest place first, whatever the order of the snapshot; ids decide between equal ones', () => {
    const queued = [waiting('c3', 7), waiting('c2', 7), waiting('c1', 8)];
    expect(pairs({ queued, agents: [agent('a', { capacity: 2 })] })).toEqual(['c2→a', 'c3→a']);
  });

  it('R2 counts what it has just given', () => {
    const agents = [agent('a', { capacity: 4, idleSince: 1 }), agent('b', { capacity: 2, idleSince: 2 })];
    const queued = [1, 2, 3, 4, 5, 6, 7].map((place) => waiting(`c${place}`, place));
    expect(pairs({ queued, agents })).toEqual(['c1→a', 'c2→b', 'c3→a', 'c4→a', 'c5→b', 'c6→a']);
  });

  it('R3 who has just got one is not idle any more', () => {
    const agents = [agent('a', { load: 0, idleSince: 1 }), agent('b', { load: 1, idleSince: 2 })];
    expect(pairs({ queued: [waiting('c1', 1), waiting('c2', 2)], agents })).toEqual(['c1→a', 'c2→b']);
  });

  it('R9 R17 whom the visitor knows is not among those passed over, though she lacks what is preferred', () => {
    const profile = (languages: string[]) => ({ siteIds: [], departments: [], skills: [], languages });
    const agents = [agent('a', { profile: profile([]) }), agent('b', { profile: profile(['pt']) })];
    const known = { ...waiting('c1', NOW), knownAgentId: 'a', needs: { language: { tag: 'pt', required: false } } };
    const settings = { plan: { ...ROUTING_PLAN_DEFAULT, knownAgentMs: 1_000 }, departments: new Map() };
    const [pairing] = pickPairing({ queued: [known], agents }, NOW, settings);
    expect(pairing).toMatchObject({ agentId: 'a', why: { by: 'known', skipped: [], skippedMore: 0 } });
  });

  it('R9 says why: load before it, idle since, how long the visitor waited', () => {
    const agents = [agent('a', { load: 1, idleSince: NOW - 6_000 }), agent('b', { load: 4 })];
    const [pairing] = pickPairing({ queued: [waiting('c1', NOW - 500)], agents }, NOW);
    expect(pairing?.why).toEqual({
      ...{ load: 1, capacity: 4, idleMs: 6_000, waitedMs: 500, by: 'least_share', skills: [], language: null },
      ...{ priority: 0, relaxed: 0, skipped: [{ name: 'B', why: 'full' }], skippedMore: 0 },
    });
  });
});

const need = fc.record({
  queued: fc
    .uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 30 })
    .chain((ids) => fc.tuple(...ids.map((id) => fc.integer({ min: 0, max: 5 }).map((at) => waiting(`c${id}`, at))))),
  agents: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            capacity: fc.integer({ min: 0, max: 5 }),
            load: fc.integer({ min: 0, max: 6 }),
            idleSince: fc.integer({ min: 0, max: 3 }),
          })
          .map((more) => agent(`a${id}`, more)),
      ),
    ),
  ),
});

function roomOf(agents: readonly Candidate[]): number {
  return agents.reduce((sum, one) => sum + Math.max(0, one.capacity - one.load), 0);
}

describe('pickPairing, for any snapshot', () => {
  it('R1 never gives an agent more than there is room for', () => {
    fc.assert(
      fc.property(need, (snapshot) => {
        const given = new Map<string, number>();
        for (const { agentId } of pickPairing(snapshot, NOW)) given.set(agentId, (given.get(agentId) ?? 0) + 1);
        for (const [id, count] of given) {
          const one = snapshot.agents.find((candidate) => candidate.id === id);
          expect(count).toBeLessThanOrEqual((one?.capacity ?? 0) - (one?.load ?? 0));
        }
      }),
    );
  });

  it('R1 leaves nobody waiting while anybody has room, and pairs nobody twice', () => {
    fc.assert(
      fc.property(need, (snapshot) => {
        const pairings = pickPairing(snapshot, NOW);
        expect(pairings).toHaveLength(Math.min(snapshot.queued.length, roomOf(snapshot.agents)));
        expect(new Set(pairings.map((pairing) => pairing.conversationId)).size).toBe(pairings.length);
      }),
    );
  });

  it('R5 nobody is passed by somebody who came later', () => {
    fc.assert(
      fc.property(need, (snapshot) => {
        const served = new Set(pickPairing(snapshot, NOW).map((pairing) => pairing.conversationId));
        const places = (isServed: boolean) =>
          snapshot.queued.filter((one) => served.has(one.conversationId) === isServed).map((one) => one.queuedAt);
        expect(Math.max(-1, ...places(true))).toBeLessThanOrEqual(Math.min(99, ...places(false)));
      }),
    );
  });

  it('R4 the order of the snapshot decides nothing, and the snapshot stays as it was', () => {
    fc.assert(
      fc.property(need, (snapshot) => {
        const before = structuredClone(snapshot);
        const turned = { queued: snapshot.queued.toReversed(), agents: snapshot.agents.toReversed() };
        expect(pickPairing(turned, NOW)).toEqual(pickPairing(snapshot, NOW));
        expect(snapshot).toEqual(before);
      }),
    );
  });
});
