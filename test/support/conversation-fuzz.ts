import { expect } from 'vitest';
import type { Random } from '../../protocol/kit/random.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import { AGENT_GRACE_MS, AGENT_LEASE_MS, REOPEN_WINDOW_MS } from '../../protocol/wire/limits.ts';
import { closeConversation } from '../../server/usecases/close-conversation.ts';
import type { AgentSubject, VisitorSubject } from '../../server/usecases/context.ts';
import { keepPresence } from '../../server/usecases/keep-presence.ts';
import { leavePresence } from '../../server/usecases/leave-presence.ts';
import { openConversation } from '../../server/usecases/open-conversation.ts';
import { rateConversation } from '../../server/usecases/rate-conversation.ts';
import { sendMessage } from '../../server/usecases/send-message.ts';
import { setAvailability } from '../../server/usecases/set-availability.ts';
import { setReceipt } from '../../server/usecases/set-receipt.ts';
import { ConversationInvariants, type Place, type Sent } from './conversation-invariants.ts';
import { openScene, type Scene } from './scene.ts';

const VISITORS = 5;
const AGENT_ROOMS = [1, 2, 3];
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
  readonly #invariants: ConversationInvariants;
  readonly #steps: Step[];

  private constructor(scene: Scene, random: Random) {
    this.#scene = scene;
    this.#random = random;
    this.#invariants = new ConversationInvariants(scene, {
      agents: this.#agents,
      conversations: this.#conversations,
      attempts: this.#attempts,
      acknowledged: this.#acknowledged,
    });
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
    await this.#scene.rest();
    await this.#invariants.check();
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
    const leaves = this.#random() < 0.2;
    if (leaves) await act(leavePresence(context, who.agent.id, this.#random() < 0.5 ? 'closed' : 'signed_out'));
    else
      await act(
        keepPresence(
          context,
          this.#agents.filter(() => this.#random() < 0.8).map(({ agent }) => agent.id),
        ),
      );
    // Nobody is woken when a lease that ran out comes back, by renewal or by the grace: the regular look sees it (R11).
    await this.#scene.route();
    return leaves ? `${who.agent.name} leaves` : 'renewed';
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

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }
}
