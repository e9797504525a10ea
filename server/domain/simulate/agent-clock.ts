import { DAY_MINUTES, DAY_MS, MINUTE_MS } from '../hours/civil.ts';
import type { PlannedAgent } from './plan.ts';

/** One agent in the simulation: what the routing decision looks at, and the time that was spent how. */
export class AgentClock {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  readonly #shifts: PlannedAgent['shifts'];
  readonly #from: number;
  load = 0;
  idleSince = 0;
  onShift: boolean;
  /** On shift; of that with at least one conversation; and conversations × time. ms */
  shiftMs = 0;
  busyMs = 0;
  loadMs = 0;
  #lookedAt = 0;

  /** Time before `countFrom` is not counted. */
  constructor(agent: PlannedAgent, index: number, countFrom: number) {
    this.id = String(index).padStart(6, '0');
    this.name = agent.name;
    this.capacity = agent.capacity;
    this.#shifts = agent.shifts;
    this.#from = countFrom;
    this.onShift = this.#isShift(0);
  }

  get room(): number {
    return this.onShift ? this.capacity - this.load : 0;
  }

  /** Minutes of the day at which shifts begin or end. */
  get marks(): number[] {
    return this.#shifts.flatMap(({ from, to }) => [from % DAY_MINUTES, to % DAY_MINUTES]);
  }

  /** Books the time since the last change; to be called before each. */
  book(now: number): void {
    const lengthMs = now - Math.max(this.#lookedAt, this.#from);
    this.#lookedAt = now;
    if (lengthMs <= 0 || !this.onShift) return;
    this.shiftMs += lengthMs;
    if (this.load > 0) this.busyMs += lengthMs;
    this.loadMs += this.load * lengthMs;
  }

  /** Whether coming on shift made room. */
  turn(now: number): boolean {
    this.book(now);
    const before = this.onShift;
    this.onShift = this.#isShift(now);
    if (!before && this.onShift) this.idleSince = now;
    return !before && this.onShift;
  }

  take(now: number): void {
    this.book(now);
    this.load += 1;
    this.idleSince = now;
  }

  finish(now: number): void {
    this.book(now);
    this.load -= 1;
    this.idleSince = now;
  }

  #isShift(now: number): boolean {
    const minute = (now % DAY_MS) / MINUTE_MS;
    return this.#shifts.some(({ from, to }) => (from <= minute && minute < to) || minute + DAY_MINUTES < to);
  }
}
