import type { AgentSkills } from '../../../protocol/wire/departments.ts';
import { WHY_SKIPPED_MAX } from '../../../protocol/wire/limits.ts';
import type { RoutingSettings } from '../../../protocol/wire/routing.ts';
import type { SkippedAgent, Why } from '../../../protocol/wire/why.ts';
import { comesFirst } from './choice.ts';
import { findLack, fits } from './fit.ts';
import type { Candidate } from './team.ts';
import type { Group } from './waiting-groups.ts';

interface Kind {
  key: string;
  profile: AgentSkills | undefined;
  /** With room for at least something, and without. */
  free: Candidate[];
  full: Candidate[];
}

/** What of a group depends on who is there. */
interface View {
  held: number;
  knownId: string | null;
  /** R19: those who missed it are left out while somebody else is there. */
  skipsMissed: boolean;
  /** By kind of agent. */
  fits: Map<string, boolean>;
}

const keys = new WeakMap<AgentSkills, string>();

/** Everybody who takes part, by what they can do. */
export class FreeAgents {
  readonly all: readonly Candidate[];
  readonly #byId = new Map<string, Candidate>();
  readonly #kinds = new Map<string, Kind>();
  readonly #served: Record<string, number>;
  #views: WeakMap<Group, View>;

  constructor(agents: readonly Candidate[], served: Readonly<Record<string, number>>, before?: FreeAgents) {
    // R4: in one order, in whatever order they were read.
    this.all = agents.map((agent) => ({ ...agent })).sort((one, other) => (one.id < other.id ? -1 : 1));
    this.#served = { ...served };
    for (const agent of this.all) this.#add(agent);
    const same = before !== undefined && this.#isSameTeam(before);
    this.#views = same ? before.#views : new WeakMap();
  }

  get size(): number {
    return this.all.length;
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

  isKnown(agent: Candidate, group: Group): boolean {
    return this.#viewOf(group).knownId === agent.id;
  }

  give(agent: Candidate, group: Group, now: number): void {
    const { departmentId } = group.needs;
    agent.load += group.weight;
    agent.idleSince = now;
    agent.givenAt = now;
    if (departmentId) {
      this.#served[departmentId] = (this.#served[departmentId] ?? 0) + 1;
      const loads = agent.departmentLoads;
      agent.departmentLoads = { ...loads, [departmentId]: (loads?.[departmentId] ?? 0) + group.weight };
    }
    if (agent.load < agent.capacity) return;
    const kind = this.#kinds.get(keyOf(agent.profile));
    kind?.free.splice(kind.free.indexOf(agent), 1);
    kind?.full.push(agent);
  }

  /** R9: who fits and is full or missed it, who has room and lacks something; some by name, the rest as a number. */
  skippedFor(group: Group): Pick<Why, 'skipped' | 'skippedMore'> {
    const view = this.#viewOf(group);
    // Where all who could have missed it, they are asked again.
    const missed = view.skipsMissed ? group.missed : [];
    const skipped: SkippedAgent[] = [];
    let count = 0;
    const add = (agents: readonly Candidate[], toSkipped: (name: string) => SkippedAgent) => {
      const others = missed.length === 0 ? agents : agents.filter((one) => !missed.includes(one.id));
      count += others.length;
      const rest = Math.max(0, WHY_SKIPPED_MAX - skipped.length);
      skipped.push(...others.slice(0, rest).map(({ name }) => toSkipped(name)));
    };
    for (const id of missed) {
      const agent = this.#byId.get(id);
      if (agent && count < WHY_SKIPPED_MAX) skipped.push({ name: agent.name, why: 'missed' });
      if (agent) count += 1;
    }
    for (const kind of this.#kinds.values()) {
      if (canServe(view, kind, group)) add(kind.full, (name) => ({ name, why: 'full' }));
    }
    for (const kind of this.#kinds.values()) {
      const lack = canServe(view, kind, group) ? null : findLack(kind.profile, group.needs, view.held);
      if (lack !== null) add(kind.free, (name) => ({ name, why: 'lacks', lack }));
    }
    return { skipped, skippedMore: count - skipped.length };
  }

  /** The best one by this choice, or with null just anybody. */
  #find(group: Group, limit: number | null, choice: RoutingSettings['choice'] | null): Candidate | undefined {
    const { departmentId } = group.needs;
    if (limit !== null && departmentId && (this.#served[departmentId] ?? 0) >= limit) return undefined;
    const view = this.#viewOf(group);
    if (view.knownId !== null) {
      const known = this.#byId.get(view.knownId);
      if (known && hasRoom(known, group)) return known;
      if (group.kept === 'alone') return undefined;
    }
    let best: Candidate | undefined;
    for (const kind of this.#kinds.values()) {
      if (kind.free.length === 0 || !canServe(view, kind, group)) continue;
      for (const agent of kind.free) {
        if (!hasRoom(agent, group) || (view.skipsMissed && group.missed.includes(agent.id))) continue;
        if (choice === null) return agent;
        if (!best || comesFirst(choice, agent, best)) best = agent;
      }
    }
    return best;
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
    const known = group.knownId === null ? undefined : this.#byId.get(group.knownId);
    const knownId = known && !group.missed.includes(known.id) && fits(known.profile, group.needs, 0) ? known.id : null;
    const isThere = (held: number, missedToo: boolean) =>
      [...this.#kinds.values()].some(
        (kind) => fits(kind.profile, group.needs, held) && (missedToo || this.#others(kind, group) > 0),
      );
    const skipsMissed = group.missed.length > 0 && isThere(0, false);
    // R16: nobody is waited for who is not there.
    let held = group.held;
    while (held > 0 && !isThere(held, !skipsMissed)) held -= 1;
    return { held, knownId, skipsMissed, fits: new Map() };
  }

  /** How many of this kind have not missed it. */
  #others(kind: Kind, group: Group): number {
    const missed = group.missed.filter((id) => {
      const agent = this.#byId.get(id);
      return agent && keyOf(agent.profile) === kind.key;
    });
    return kind.free.length + kind.full.length - missed.length;
  }

  #add(agent: Candidate): void {
    const key = keyOf(agent.profile);
    let kind = this.#kinds.get(key);
    if (!kind) {
      kind = { key, profile: agent.profile, free: [], full: [] };
      this.#kinds.set(key, kind);
    }
    (agent.load < agent.capacity ? kind.free : kind.full).push(agent);
    this.#byId.set(agent.id, agent);
  }

  #isSameTeam(other: FreeAgents): boolean {
    if (this.size !== other.size) return false;
    return this.all.every((agent) => {
      const before = other.#byId.get(agent.id);
      return before !== undefined && keyOf(before.profile) === keyOf(agent.profile);
    });
  }
}

/** Asked at every decision, worked out once. */
function canServe(view: View, kind: Kind, group: Group): boolean {
  let known = view.fits.get(kind.key);
  if (known === undefined) {
    known = fits(kind.profile, group.needs, view.held);
    view.fits.set(kind.key, known);
  }
  return known;
}

function hasRoom(agent: Candidate, { weight, needs }: Group): boolean {
  if (agent.load + weight > agent.capacity) return false;
  const own = agent.profile?.departments.find((one) => one.departmentId === needs.departmentId);
  if (!own || own.capacity === null) return true;
  return (agent.departmentLoads?.[own.departmentId] ?? 0) + weight <= own.capacity;
}

function keyOf(profile: AgentSkills | undefined): string {
  if (!profile) return '';
  let key = keys.get(profile);
  if (key === undefined) {
    const { siteIds, departments, skills, languages } = profile;
    key = JSON.stringify([siteIds, departments, skills, languages]);
    keys.set(profile, key);
  }
  return key;
}
