import { expect } from 'vitest';
import type { Random } from '../../protocol/kit/random.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import { AGENT_LEASE_RENEW_MS, ROUTING_INTERVAL_MS } from '../../protocol/wire/limits.ts';
import { ROUTING_PLAN_DEFAULT, type RoutingPlan } from '../../protocol/wire/routing.ts';
import { acceptOffer, declineOffer } from '../../server/usecases/answer-offer.ts';
import { closeConversation } from '../../server/usecases/close-conversation.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from '../../server/usecases/context.ts';
import { leavePresence } from '../../server/usecases/leave-presence.ts';
import { openConversation } from '../../server/usecases/open-conversation.ts';
import { pickConversation } from '../../server/usecases/pick-conversation.ts';
import { sendMessage } from '../../server/usecases/send-message.ts';
import { setAvailability } from '../../server/usecases/set-availability.ts';
import { RoutingInvariants } from './routing-invariants.ts';
import { RoutingNode } from './routing-node.ts';
import { openScene, type Scene } from './scene.ts';

const SECOND = 1_000;
const AGENTS = 4;
const VISITORS = 14;
const DEPARTMENTS = ['sales', 'billing'];
const LANGUAGES = ['en', 'pt', 'de'];

type Step = [name: string, weight: number, run: () => Promise<string>];

/** Random teams, plans, arrivals, misses, disconnects and kills on two nodes over one store. */
export class RoutingFuzz {
  readonly #scene: Scene;
  readonly #random: Random;
  readonly #plan: RoutingPlan;
  readonly #agents: AgentSubject[] = [];
  readonly #visitors: VisitorSubject[] = [];
  readonly #ids = new Set<string>();
  readonly #nodes: RoutingNode[] = [];
  readonly #invariants: RoutingInvariants;
  readonly #steps: Step[];
  #sent = 0;
  #passedMs = 0;

  private constructor(scene: Scene, random: Random) {
    this.#scene = scene;
    this.#random = random;
    this.#plan = this.#makePlan();
    this.#invariants = new RoutingInvariants(scene.context.store, this.#plan, this.#ids);
    this.#steps = [
      ['open', 12, () => this.#open()],
      ['answer', 4, () => this.#answer()],
      ['write', 3, () => this.#write()],
      ['close', 4, () => this.#close()],
      ['pick', 1, () => this.#pickOne()],
      ['ring', 5, () => this.#ring()],
      ['availability', 2, () => this.#availability()],
      ['unnoticed', 1, () => this.#unnoticed()],
      ['tab', 2, () => this.#tab()],
      ['kill', 1, () => this.#kill()],
      ['time', 5, () => this.#time()],
    ];
  }

  static async open(random: Random): Promise<RoutingFuzz> {
    const scene = await openScene();
    const fuzz = new RoutingFuzz(scene, random);
    await fuzz.#setUp();
    return fuzz;
  }

  get opened(): number {
    return this.#ids.size;
  }

  async step(): Promise<string> {
    let left = this.#random() * this.#steps.reduce((sum, [, weight]) => sum + weight, 0);
    this.#invariants.forget();
    for (const [name, weight, run] of this.#steps) {
      left -= weight;
      if (left < 0) return `${name} ${await run()}`;
    }
    return 'nothing';
  }

  async check(): Promise<void> {
    this.#alive().wake();
    await this.#rest();
    for (const node of this.#nodes) expect(node.failures).toEqual([]);
    await this.#invariants.check(this.#now());
  }

  /** Everybody goes home: each conversation has ended in exactly one way. */
  async end(): Promise<void> {
    for (const id of this.#ids) {
      const state = await this.#scene.context.store.findConversation(id);
      const visitor = this.#visitors.find((one) => one.visitorId === state?.visitorId);
      if (state?.status !== 'closed' && visitor) {
        await this.#act(this.#alive(), (context) => closeConversation(context, visitor, { conversationId: id }));
      }
    }
    await this.#invariants.checkEnded(this.#now());
  }

  async close(): Promise<void> {
    for (const node of this.#nodes) await node.stop();
    await this.#scene.close();
  }

  async #setUp(): Promise<void> {
    const { store } = this.#scene.context;
    for (const id of DEPARTMENTS) await store.addDepartment({ id, siteId: null, name: id, routing: {}, at: 1 });
    await store.setRoutingPlan(this.#plan);
    for (let n = 0; n < AGENTS; n += 1) {
      const capacity = 1 + this.#below(3) + (this.#plan.weights.chat ?? 1) - 1;
      const subject = await this.#scene.agent(`Agent${n}`, { capacity, available: this.#random() < 0.6 });
      await store.changeStaffMember({
        ...{ agentId: subject.agent.id, name: subject.agent.name, role: 'agent', capacity, siteIds: [] },
        departments: DEPARTMENTS.filter(() => this.#random() < 0.6).map((id) => ({ departmentId: id, capacity: null })),
        skills: this.#random() < 0.5 ? [{ skill: 'tax', level: 1 + this.#below(5) }] : [],
        languages: LANGUAGES.filter(() => this.#random() < 0.5),
      });
      this.#agents.push(subject);
    }
    for (let n = 0; n < VISITORS; n += 1) this.#visitors.push(await this.#scene.visitor());
    for (let n = 0; n < 2; n += 1)
      this.#nodes.push(await RoutingNode.start(this.#scene.context, this.#invariants.watch));
    for (const { agent } of this.#agents) this.#pick(this.#nodes).connected.add(agent.id);
  }

  #makePlan(): RoutingPlan {
    const maybe = (ms: number) => (this.#random() < 0.5 ? ms : null);
    return {
      ...ROUTING_PLAN_DEFAULT,
      choice: this.#pick(['least_share', 'longest_idle', 'round_robin'] as const),
      delivery: this.#pick(['assign', 'offer'] as const),
      offerMs: 8 * SECOND,
      answerMs: maybe(20 * SECOND),
      missesMax: this.#random() < 0.5 ? 3 : null,
      knownAgentMs: maybe(15 * SECOND),
      targetMs: maybe(40 * SECOND),
      relaxAfterMs: [10 * SECOND, 20 * SECOND],
      inactiveMs: maybe(60 * SECOND),
      priorityStepMs: 30 * SECOND,
      weights: { chat: 1 + this.#below(2) },
      rules: [
        { name: 'VIP', when: { attribute: { name: 'plan', value: 'gold' } }, set: { priority: 2 } },
        { name: 'Tax', when: { words: ['tax'] }, set: { skills: [{ skill: 'tax', level: 2, required: false }] } },
      ],
    };
  }

  #open(): Promise<string> {
    const visitor = this.#pick(this.#visitors);
    const input = {
      ...{ clientId: this.#clientId(), body: this.#random() < 0.3 ? 'My tax?' : 'Hello?' },
      ...(this.#random() < 0.5 ? { department: this.#pick(DEPARTMENTS) } : {}),
      ...(this.#random() < 0.5 ? { language: this.#pick(LANGUAGES) } : {}),
      ...(this.#random() < 0.2 ? { attributes: { plan: 'gold' } } : {}),
    };
    return this.#act(this.#alive(), async (context) => {
      const done = await openConversation(context, visitor, input);
      if (done.answer.ok) this.#ids.add(done.answer.value.conversationId);
      return done;
    });
  }

  async #answer(): Promise<string> {
    const state = await this.#someState('active');
    const agent = this.#agents.find((one) => one.agent.id === state?.agentId);
    return state && agent ? this.#say(agent, state.id) : 'nobody';
  }

  async #write(): Promise<string> {
    const state = await this.#someState();
    const visitor = this.#visitors.find((one) => one.visitorId === state?.visitorId);
    return state && visitor ? this.#say(visitor, state.id) : 'nobody';
  }

  #say(who: AgentSubject | VisitorSubject, conversationId: string): Promise<string> {
    const input = { conversationId, clientId: this.#clientId(), body: 'Yes?' };
    return this.#act(this.#alive(), (context) => sendMessage(context, who, input));
  }

  async #close(): Promise<string> {
    const state = await this.#someState();
    if (!state) return 'nobody';
    const agent = this.#agents.find((one) => one.agent.id === state.agentId);
    const visitor = this.#visitors.find((one) => one.visitorId === state.visitorId);
    const who = agent ?? visitor;
    if (!who) return 'nobody';
    return this.#act(this.#alive(), (context) => closeConversation(context, who, { conversationId: state.id }));
  }

  async #pickOne(): Promise<string> {
    const state = await this.#someState('queued');
    if (!state) return 'nobody';
    const agent = this.#pick(this.#agents);
    return this.#act(this.#alive(), (context) => pickConversation(context, agent, { conversationId: state.id }));
  }

  /** Who it rings at says yes or no; most of the others let it ring. */
  async #ring(): Promise<string> {
    const states = await this.#states();
    const state = this.#pick(states.filter((one) => one.offer !== null));
    const agent = this.#agents.find((one) => one.agent.id === state?.offer?.agentId);
    if (!state || !agent) return 'nobody';
    const answer = this.#random() < 0.7 ? acceptOffer : declineOffer;
    return this.#act(this.#alive(), (context) => answer(context, agent, { conversationId: state.id }));
  }

  #availability(): Promise<string> {
    const availability = this.#random() < 0.7 ? 'available' : 'away';
    const who = this.#pick(this.#agents);
    return this.#act(this.#alive(), (context) => setAvailability(context, who, { availability }));
  }

  /** R11: nobody is woken; the look that comes by itself sees it. */
  async #unnoticed(): Promise<string> {
    const { agent } = this.#pick(this.#agents);
    const at = this.#now();
    await this.#scene.context.store.setAvailability({ agentId: agent.id, availability: 'available', at });
    await this.#scene.context.clock.advance(ROUTING_INTERVAL_MS);
    await this.#rest();
    await this.#invariants.checkNobodyWaitsBesideRoom(at);
    return agent.name;
  }

  /** A tab closes or opens, at either node; a reload is both (R7). */
  async #tab(): Promise<string> {
    const { agent } = this.#pick(this.#agents);
    const node = this.#nodes.find((one) => one.connected.has(agent.id));
    const isReload = this.#random() < 0.4;
    if (node) {
      node.connected.delete(agent.id);
      await this.#act(this.#alive(), (context) => leavePresence(context, agent.id, 'closed'));
      if (!isReload) return `${agent.name} closed`;
      await this.#pass(SECOND * this.#below(10));
    }
    const next = this.#alive();
    next.connected.add(agent.id);
    await next.renew();
    next.wake();
    return `${agent.name} ${isReload && node ? 'reloaded' : 'came'}`;
  }

  /** A node dies and comes back; its agents find the other one, or the new one. */
  async #kill(): Promise<string> {
    const at = this.#below(this.#nodes.length);
    const dead = this.#nodes[at] as RoutingNode;
    const other = this.#nodes.find((one) => one !== dead) as RoutingNode;
    await dead.kill();
    for (const id of dead.connected) if (this.#random() < 0.5) other.connected.add(id);
    await other.renew();
    await this.#pass(SECOND * this.#below(12));
    const before = await this.#invariants.countRequeued();
    const next = await RoutingNode.start(this.#scene.context, this.#invariants.watch);
    this.#nodes[at] = next;
    await next.sweep();
    expect(await this.#invariants.countRequeued(), 'R8 a restart re-queues nobody').toBe(before);
    for (const id of dead.connected) if (!other.connected.has(id) && this.#random() < 0.7) next.connected.add(id);
    await next.renew();
    return `node ${at}`;
  }

  async #time(): Promise<string> {
    const seconds = this.#pick([1, 3, 9, 21, 45]);
    await this.#pass(seconds * SECOND);
    return `${seconds} s`;
  }

  /** Second for second, as two relays live them. */
  async #pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += SECOND) {
      await this.#scene.context.clock.advance(SECOND);
      this.#passedMs += SECOND;
      if (this.#passedMs % AGENT_LEASE_RENEW_MS === 0) for (const node of this.#nodes) await node.renew();
      for (const node of this.#nodes) await node.sweep();
      await this.#rest();
    }
    if (ms > 0) await this.#invariants.checkSwept(this.#now());
  }

  async #act<T>(node: RoutingNode, job: (context: Context) => Promise<Done<T>>): Promise<string> {
    const { answer, wakeRouting } = await job(node.context);
    if (wakeRouting) node.wake();
    await node.idle();
    return told(answer);
  }

  async #rest(): Promise<void> {
    for (const node of this.#nodes) await node.idle();
  }

  async #states() {
    const found = await Promise.all([...this.#ids].map((id) => this.#scene.context.store.findConversation(id)));
    return found.filter((one) => one !== undefined);
  }

  async #someState(status?: 'queued' | 'active') {
    const states = (await this.#states()).filter((one) =>
      status ? one.status === status : one.status !== 'closed' || this.#random() < 0.1,
    );
    return this.#pick(states);
  }

  #alive(): RoutingNode {
    return this.#pick(this.#nodes.filter((node) => node.isAlive));
  }

  #now(): number {
    return this.#scene.context.clock.now();
  }

  #clientId(): string {
    this.#sent += 1;
    return `routing-fuzz-client-${String(this.#sent).padStart(6, '0')}`;
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#below(from.length)] as T;
  }
}

function told(answer: Answer<unknown>): string {
  return answer.ok ? 'ok' : answer.error;
}
