import { seededRandom } from '../../../protocol/kit/random.ts';
import { DAY_MS, MINUTE_MS } from '../hours/civil.ts';
import { readSpread } from '../response-time.ts';
import { pickPairing } from '../routing.ts';
import { AgentClock } from './agent-clock.ts';
import { type DrawLength, drawFrom } from './lengths.ts';
import { MinHeap } from './min-heap.ts';
import type { Plan } from './plan.ts';
import { type Figures, Tally } from './tally.ts';

const HOUR_MS = 3_600_000;
/** Of a long queue only the head is handed to the decision, as the routing worker does. */
const ASKED_AT_ONCE_MAX = 64;

type Event =
  | { what: 'arrival' }
  | { what: 'patience'; visitor: Visitor }
  | { what: 'end'; agent: AgentClock }
  | { what: 'shift' };

interface Visitor {
  conversationId: string;
  version: number;
  queuedAt: number;
  /** Left, or was given to somebody. */
  gone: boolean;
}

/**
 * Lives the plan through, event by event, and decides who gets whom with the relay's own decision (`pickPairing`).
 * Pure: the same plan gives the same figures.
 */
export function simulate(plan: Plan): Figures {
  return new Simulation(plan).run();
}

class Simulation {
  readonly #plan: Plan;
  readonly #endsAt: number;
  readonly #events = new MinHeap<Event>();
  readonly #agents: AgentClock[];
  readonly #byId: Map<string, AgentClock>;
  readonly #tally: Tally;
  readonly #random: () => number;
  readonly #drawHandling: DrawLength;
  readonly #drawPatience: DrawLength | null;
  /** In the order in which they came; those who are gone are dropped when they reach the front. */
  #queue: Visitor[] = [];
  #front = 0;
  #waiting = 0;
  #came = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#endsAt = (plan.days + 1) * DAY_MS;
    this.#agents = plan.agents.map((agent, index) => new AgentClock(agent, index, DAY_MS));
    this.#byId = new Map(this.#agents.map((agent) => [agent.id, agent]));
    this.#tally = new Tally(DAY_MS, plan.targetMs);
    this.#random = seededRandom(plan.seed);
    this.#drawHandling = drawFrom(plan.handling);
    this.#drawPatience = plan.patience && drawFrom(plan.patience);
  }

  run(): Figures {
    this.#planShifts();
    this.#planArrival(0);
    for (let next = this.#events.pop(); next && next.at < this.#endsAt; next = this.#events.pop()) {
      this.#happen(next.value, next.at);
    }
    for (const agent of this.#agents) agent.book(this.#endsAt);
    for (const visitor of this.#queue.slice(this.#front)) {
      if (!visitor.gone) this.#tally.left(visitor.queuedAt, this.#endsAt - visitor.queuedAt, 'waits');
    }
    return this.#tally.figures(this.#agents, readSpread);
  }

  #happen(event: Event, now: number): void {
    switch (event.what) {
      case 'arrival':
        this.#arrive(now);
        this.#planArrival(now);
        break;
      case 'patience':
        this.#leave(event.visitor, now);
        break;
      case 'end':
        event.agent.finish(now);
        this.#assign(now);
        break;
      case 'shift':
        if (this.#agents.filter((agent) => agent.turn(now)).length > 0) this.#assign(now);
    }
  }

  #arrive(now: number): void {
    const { queueMax } = this.#plan;
    const conversationId = String(this.#came++).padStart(12, '0');
    const visitor = { conversationId, version: 0, queuedAt: now, gone: false };
    if (queueMax !== null && this.#waiting >= queueMax && !this.#agents.some((agent) => agent.room > 0)) {
      this.#tally.left(now, 0, 'refused');
      return;
    }
    this.#queue.push(visitor);
    this.#waiting += 1;
    if (this.#drawPatience) {
      this.#events.push(now + this.#drawPatience(this.#random), { what: 'patience', visitor });
    }
    this.#assign(now);
  }

  #leave(visitor: Visitor, now: number): void {
    if (visitor.gone) return;
    visitor.gone = true;
    this.#waiting -= 1;
    this.#tally.left(visitor.queuedAt, now - visitor.queuedAt, 'abandoned');
  }

  #assign(now: number): void {
    for (;;) {
      const agents = this.#agents.filter((agent) => agent.room > 0);
      const queued = agents.length > 0 ? this.#head(Math.min(roomOf(agents), ASKED_AT_ONCE_MAX)) : [];
      if (queued.length === 0) return;
      for (const { conversationId, agentId } of pickPairing({ queued, agents }, now)) {
        const visitor = queued.find((one) => one.conversationId === conversationId);
        const agent = this.#byId.get(agentId);
        if (!visitor || !agent) continue;
        visitor.gone = true;
        this.#waiting -= 1;
        this.#tally.served(visitor.queuedAt, now - visitor.queuedAt);
        agent.take(now);
        this.#events.push(now + this.#drawHandling(this.#random), { what: 'end', agent });
      }
    }
  }

  #head(count: number): Visitor[] {
    while (this.#queue[this.#front]?.gone) this.#front += 1;
    // Shortened now and then, so that a long life needs no long list.
    if (this.#front > 1_000) {
      this.#queue = this.#queue.slice(this.#front);
      this.#front = 0;
    }
    const head: Visitor[] = [];
    for (let place = this.#front; place < this.#queue.length && head.length < count; place += 1) {
      const visitor = this.#queue[place] as Visitor;
      if (!visitor.gone) head.push(visitor);
    }
    return head;
  }

  /** The rate is constant between steps, and chance has no memory: past a step it is drawn anew at the step. */
  #planArrival(now: number): void {
    const steps = this.#plan.arrivals;
    for (let at = now; at < this.#endsAt; ) {
      const minute = (at % DAY_MS) / MINUTE_MS;
      const index = steps.findLastIndex((step) => step.from <= minute);
      const perHour = steps[index]?.perHour ?? 0;
      const dayStart = Math.floor(at / DAY_MS) * DAY_MS;
      const stepEnds = dayStart + (steps[index + 1]?.from ?? DAY_MS / MINUTE_MS) * MINUTE_MS;
      const next = perHour > 0 ? at + (-Math.log(1 - this.#random()) * HOUR_MS) / perHour : stepEnds;
      if (next < stepEnds) {
        this.#events.push(next, { what: 'arrival' });
        return;
      }
      at = stepEnds;
    }
  }

  #planShifts(): void {
    const marks = new Set(this.#agents.flatMap((agent) => agent.marks));
    for (let day = 0; day <= this.#plan.days; day += 1) {
      for (const minute of marks) this.#events.push(day * DAY_MS + minute * MINUTE_MS, { what: 'shift' });
    }
  }
}

function roomOf(agents: readonly AgentClock[]): number {
  return agents.reduce((sum, agent) => sum + agent.room, 0);
}
