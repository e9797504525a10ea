// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUTING_PRIORITY_MAX } from '../../../protocol/wire/limits.ts';
import { ROUTING_PLAN_DEFAULT, type RoutingPlan } from '../../../protocol/wire/routing.ts';
import { RoutingTable } from '../../../server/domain/routing/routing-table.ts';
import type { Candidate, Waiting } from '../../../server/domain/routing/team.ts';
import { pickPairing } from '../../../server/domain/routing.ts';
import { allowed, hasRoom, placeOf, plainPairs } from '../../support/plain-routing.ts';

const NOW = 10_000_000;
const STEP = 60_000;
const named = (count: number, prefix: string) => fc.integer({ min: 0, max: count - 1 }).map((n) => `${prefix}${n}`);
const level = fc.integer({ min: 1, max: 3 });
const nobodyOr = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const agents: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      capacity: fc.integer({ min: 1, max: 3 }),
      load: fc.integer({ min: 0, max: 4 }),
      idleSince: fc.integer({ min: 0, max: 2 }),
      givenAt: fc.integer({ min: 0, max: 2 }),
      profile: fc.record({
        siteIds: fc.uniqueArray(named(2, 's'), { maxLength: 1 }),
        departments: fc
          .uniqueArray(named(2, 'd'), { maxLength: 2 })
          .map((ids) => ids.map((departmentId) => ({ departmentId, capacity: null }))),
        skills: fc.uniqueArray(fc.record({ skill: named(2, 'k'), level }), { selector: (one) => one.skill }),
        languages: fc.uniqueArray(fc.constantFrom('en', 'pt-BR', 'pt', 'de'), { maxLength: 2 }),
      }),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((one, n) => ({ id: `a${n}`, name: `Agent ${n}`, ...one })));

const queued: fc.Arbitrary<Waiting[]> = fc
  .array(
    fc.record({
      queuedAt: fc.integer({ min: 0, max: 12 }).map((n) => NOW - n * (STEP / 2)),
      priority: fc.integer({ min: 0, max: ROUTING_PRIORITY_MAX }),
      weight: fc.integer({ min: 1, max: 2 }),
      knownAgentId: nobodyOr(named(6, 'a')),
      missed: fc.uniqueArray(named(6, 'a'), { maxLength: 3 }),
      needs: fc.record({
        siteId: nobodyOr(named(2, 's')),
        departmentId: nobodyOr(named(2, 'd')),
        skills: fc.uniqueArray(fc.record({ skill: named(2, 'k'), level, required: fc.boolean() }), {
          selector: (one) => one.skill,
        }),
        language: nobodyOr(fc.record({ tag: fc.constantFrom('en', 'pt-PT', 'de'), required: fc.boolean() })),
      }),
    }),
    { maxLength: 10 },
  )
  .map((list) => list.map((one, n) => ({ conversationId: `c${n}`, version: 1, ...one })));

const plan: fc.Arbitrary<RoutingPlan> = fc
  .record({
    choice: fc.constantFrom('least_share' as const, 'longest_idle' as const, 'round_robin' as const),
    knownAgentMs: nobodyOr(fc.constantFrom(STEP, 3 * STEP)),
    targetMs: nobodyOr(fc.constantFrom(STEP, 4 * STEP)),
    relaxAfterMs: fc.constantFrom<number[]>([STEP], [STEP, 3 * STEP], [STEP, 2 * STEP, 4 * STEP]),
  })
  .map((given) => ({ ...ROUTING_PLAN_DEFAULT, priorityStepMs: STEP, ...given }));

const settingsOf = (one: RoutingPlan) => ({ plan: one, departments: new Map() });

describe('routing, for any team, queue and plan', () => {
  it('R1–R6 R13–R17 R19 gives what the rules say, read word by word', () => {
    fc.assert(
      fc.property(queued, agents, plan, (waiting, team, given) => {
        const pairs = pickPairing({ queued: waiting, agents: team }, NOW, settingsOf(given));
        const told = pairs.map(({ conversationId, agentId }) => `${conversationId}→${agentId}`);
        expect(told).toEqual(plainPairs(waiting, team, given, NOW));
      }),
      { numRuns: 1_000 },
    );
  });

  it('R10 what was kept over many changes decides as if it were read afresh', () => {
    const changes = fc.array(fc.record({ who: fc.nat(9), put: fc.boolean(), at: fc.integer({ min: 0, max: 8 }) }));
    fc.assert(
      fc.property(queued, agents, plan, changes, (waiting, team, given, steps) => {
        const table = new RoutingTable(settingsOf(given));
        const there = new Map(waiting.map((one) => [one.conversationId, one]));
        for (const one of waiting) table.put(one, NOW - 20 * STEP);
        table.setAgents(team);
        for (const { who, put, at } of steps) {
          const one = waiting[who];
          if (!one) continue;
          if (put) {
            table.put(one, NOW - at * STEP);
            there.set(one.conversationId, one);
          } else {
            table.remove(one.conversationId);
            there.delete(one.conversationId);
          }
        }
        table.setAgents(team);
        const told: string[] = [];
        for (let next = table.next(NOW); next; next = table.next(NOW)) {
          told.push(`${next.waiting.conversationId}→${next.agent.id}`);
        }
        expect(told).toEqual(plainPairs([...there.values()], team, given, NOW));
      }),
    );
  });

  it('R1 at the end nobody waits for whom a suitable agent has room', () => {
    fc.assert(
      fc.property(queued, agents, plan, (waiting, team, given) => {
        const pairs = pickPairing({ queued: waiting, agents: team }, NOW, settingsOf(given));
        const after = team.map((agent) => ({ ...agent }));
        for (const { conversationId, agentId } of pairs) {
          const agent = after.find((one) => one.id === agentId);
          const one = waiting.find((other) => other.conversationId === conversationId);
          if (agent && one) agent.load += one.weight ?? 1;
        }
        for (const one of waiting.filter(
          (other) => !pairs.some((pair) => pair.conversationId === other.conversationId),
        )) {
          for (const agent of allowed(one, after, given, NOW)) expect(hasRoom(agent, one)).toBe(false);
        }
      }),
    );
  });

  it('R13 nobody is passed by somebody who joined later than the bound allows', () => {
    const bound = (ROUTING_PRIORITY_MAX + 1) * STEP;
    const place = fc.record({
      queuedAt: fc.integer({ min: 0, max: 40 * STEP }),
      priority: fc.nat(ROUTING_PRIORITY_MAX),
    });
    fc.assert(
      fc.property(place, place, plan, fc.integer({ min: 0, max: 80 * STEP }), (one, later, given, now) => {
        const you = { conversationId: 'c', version: 1, ...one };
        const other = {
          conversationId: 'd',
          version: 1,
          ...later,
          queuedAt: one.queuedAt + bound + 1 + later.queuedAt,
        };
        expect(placeOf(other, given, now)).toBeGreaterThan(placeOf(you, given, now));
        const agent = { id: 'a', name: 'Ana', capacity: 1, load: 0, idleSince: 0 };
        const [first] = pickPairing({ queued: [other, you], agents: [agent] }, now, settingsOf(given));
        expect(first?.conversationId).toBe('c');
      }),
    );
  });

  it('R13 among equal priority and fit it is first come, first served', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1_000_000), { maxLength: 12 }), agents, plan, (places, team, given) => {
        const waiting = places.map((queuedAt, n) => ({ conversationId: `c${n}`, version: 1, queuedAt }));
        const pairs = pickPairing(
          { queued: waiting, agents: team },
          2_000_000,
          settingsOf({ ...given, targetMs: null }),
        );
        const served = pairs.map((pair) => waiting.find((one) => one.conversationId === pair.conversationId)?.queuedAt);
        expect(served).toEqual([...places].sort((one, other) => one - other).slice(0, served.length));
      }),
    );
  });

  it('R9 a reason is bounded, whatever the team', () => {
    fc.assert(
      fc.property(queued, agents, plan, (waiting, team, given) => {
        for (const { why } of pickPairing({ queued: waiting, agents: team }, NOW, settingsOf(given))) {
          expect(why.skipped.length).toBeLessThanOrEqual(5);
          // Neither the one who was chosen nor anybody twice.
          expect(why.skipped.length + why.skippedMore).toBeLessThan(team.length);
        }
      }),
    );
  });
});
