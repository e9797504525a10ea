import { expect } from 'vitest';
import type { Random } from '../../protocol/kit/random.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import {
  AGENT_GRACE_MS,
  AGENT_LEASE_MS,
  INBOX_CONVERSATIONS_MAX,
  REOPEN_WINDOW_MS,
} from '../../protocol/wire/limits.ts';
import type { Entry } from '../../protocol/wire/model.ts';
import { closeConversation } from '../../server/usecases/close-conversation.ts';
import type { AgentSubject, VisitorSubject } from '../../server/usecases/context.ts';
import { keepPresence } from '../../server/usecases/keep-presence.ts';
import { leavePresence } from '../../server/usecases/leave-presence.ts';
import { openConversation } from '../../server/usecases/open-conversation.ts';
import { rateConversation } from '../../server/usecases/rate-conversation.ts';
import { sendMessage } from '../../server/usecases/send-message.ts';
import { setAvailability } from '../../server/usecases/set-availability.ts';
import { setReceipt } from '../../server/usecases/set-receipt.ts';
import { openScene, type Scene } from './scene.ts';

const VISITORS = 5;
const AGENT_ROOMS = [1, 2, 3];
const LONG_LIST = 10_000;

interface Sent {
  who: VisitorSubject | AgentSubject;
  /** Null: an opening, which finds its conversation itself. */
  conversationId: string | null;
  clientId: string;
  body: string;
}

type Place = { conversationId: string; seq: number; at: number };
type Step = [name: string, weight: number, run: () => Promise<string>];

/** Random work of some visitors and agents on real use cases, store and workers, and what must hold whatever they do. */
export class ConversationFuzz {
  readonly #scene: Scene;
  readonly #random: Random;
  readonly #visitors: VisitorSubject[] = [];
  readonly #agents: AgentSubject[] = [];
  readonly #conversations = new Set<string>();
  readonly #attempts: Sent[] = [];
  readonly #acknowledged = new Map<string, Place>();
  /** The agents' list as a console would hold it, brought up to date by the feed alone. */
  readonly #list = new Map<string, unknown>();
  #change = 0;
  readonly #steps: Step[];

  private constructor(scene: Scene, random: Random) {
    this.#scene = scene;
    this.#random = random;
    this.#steps = [
      ['open', 3, () => this.#open()],
      ['say', 8, () => this.#say()],
      ['burst', 2, () => this.#burst()],
      ['repeat', 3, () => this.#repeat()],
      ['close', 3, () => this.#end()],
      ['rate', 1, () => this.#rate()],
      ['read', 1, () => this.#read()],
      ['availability', 2, () => this.#setAvailability()],
      ['presence', 3, () => this.#presence()],
      ['time', 3, () => this.#passTime()],
    ];
  }

  static async open(random: Random): Promise<ConversationFuzz> {
    const scene = await openScene();
    const fuzz = new ConversationFuzz(scene, random);
    for (let count = 0; count < VISITORS; count += 1) fuzz.#visitors.push(await scene.visitor());
    for (const [index, capacity] of AGENT_ROOMS.entries()) {
      fuzz.#agents.push(await scene.agent(`Agent${index}`, { capacity, available: index === 0 }));
    }
    return fuzz;
  }

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  close(): Promise<void> {
    return this.#scene.close();
  }

  /** One random thing happens. The answer says what, for the report of a failure. */
  async step(): Promise<string> {
    let left = this.#random() * this.#steps.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight, run] of this.#steps) {
      left -= weight;
      if (left < 0) return `${name} ${await run()}`;
    }
    return 'nothing';
  }

  async check(): Promise<void> {
    await this.#scene.route();
    expect(this.#scene.failures).toEqual([]);
    const loads = new Map<string, number>();
    const openOnes = new Map<string, number>();
    let ended = 0;
    for (const id of this.#conversations) {
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
    for (const { who, clientId, body } of this.#attempts) {
      const place = this.#acknowledged.get(clientId);
      if (place?.conversationId !== conversationId) continue;
      const stored = { kind: 'message', author: who.kind, clientId, body, at: place.at };
      expect(entries[place.seq - 1], 'C3 acknowledged means stored, at that place').toMatchObject(stored);
    }
  }

  async #checkRouting(loads: Map<string, number>): Promise<void> {
    const { store, clock } = this.#scene.context;
    for (const { agent } of this.#agents) {
      expect(loads.get(agent.id) ?? 0, `R1 room of ${agent.name}`).toBeLessThanOrEqual(agent.capacity);
    }
    const { queued, agents } = await store.readRouting({ now: clock.now(), limit: LONG_LIST });
    for (const agent of agents) expect(agent.load, 'the counted load is the real one').toBe(loads.get(agent.id) ?? 0);
    if (queued.length === 0) return;
    for (const agent of agents) expect(agent.load, 'R1 nobody waits while there is room').toBe(agent.capacity);
  }

  async #checkFigures(ended: number): Promise<void> {
    const { store, clock } = this.#scene.context;
    const facts = await store.readReport({ from: 0, to: clock.now() + 1 });
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
      for (const line of page.conversations) this.#list.set(line.id, line);
      this.#change = page.change;
      more = page.more;
    }
    const fresh = await store.listInbox({ openLimit: LONG_LIST, closedLimit: LONG_LIST });
    expect(fresh.change, 'S5').toBe(this.#change);
    expect(new Map(fresh.conversations.map((line) => [line.id, line])), 'S5 the feed is enough').toEqual(this.#list);
  }

  async #send(sent: Sent): Promise<string> {
    const { who, conversationId, clientId, body } = sent;
    const { context, act } = this.#scene;
    const answer: Answer<Omit<Place, 'conversationId'> & { conversationId?: string }> =
      conversationId === null && who.kind === 'visitor'
        ? await act(openConversation(context, who, { clientId, body }))
        : await act(sendMessage(context, who, { conversationId: conversationId ?? '', clientId, body }));
    if (!answer.ok) {
      expect(this.#acknowledged.has(clientId), `C3 a repeat is refused: ${answer.error}`).toBe(false);
      return answer.error;
    }
    const place = {
      seq: answer.value.seq,
      at: answer.value.at,
      conversationId: answer.value.conversationId ?? conversationId ?? '',
    };
    const known = this.#acknowledged.get(clientId);
    if (known) expect(place, 'C3 a repeat has the first place').toEqual(known);
    this.#acknowledged.set(clientId, place);
    this.#conversations.add(place.conversationId);
    return `ok ${place.conversationId} ${place.seq}`;
  }

  #attempt(who: VisitorSubject | AgentSubject, conversationId: string | null): Sent {
    const number = this.#attempts.length + 1;
    const clientId = `client-id-of-fuzz-${String(number).padStart(6, '0')}`;
    const sent = { who, conversationId, clientId, body: `Text ${number}` };
    this.#attempts.push(sent);
    return sent;
  }

  #open(): Promise<string> {
    return this.#send(this.#attempt(this.#pick(this.#visitors), null));
  }

  async #say(): Promise<string> {
    const conversationId = this.#pick([...this.#conversations]);
    if (!conversationId) return this.#open();
    return this.#send(this.#attempt(await this.#someoneFor(conversationId), conversationId));
  }

  /** Several at once: writes, an end and a flip of availability meet each other in the middle. */
  async #burst(): Promise<string> {
    const work = Array.from({ length: 2 + Math.floor(this.#random() * 6) }, () => {
      const chance = this.#random();
      if (chance < 0.2) return this.#open();
      if (chance < 0.3) return this.#end();
      if (chance < 0.4) return this.#setAvailability();
      return chance < 0.5 ? this.#repeat() : this.#say();
    });
    return (await Promise.all(work)).join(', ');
  }

  #repeat(): Promise<string> {
    const sent = this.#pick(this.#attempts);
    return sent ? this.#send(sent) : this.#open();
  }

  async #end(): Promise<string> {
    const conversationId = this.#pick([...this.#conversations]);
    if (!conversationId) return 'none';
    const who = await this.#someoneFor(conversationId);
    const answer = await this.#scene.act(closeConversation(this.#scene.context, who, { conversationId }));
    return `${conversationId} ${answer.ok ? 'ok' : answer.error}`;
  }

  async #rate(): Promise<string> {
    const conversationId = this.#pick([...this.#conversations]);
    const state = conversationId ? await this.#scene.context.store.findConversation(conversationId) : undefined;
    const visitor = this.#visitors.find((one) => one.visitorId === state?.visitorId);
    if (!state || !visitor) return 'none';
    const score = 1 + Math.floor(this.#random() * 5);
    const rating = { conversationId: state.id, episode: state.episode, score };
    const answer = await this.#scene.act(rateConversation(this.#scene.context, visitor, rating));
    return answer.ok ? 'ok' : answer.error;
  }

  async #read(): Promise<string> {
    const conversationId = this.#pick([...this.#conversations]);
    if (!conversationId) return 'none';
    const readSeq = Math.floor(this.#random() * 30);
    const receipt = { conversationId, deliveredSeq: readSeq, readSeq };
    const answer = await this.#scene.act(
      setReceipt(this.#scene.context, await this.#someoneFor(conversationId), receipt),
    );
    return answer.ok ? 'ok' : answer.error;
  }

  async #setAvailability(): Promise<string> {
    const who = this.#pick(this.#agents);
    const availability = this.#random() < 0.7 ? 'available' : 'away';
    await this.#scene.act(setAvailability(this.#scene.context, who, { availability }));
    return `${who.agent.name} ${availability}`;
  }

  async #presence(): Promise<string> {
    const { context, act } = this.#scene;
    const who = this.#pick(this.#agents);
    if (this.#random() < 0.2) {
      await act(leavePresence(context, who.agent.id, this.#random() < 0.5 ? 'closed' : 'signed_out'));
      return `${who.agent.name} leaves`;
    }
    await act(
      keepPresence(
        context,
        this.#agents.filter(() => this.#random() < 0.8).map(({ agent }) => agent.id),
      ),
    );
    return 'renewed';
  }

  async #passTime(): Promise<string> {
    const lengths = [1, 1_000, 5_000, AGENT_LEASE_MS + 1, AGENT_GRACE_MS + 1, REOPEN_WINDOW_MS + 1];
    const ms = this.#pick(this.#random() < 0.8 ? lengths.slice(0, 3) : lengths);
    await this.#scene.context.clock.advance(ms);
    await this.#scene.sweep();
    return `${ms} ms`;
  }

  /** Mostly somebody who may; sometimes anybody. */
  async #someoneFor(conversationId: string): Promise<VisitorSubject | AgentSubject> {
    const state = await this.#scene.context.store.findConversation(conversationId);
    const serving = this.#agents.find(({ agent }) => agent.id === state?.agentId);
    const visitor = this.#visitors.find((one) => one.visitorId === state?.visitorId);
    const chance = this.#random();
    if (visitor && chance < 0.5) return visitor;
    return serving && chance < 0.9 ? serving : this.#pick([...this.#agents, ...this.#visitors]);
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

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }
}

/** Each episode begins once and ends at most once; answers how many ended. */
function checkEpisodes(entries: Entry[], isClosed: boolean): number {
  const begun = entries.filter((entry) => entry.kind === 'queued' && entry.reason !== 'agent_gone').length;
  const ends = entries.filter((entry) => entry.kind === 'closed').map((entry) => entry.episode);
  expect(ends, 'C8 M7 each episode ends once, in order').toEqual(ends.map((_, index) => index + 1));
  expect(begun, 'C5 an episode begins when the one before has ended').toBe(isClosed ? ends.length : ends.length + 1);
  return ends.length;
}
