import { assert } from '../../../protocol/kit/assert.ts';
import type { AgentSkills } from '../../../protocol/wire/departments.ts';
import { WHY_SKIPPED_MAX } from '../../../protocol/wire/limits.ts';
import type { RoutingSettings } from '../../../protocol/wire/routing.ts';
import type { SkippedAgent, Why } from '../../../protocol/wire/why.ts';
import { Bits, countOf, someOf } from './bits.ts';
import { comesFirst } from './choice.ts';
import { findLack, fits, type Lack, preferredOf, requiredOf } from './fit.ts';
import type { Candidate, Needs } from './team.ts';
import type { Group } from './waiting-groups.ts';
import { WhoCan } from './who-can.ts';

/** What is required, shared by all groups that require the same. */
interface Base {
  sets: Bits[];
  /** Whether anybody who has it had room when the team was read, and in which reading that was. */
  readAt: number;
  hasFree: boolean;
}

/** What of a group depends on who is there. */
interface View {
  base: Base;
  /** Those who fit now, as the sets that they are all in: with room for something, and with or without. */
  free: Bits[];
  present: Bits[];
  held: number;
  known: number | null;
  /** R19: those who missed it are left out while somebody else is there. */
  missed: Bits;
}

const NOBODY = new Bits();

/** Everybody who takes part, by what they can do. */
export class FreeAgents {
  #agents: Candidate[] = [];
  #profiles = new Map<string, AgentSkills | undefined>();
  #whoCan = new WhoCan(this.#profiles);
  #bases = new Map<string, Base>();
  #views = new WeakMap<Group, View>();
  #present = new Bits();
  /** With room for at least something. */
  readonly #free = new Bits();
  #served: Record<string, number> = {};
  #readings = 0;

  /** All who take part, as they are now. What they can do is looked at again only where it changed. */
  set(agents: readonly Candidate[], served: Readonly<Record<string, number>>): void {
    this.#readings += 1;
    this.#served = { ...served };
    if (agents.some((agent) => !this.#isLearnt(agent))) this.#learn(agents);
    const present = new Bits();
    this.#free.clear();
    for (const agent of agents) {
      const number = this.#numberOf(agent.id);
      this.#agents[number] = agent;
      present.add(number);
      if (agent.load < agent.capacity) this.#free.add(number);
    }
    if (present.equals(this.#present)) return;
    this.#present = present;
    this.#views = new WeakMap();
  }

  /** Whether anybody may have this group's first one now. */
  hasRoomFor(group: Group, limit: number | null): boolean {
    return this.#find(group, limit, null) !== undefined;
  }

  choose(group: Group, choice: RoutingSettings['choice'], limit: number | null): Candidate | undefined {
    return this.#find(group, limit, choice);
  }

  heldBy(group: Group): number {
    return this.#viewOf(group).held;
  }

  isKnownTo(group: Group, agent: Candidate): boolean {
    return this.#viewOf(group).known === this.#numberOf(agent.id);
  }

  give(agent: Candidate, group: Group, now: number): void {
    const { departmentId } = group.needs;
    const number = this.#numberOf(agent.id);
    const given = { ...agent, load: agent.load + group.weight, idleSince: now, givenAt: now };
    if (departmentId) {
      this.#served[departmentId] = (this.#served[departmentId] ?? 0) + 1;
      const loads = agent.departmentLoads;
      given.departmentLoads = { ...loads, [departmentId]: (loads?.[departmentId] ?? 0) + group.weight };
    }
    this.#agents[number] = given;
    if (given.load >= given.capacity) this.#free.remove(number);
  }

  /** R9: who fits and is full or missed it, who has room and lacks something; some by name, the rest as a number. */
  skippedFor(group: Group, chosen: Candidate): Pick<Why, 'skipped' | 'skippedMore'> {
    const view = this.#viewOf(group);
    const { free, present, missed } = view;
    // Whom the visitor knows may have been chosen for that alone.
    const but = missed.with(this.#numberOf(chosen.id));
    const skipped: SkippedAgent[] = [];
    const named = (number: number, why: (agent: Candidate) => SkippedAgent) => {
      skipped.push(why(this.#at(number)));
      return skipped.length >= WHY_SKIPPED_MAX;
    };
    const able = countOf(free, but);
    const full = countOf(present, but) - able + this.#countWithoutRoom(free, but, group);
    const lacking = countOf([this.#free], but) - able;
    const missing = countOf([missed], NOBODY);
    let isEnough = someOf([missed], (number) => named(number, ({ name }) => ({ name, why: 'missed' })));
    const isFull = (number: number) => !hasRoom(this.#at(number), group);
    const nameFull = (number: number) => isFull(number) && named(number, ({ name }) => ({ name, why: 'full' }));
    if (!isEnough && full > 0) isEnough = someOf(present, nameFull, but);
    const nameLacking = (number: number) => {
      if (free.every((set) => set.has(number))) return false;
      return named(number, ({ name, profile }) => ({ name, why: 'lacks', lack: lackOf(profile, group, view.held) }));
    };
    if (!isEnough && lacking > 0) someOf([this.#free], nameLacking, but);
    return { skipped, skippedMore: missing + full + lacking - skipped.length };
  }

  /** The best one by this choice, or with null just anybody. */
  #find(group: Group, limit: number | null, choice: RoutingSettings['choice'] | null): Candidate | undefined {
    const { departmentId } = group.needs;
    if (limit !== null && departmentId && (this.#served[departmentId] ?? 0) >= limit) return undefined;
    const view = this.#viewOf(group);
    if (view.known !== null) {
      const known = this.#at(view.known);
      if (hasRoom(known, group)) return known;
      if (group.kept === 'alone') return undefined;
    }
    if (!this.#hasFree(view.base)) return undefined;
    let best: Candidate | undefined;
    const look = (number: number) => {
      const agent = this.#at(number);
      if (hasRoom(agent, group) && (choice === null || !best || comesFirst(choice, agent, best))) best = agent;
      return choice === null && best !== undefined;
    };
    someOf(view.free, look, view.missed);
    return best;
  }

  /** Room taken since makes it less, so what was empty stays empty until the team is read again. */
  #hasFree(base: Base): boolean {
    if (base.readAt !== this.#readings) {
      base.readAt = this.#readings;
      base.hasFree = someOf([this.#free, ...base.sets], () => true);
    }
    return base.hasFree;
  }

  #countWithoutRoom(free: readonly Bits[], but: Bits, group: Group): number {
    let count = 0;
    const look = (number: number) => {
      if (!hasRoom(this.#at(number), group)) count += 1;
      return false;
    };
    someOf(free, look, but);
    return count;
  }

  #viewOf(group: Group): View {
    let view = this.#views.get(group);
    if (!view) {
      view = this.#look(group);
      this.#views.set(group, view);
    }
    return view;
  }

  #look(group: Group): View {
    const { needs } = group;
    const base = this.#baseOf(needs);
    const preferred = preferredOf(needs).map((asked) => this.#whoCan.having(asked));
    const missedIt = this.#numbersOf(group.missed);
    const isThere = (held: number, but: Bits) =>
      someOf([this.#present, ...base.sets, ...preferred.slice(0, held)], () => true, but);
    const missed = group.missed.length > 0 && isThere(0, missedIt) ? missedIt : NOBODY;
    // R16: nobody is waited for who is not there.
    let held = group.held;
    while (held > 0 && !isThere(held, missed)) held -= 1;
    const asked = [...base.sets, ...preferred.slice(0, held)];
    const known = this.#knownTo(group);
    return { base, held, known, missed, free: [this.#free, ...asked], present: [this.#present, ...asked] };
  }

  #knownTo({ knownId, missed, needs }: Group): number | null {
    if (knownId === null || missed.includes(knownId)) return null;
    const number = this.#whoCan.numberOf(knownId);
    if (number === undefined || !this.#present.has(number)) return null;
    return fits(this.#at(number).profile, needs, 0) ? number : null;
  }

  #baseOf(needs: Needs): Base {
    const required = requiredOf(needs);
    const key = required.map((one) => one.key).join('\n');
    let base = this.#bases.get(key);
    if (!base) {
      base = { sets: required.map((asked) => this.#whoCan.having(asked)), readAt: 0, hasFree: false };
      this.#bases.set(key, base);
    }
    return base;
  }

  /** Somebody came who was never seen, or can do something else than before. */
  #learn(agents: readonly Candidate[]): void {
    for (const { id, profile } of agents) this.#profiles.set(id, profile);
    const seen = new Map(this.#agents.map((agent) => [agent.id, agent]));
    for (const agent of agents) seen.set(agent.id, agent);
    this.#whoCan = new WhoCan(this.#profiles);
    this.#agents = [];
    for (const agent of seen.values()) this.#agents[this.#numberOf(agent.id)] = agent;
    this.#present = new Bits();
    this.#bases = new Map();
    this.#views = new WeakMap();
  }

  #isLearnt({ id, profile }: Candidate): boolean {
    return this.#profiles.has(id) && this.#profiles.get(id) === profile;
  }

  #numbersOf(ids: readonly string[]): Bits {
    const found = new Bits();
    for (const id of ids) {
      const number = this.#whoCan.numberOf(id);
      if (number !== undefined && this.#present.has(number)) found.add(number);
    }
    return found;
  }

  #numberOf(id: string): number {
    const number = this.#whoCan.numberOf(id);
    assert(number !== undefined, 'Who takes part was learnt before.');
    return number;
  }

  #at(number: number): Candidate {
    return this.#agents[number] as Candidate;
  }
}

function lackOf(profile: AgentSkills | undefined, { needs }: Group, held: number): Lack {
  const lack = findLack(profile, needs, held);
  assert(lack !== null, 'Who is in none of the sets lacks something.');
  return lack;
}

function hasRoom(agent: Candidate, { weight, needs }: Group): boolean {
  if (agent.load + weight > agent.capacity) return false;
  const own = agent.profile?.departments.find((one) => one.departmentId === needs.departmentId);
  if (!own || own.capacity === null) return true;
  return (agent.departmentLoads?.[own.departmentId] ?? 0) + weight <= own.capacity;
}
