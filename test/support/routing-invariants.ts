import { expect } from 'vitest';
import type { RoutingPlan } from '../../protocol/wire/routing.ts';
import { fits } from '../../server/domain/routing/fit.ts';
import type { Candidate, Waiting } from '../../server/domain/routing/team.ts';
import type { Store } from '../../server/store/store.ts';
import { figuresOf } from './figures-of.ts';
import { placeOf, plainPairs } from './plain-routing.ts';

const LONG_LIST = 1_000;

interface Picture {
  waiting: Waiting[];
  team: Candidate[];
}

/** One choice, and what it was made from. */
interface Given {
  served: Waiting;
  agentId: string;
  team: readonly Candidate[];
  at: number;
}

/** What must hold of routing whatever anybody did, read from the store and held against the rules read word by word. */
export class RoutingInvariants {
  readonly #store: Store;
  readonly #plan: RoutingPlan;
  readonly #ids: ReadonlySet<string>;
  #given: Given[] = [];

  constructor(store: Store, plan: RoutingPlan, ids: ReadonlySet<string>) {
    this.#store = store;
    this.#plan = plan;
    this.#ids = ids;
  }

  /** A step begins: what was given before was checked. */
  forget(): void {
    this.#given = [];
  }

  readonly watch = async ({ conversationId, agentId, at }: { conversationId: string; agentId: string; at: number }) => {
    const { waiting, team } = await this.#picture(at);
    const served = waiting.find((one) => one.conversationId === conversationId);
    return () => {
      if (served) this.#given.push({ served, agentId, team, at });
    };
  };

  async check(now: number): Promise<void> {
    const picture = await this.#picture(now);
    expect(plainPairs(picture.waiting, picture.team, this.#plan, now), 'R1 nobody waits beside room').toEqual([]);
    await this.#checkAssignedOnce();
    await this.#checkRooms(picture);
    for (const given of this.#given) this.#checkGiven(given, picture.waiting);
  }

  /** R11: who could be served at this instant is served by now. */
  async checkNobodyWaitsBesideRoom(at: number): Promise<void> {
    const { waiting, team } = await this.#picture(at);
    const then = waiting.filter((one) => (one.enteredAt ?? one.queuedAt) <= at);
    expect(plainPairs(then, team, this.#plan, at), 'R11 it looks by itself').toEqual([]);
  }

  /** After the sweepers looked. */
  async checkSwept(now: number): Promise<void> {
    expect(await this.#store.listOrphans({ now, limit: 10 }), 'R7 nobody stays with who is gone').toEqual([]);
    const lapsed = await this.#store.listLapsedOffers({ now, limit: 10 });
    expect(lapsed, 'R18 no ring outlives its time').toEqual([]);
    expect(await this.#store.listAwakened(10), 'R21 who writes again takes room').toEqual([]);
  }

  async checkEnded(now: number): Promise<void> {
    const report = await figuresOf(this.#store, now, { from: 0, to: now + 1 });
    const outcomes = Object.values(report.outcomes).reduce((sum, count) => sum + count, 0);
    expect(outcomes, 'M7 each episode ended in exactly one way').toBe(report.conversations);
    const { agents } = await this.#store.readRoutingTeam({ now, knownVersion: null });
    expect(
      agents.map((agent) => agent.load),
      'R20 all room is back',
    ).toEqual(agents.map(() => 0));
    for (const id of this.#ids) await this.#checkReasons(id);
  }

  async countRequeued(): Promise<number> {
    let count = 0;
    for (const id of this.#ids) {
      const entries = await this.#entries(id);
      count += entries.filter((entry) => entry.kind === 'queued' && entry.reason === 'agent_gone').length;
    }
    return count;
  }

  async #checkAssignedOnce(): Promise<void> {
    for (const id of this.#ids) {
      const state = await this.#store.findConversation(id);
      const entries = await this.#entries(id);
      const assigned = entries.filter((entry) => entry.kind === 'assigned').length;
      expect(state?.assignment, 'R1 assigned once').toBe(assigned);
      if (state?.offer) expect(state.status, 'R18 while it rings it waits').toBe('queued');
      // Each episode ends once, and only the last one may be open.
      const ends = entries.filter((entry) => entry.kind === 'closed').map((entry) => entry.episode);
      expect(ends, 'M7').toEqual(ends.map((_, n) => n + 1));
    }
  }

  /** R20, R21: what an agent's room says is what she has; what is inactive takes none. */
  async #checkRooms({ team }: Picture): Promise<void> {
    const weight = this.#plan.weights.chat ?? 1;
    const rooms = new Map<string, number>();
    for (const id of this.#ids) {
      const state = await this.#store.findConversation(id);
      const holder = state?.status === 'active' ? state.agentId : state?.offer?.agentId;
      if (holder) rooms.set(holder, (rooms.get(holder) ?? 0) + weight);
    }
    for (const agent of team) {
      const all = rooms.get(agent.id) ?? 0;
      if (this.#plan.inactiveMs === null) expect(agent.load, `R20 room of ${agent.name}`).toBe(all);
      else expect(agent.load, `R21 room of ${agent.name}`).toBeLessThanOrEqual(all);
    }
  }

  /** R5, R13: whoever needs the same and has an earlier place is not left waiting. */
  #checkGiven({ served, agentId, team, at }: Given, waiting: readonly Waiting[]): void {
    this.#checkMissed(served, agentId, team);
    for (const other of waiting) {
      const isLike = isFree(other) && isFree(served) && this.#keyOf(other, at) === this.#keyOf(served, at);
      if (!isLike || (other.enteredAt ?? other.queuedAt) >= at) continue;
      const [first, second] = [placeOf(served, this.#plan, at), placeOf(other, this.#plan, at)];
      expect(first, 'R5 R13 first come, first served').toBeLessThanOrEqual(second);
    }
  }

  /** Who waits longer may hold fewer preferences (R16). */
  #keyOf({ needs, priority, queuedAt }: Waiting, at: number): string {
    return JSON.stringify([needs, priority, this.#plan.relaxAfterMs.filter((ms) => queuedAt + ms <= at).length]);
  }

  /** R19: not back to who missed it while somebody else who fits takes part. */
  #checkMissed({ missed = [], needs = {} }: Waiting, holder: string, team: readonly Candidate[]): void {
    if (!missed.includes(holder)) return;
    const others = team.filter((one) => !missed.includes(one.id) && fits(one.profile, needs, 0));
    expect(
      others.map(({ name }) => name),
      'R19',
    ).toEqual([]);
  }

  /** R1, R20: above the capacity only by hand. */
  async #checkReasons(conversationId: string): Promise<void> {
    const page = await this.#store.readTeamPage({ conversationId, afterNumber: 0, limit: LONG_LIST });
    for (const entry of page?.entries ?? []) {
      if (entry.kind !== 'reason' || entry.how !== 'routed') continue;
      const { load, capacity } = entry.why ?? { load: Number.NaN, capacity: 0 };
      expect(load + (this.#plan.weights.chat ?? 1), 'R20 room for its weight').toBeLessThanOrEqual(capacity);
    }
  }

  async #entries(conversationId: string) {
    return (await this.#store.readPage({ conversationId, afterSeq: 0, limit: LONG_LIST }))?.entries ?? [];
  }

  async #picture(now: number): Promise<Picture> {
    const lines = await this.#store.listQueued({ after: null, limit: LONG_LIST });
    const { agents, setUp } = await this.#store.readRoutingTeam({ now, knownVersion: null });
    const profiles = new Map(setUp?.staff.map((one) => [one.id, one]));
    return {
      waiting: lines.map(({ no: _no, siteId, departmentId, needs, ...line }) => ({
        ...line,
        weight: this.#plan.weights.chat ?? 1,
        needs: { siteId, departmentId, skills: needs?.skills ?? [], language: needs?.language ?? null },
      })),
      team: agents.map((agent) => {
        const profile = profiles.get(agent.id);
        return { ...agent, ...(profile ? { profile } : {}) };
      }),
    };
  }
}

function isFree({ missed = [], knownAgentId = null }: Waiting): boolean {
  return missed.length === 0 && knownAgentId === null;
}
