import type { Why } from '../../../protocol/wire/why.ts';
import { MinHeap } from '../simulate/min-heap.ts';
import { FreeAgents } from './free-agents.ts';
import { type Settings, type Standing, settingsFor, standingOf } from './standing.ts';
import type { Candidate, Waiting } from './team.ts';
import { type Group, groupKeyOf, WaitingGroups } from './waiting-groups.ts';
import { explain } from './why.ts';

export interface Decision {
  waiting: Waiting;
  agent: Candidate;
  why: Why;
}

/**
 * Who waits and who has room, kept so that one decision does not look at everybody: those who need the same wait in one
 * line, those who can do the same stand in one group. Decides only; whoever uses it tells it what became of a decision.
 */
export class RoutingTable {
  readonly #settings: Settings;
  readonly #waiting = new Map<string, { waiting: Waiting; standing: Standing; group: Group }>();
  readonly #groups = new WaitingGroups();
  readonly #changes = new MinHeap<Waiting>();
  readonly #agents = new FreeAgents();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get size(): number {
    return this.#waiting.size;
  }

  has(conversationId: string): boolean {
    return this.#waiting.has(conversationId);
  }

  /** All who take part, as they are now. `served`: how many conversations a department with a limit serves. */
  setAgents(agents: readonly Candidate[], served: Readonly<Record<string, number>> = {}): void {
    this.#agents.set(agents, served);
  }

  /** Somebody waits, or what is known of her changed. */
  put(waiting: Waiting, now: number): void {
    this.remove(waiting.conversationId);
    const standing = standingOf(waiting, this.#settings, now);
    const group = this.#groups.add(groupKeyOf(waiting, standing), waiting, standing);
    this.#waiting.set(waiting.conversationId, { waiting, standing, group });
    if (standing.nextChangeAt < Number.POSITIVE_INFINITY) this.#changes.push(standing.nextChangeAt, waiting);
  }

  remove(conversationId: string): void {
    const known = this.#waiting.get(conversationId);
    if (!known) return;
    this.#waiting.delete(conversationId);
    this.#groups.remove(known.group, known.waiting, known.standing);
  }

  /** The next pair, counted as done; undefined when nobody who waits has a fit agent with room. */
  next(now: number): Decision | undefined {
    this.#advance(now);
    const group = this.#groups.first((one) => this.#agents.hasRoomFor(one, this.#limitOf(one)));
    const line = group?.lines[0];
    if (!group || !line) return undefined;
    const { waiting } = line;
    const { choice, capacity } = settingsFor(this.#settings, waiting.needs?.departmentId);
    const agent = this.#agents.choose(group, choice, capacity);
    if (!agent) return undefined;
    const team = this.#agents;
    const held = team.heldBy(group);
    const skipped = team.skippedFor(group, agent);
    const why = explain({ waiting, agent, skipped, choice, kept: team.isKnownTo(group, agent), held, now });
    this.remove(waiting.conversationId);
    team.give(agent, group, now);
    return { waiting, agent, why };
  }

  #limitOf(group: Group): number | null {
    return settingsFor(this.#settings, group.needs.departmentId).capacity;
  }

  /** R13, R16, R17: whose standing changed by the time that passed takes the new place. */
  #advance(now: number): void {
    for (;;) {
      const next = this.#changes.peek();
      if (!next || next.at > now) return;
      this.#changes.pop();
      // A later `put` has made this one old.
      if (this.#waiting.get(next.value.conversationId)?.waiting === next.value) this.put(next.value, now);
    }
  }
}
