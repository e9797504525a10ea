import { describe, expect, it } from 'vitest';
import { ROUTING_PLAN_DEFAULT, type RoutingPlan } from '../../../protocol/wire/routing.ts';
import type { Candidate, Needs, Waiting } from '../../../server/domain/routing/team.ts';
import { pickPairing } from '../../../server/domain/routing.ts';

const NOW = 10_000_000;

function agent(id: string, more: Partial<Candidate> = {}): Candidate {
  return { id, name: id.toUpperCase(), capacity: 4, load: 0, idleSince: NOW, ...more };
}

function able(languages: string[], skills: string[] = []): NonNullable<Candidate['profile']> {
  return { siteIds: [], departments: [], languages, skills: skills.map((skill) => ({ skill, level: 3 })) };
}

function chosen(plan: Partial<RoutingPlan>, agents: Candidate[], one: Partial<Waiting> = {}, now = NOW) {
  const waiting = { conversationId: 'c', version: 1, queuedAt: NOW, ...one };
  const settings = { plan: { ...ROUTING_PLAN_DEFAULT, ...plan }, departments: new Map() };
  const [first] = pickPairing({ queued: [waiting], agents }, now, settings);
  return first && `${first.agentId} ${first.why.relaxed}`;
}

describe('R15 who comes first among those who fit', () => {
  const team = [
    agent('share', { load: 1, capacity: 8, idleSince: 9, givenAt: 9 }),
    agent('idle', { load: 2, idleSince: 1, givenAt: 8 }),
    agent('turn', { load: 3, idleSince: 8, givenAt: 1 }),
  ];
  it.each([
    ['least_share', 'share 0'],
    ['longest_idle', 'idle 0'],
    ['round_robin', 'turn 0'],
  ] as const)('%s', (choice, expected) => {
    expect(chosen({ choice }, team)).toBe(expected);
  });

  it('a department may choose otherwise than the rest', () => {
    const departments = [{ departmentId: 'd', capacity: null }];
    const agents = team.map((one) => ({ ...one, profile: { ...able([]), departments } }));
    const own = new Map([['d', { ...ROUTING_PLAN_DEFAULT, choice: 'round_robin' as const }]]);
    const waiting = { conversationId: 'c', version: 1, queuedAt: NOW, needs: { departmentId: 'd' } };
    const settings = { plan: ROUTING_PLAN_DEFAULT, departments: own };
    expect(pickPairing({ queued: [waiting], agents }, NOW, settings)[0]?.agentId).toBe('turn');
  });
});

describe('R16 what is preferred falls away, the last named first', () => {
  const needs: Needs = {
    language: { tag: 'pt-BR', required: false },
    skills: [{ skill: 'billing', level: 3, required: false }],
  };
  const full = (id: string, profile: Candidate['profile']) => agent(id, { load: 4, ...(profile ? { profile } : {}) });
  const team = [
    full('both', able(['pt'], ['billing'])),
    agent('speaks', { profile: able(['pt']) }),
    agent('nothing', { profile: able([]) }),
  ];
  const plan = { relaxAfterMs: [30_000, 60_000] };
  it.each([
    [0, undefined],
    [29_999, undefined],
    [30_000, 'speaks 1'],
    [60_000, 'nothing 2'],
  ])('after %i ms', (waitedMs, expected) => {
    // With the last step all that are left: then it is the longest idle.
    const agents = team.map((one) => (one.id === 'nothing' ? { ...one, idleSince: 0 } : one));
    expect(chosen(plan, agents, { needs }, NOW + waitedMs)).toBe(expected);
  });

  it('what nobody who takes part has is not waited for', () => {
    expect(chosen(plan, team.slice(1), { needs })).toBe('speaks 1');
    expect(chosen(plan, team.slice(2), { needs })).toBe('nothing 2');
  });

  it('what is required never falls away', () => {
    const required = { ...needs, language: { tag: 'pt', required: true } };
    expect(chosen(plan, team.slice(2), { needs: required }, NOW + 3_600_000)).toBeUndefined();
  });
});
