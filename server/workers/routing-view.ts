import type { AgentSkills } from '../../protocol/wire/departments.ts';
import { ROUTING_FEED_MAX, ROUTING_QUEUED_MAX } from '../../protocol/wire/limits.ts';
import { planOf } from '../domain/routing/plan-of.ts';
import { type Decision, RoutingTable } from '../domain/routing/routing-table.ts';
import { toSettings } from '../domain/routing/rules.ts';
import { type Settings, settingsFor, weightOf } from '../domain/routing/standing.ts';
import type { Candidate, Waiting } from '../domain/routing/team.ts';
import { USUAL_SETTINGS } from '../domain/routing.ts';
import type { RoutingTeam, WaitingLine } from '../store/routing-store.ts';
import type { Store } from '../store/store.ts';

type Reads = Pick<Store, 'readChange' | 'readWaitingChanges' | 'listQueued' | 'readRoutingTeam'>;

/**
 * The queue as the store has it, kept up by the feed of changes, so that a look costs what happened since the last one
 * and not what is stored. The store stays the truth: every write is refused where this is behind.
 */
export class RoutingView {
  readonly #store: Reads;
  #settings: Settings = USUAL_SETTINGS;
  #table = new RoutingTable(USUAL_SETTINGS);
  #profiles = new Map<string, AgentSkills>();
  #version: number | null = null;
  /** Up to here the feed is known; null: nothing is. */
  #change: number | null = null;

  constructor(store: Reads) {
    this.#store = store;
  }

  /** Reads what is new. False: nobody waits, so there is nothing to decide. */
  async refresh(now: number): Promise<boolean> {
    await (this.#change === null ? this.#load(now) : this.#follow(this.#change, now));
    if (this.#table.size === 0) return false;
    const team = await this.#store.readRoutingTeam({ now, knownVersion: this.#version });
    if (team.setUp) {
      this.#setUp(team);
      // Needs may have changed with it, and what is kept is grouped by the old ones.
      await this.#load(now);
    }
    this.#table.setAgents(this.#candidates(team), servedOf(team));
    return true;
  }

  next(now: number): Decision | undefined {
    return this.#table.next(now);
  }

  /** A decision came to nothing: it waits on, until the feed says otherwise. */
  put(waiting: Waiting, now: number): void {
    this.#table.put(waiting, now);
  }

  settingsFor(departmentId: string | null | undefined) {
    return settingsFor(this.#settings, departmentId);
  }

  /** Something went wrong: what is kept may be anything, so it is read afresh. */
  forget(): void {
    this.#change = null;
    this.#version = null;
  }

  /** The position first: what happens while the pages are read comes by the feed. */
  async #load(now: number): Promise<void> {
    const change = await this.#store.readChange();
    this.#table = new RoutingTable(this.#settings);
    let after: { queuedAt: number; no: number } | null = null;
    for (;;) {
      const page: WaitingLine[] = await this.#store.listQueued({ after, limit: ROUTING_QUEUED_MAX });
      for (const line of page) this.#table.put(this.#toWaiting(line), now);
      const last = page.at(-1);
      if (!last || page.length < ROUTING_QUEUED_MAX) break;
      after = { queuedAt: last.queuedAt, no: last.no };
    }
    this.#change = change;
  }

  async #follow(from: number, now: number): Promise<void> {
    for (let more = true, afterChange = from; more; ) {
      const page = await this.#store.readWaitingChanges({ afterChange, limit: ROUTING_FEED_MAX });
      for (const { conversationId, waiting } of page.lines) {
        if (waiting) this.#table.put(this.#toWaiting(waiting), now);
        else this.#table.remove(conversationId);
      }
      this.#change = page.change;
      afterChange = page.change;
      more = page.more;
    }
  }

  #setUp({ version, setUp }: RoutingTeam): void {
    if (!setUp) return;
    this.#settings = toSettings(planOf(setUp.plan), setUp.departments);
    this.#profiles = new Map(
      setUp.staff.map(({ id, siteIds, departments, skills, languages }) => [
        id,
        { siteIds, departments, skills, languages },
      ]),
    );
    this.#version = version;
  }

  #toWaiting(line: WaitingLine): Waiting {
    const { siteId, departmentId, needs } = line;
    return {
      conversationId: line.conversationId,
      version: line.version,
      queuedAt: line.queuedAt,
      enteredAt: line.enteredAt,
      priority: line.priority,
      weight: weightOf(this.#settings.plan),
      needs: { siteId, departmentId, skills: needs?.skills ?? [], language: needs?.language ?? null },
      knownAgentId: line.knownAgentId,
      reopened: line.reopened,
      missed: line.missed,
    };
  }

  #candidates({ agents, served }: RoutingTeam): Candidate[] {
    const loads = new Map<string, Record<string, number>>();
    for (const { agentId, departmentId, room } of served) {
      const own = loads.get(agentId) ?? {};
      own[departmentId] = (own[departmentId] ?? 0) + room;
      loads.set(agentId, own);
    }
    return agents.map((agent) => {
      const profile = this.#profiles.get(agent.id);
      const departmentLoads = loads.get(agent.id);
      return { ...agent, ...(profile ? { profile } : {}), ...(departmentLoads ? { departmentLoads } : {}) };
    });
  }
}

function servedOf({ served }: RoutingTeam): Record<string, number> {
  const byDepartment: Record<string, number> = {};
  for (const { departmentId, conversations } of served) {
    byDepartment[departmentId] = (byDepartment[departmentId] ?? 0) + conversations;
  }
  return byDepartment;
}
