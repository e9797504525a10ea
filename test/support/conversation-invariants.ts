import { expect } from 'vitest';
import { INBOX_CONVERSATIONS_MAX } from '../../protocol/wire/limits.ts';
import type { ConversationSummary, Entry } from '../../protocol/wire/model.ts';
import type { AgentSubject, VisitorSubject } from '../../server/usecases/context.ts';
import { figuresOf } from './figures-of.ts';
import type { Scene } from './scene.ts';

const LONG_LIST = 10_000;

/** What somebody tried to send. */
export interface Sent {
  who: VisitorSubject | AgentSubject;
  /** Null: an opening, which finds its conversation itself. */
  conversationId: string | null;
  clientId: string;
  body: string;
}

/** Where the relay said that it is stored. */
export interface Place {
  conversationId: string;
  seq: number;
  at: number;
}

/** What the checks compare the store with. */
export interface World {
  agents: readonly AgentSubject[];
  conversations: ReadonlySet<string>;
  attempts: readonly Sent[];
  acknowledged: ReadonlyMap<string, Place>;
}

/** What must hold whatever anybody did, once routing has come to rest. */
export class ConversationInvariants {
  readonly #scene: Scene;
  readonly #world: World;
  /** The agents' list as a console would hold it, brought up to date by the feed alone. */
  readonly #list = new Map<string, unknown>();
  #change = 0;

  constructor(scene: Scene, world: World) {
    this.#scene = scene;
    this.#world = world;
  }

  async check(): Promise<void> {
    expect(this.#scene.failures).toEqual([]);
    const loads = new Map<string, number>();
    const openOnes = new Map<string, number>();
    let ended = 0;
    for (const id of this.#world.conversations) {
      const state = await this.#scene.context.store.findConversation(id);
      const entries = await this.#entriesOf(id);
      expect(
        entries.map((entry) => entry.seq),
        'C6 seq has no holes',
      ).toEqual(entries.map((_, index) => index + 1));
      expect(state?.head).toBe(entries.length);
      this.#checkMessages(id, entries);
      ended += checkEpisodes(entries, state?.status === 'closed');
      if (state && state.status !== 'closed') openOnes.set(state.visitorId, (openOnes.get(state.visitorId) ?? 0) + 1);
      if (state?.status === 'active' && state.agentId) loads.set(state.agentId, (loads.get(state.agentId) ?? 0) + 1);
    }
    for (const count of openOnes.values()) expect(count, 'C1 open conversations of one visitor').toBe(1);
    await this.#checkRouting(loads);
    await this.#checkFigures(ended);
    await this.#checkList();
  }

  #checkMessages(conversationId: string, entries: Entry[]): void {
    const messages = entries.filter((entry) => entry.kind === 'message');
    const names = messages.map((message) => `${message.agent?.id ?? 'visitor'} ${message.clientId}`);
    expect(new Set(names).size, 'C3 nothing is stored twice').toBe(names.length);
    for (const { who, clientId, body } of this.#world.attempts) {
      const place = this.#world.acknowledged.get(clientId);
      if (place?.conversationId !== conversationId) continue;
      const stored = { kind: 'message', author: who.kind, clientId, body, at: place.at };
      expect(entries[place.seq - 1], 'C3 acknowledged means stored, at that place').toMatchObject(stored);
    }
  }

  async #checkRouting(loads: Map<string, number>): Promise<void> {
    const { store, clock } = this.#scene.context;
    for (const { agent } of this.#world.agents) {
      expect(loads.get(agent.id) ?? 0, `R1 room of ${agent.name}`).toBeLessThanOrEqual(agent.capacity);
    }
    const queued = await store.listQueued({ after: null, limit: LONG_LIST });
    const { agents } = await store.readRoutingTeam({ now: clock.now(), knownVersion: null });
    for (const agent of agents) expect(agent.load, 'the counted load is the real one').toBe(loads.get(agent.id) ?? 0);
    if (queued.length === 0) return;
    for (const agent of agents) expect(agent.load, 'R1 nobody waits while there is room').toBe(agent.capacity);
  }

  async #checkFigures(ended: number): Promise<void> {
    const { store, clock } = this.#scene.context;
    const facts = await figuresOf(store, clock.now(), { from: 0, to: clock.now() + 1 });
    const outcomes = Object.values(facts.outcomes).reduce((sum, count) => sum + count, 0);
    expect({ outcomes, closed: facts.closed }, 'M7 one outcome for each ended episode').toEqual({
      outcomes: ended,
      closed: ended,
    });
  }

  async #checkList(): Promise<void> {
    const { store } = this.#scene.context;
    for (let more = true; more; ) {
      const page = await store.listChanges({ afterChange: this.#change, limit: INBOX_CONVERSATIONS_MAX });
      for (const line of page.conversations) this.#list.set(line.id, withoutMarks(line));
      this.#change = page.change;
      more = page.more;
    }
    const fresh = await store.listInbox({ openLimit: LONG_LIST, closedLimit: LONG_LIST });
    expect(fresh.change, 'S5').toBe(this.#change);
    expect(new Map(fresh.conversations.map((line) => [line.id, withoutMarks(line)])), 'S5 the feed is enough').toEqual(
      this.#list,
    );
  }

  async #entriesOf(conversationId: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (let more = true; more; ) {
      const page = await this.#scene.context.store.readPage({ conversationId, afterSeq: entries.length, limit: 200 });
      entries.push(...(page?.entries ?? []));
      more = page?.more ?? false;
    }
    return entries;
  }
}

/** Marks move without the feed: they are told as facts of their own, and read again with the conversation. */
function withoutMarks({ marks: _marks, ...line }: ConversationSummary): unknown {
  return line;
}

/** Each episode begins once and ends at most once; answers how many ended. */
function checkEpisodes(entries: Entry[], isClosed: boolean): number {
  const begun = entries.filter((entry) => entry.kind === 'queued' && entry.reason !== 'agent_gone').length;
  const ends = entries.filter((entry) => entry.kind === 'closed').map((entry) => entry.episode);
  expect(ends, 'C8 M7 each episode ends once, in order').toEqual(ends.map((_, index) => index + 1));
  expect(begun, 'C5 an episode begins when the one before has ended').toBe(isClosed ? ends.length : ends.length + 1);
  return ends.length;
}
