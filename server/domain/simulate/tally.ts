import type { Spread } from '../../../protocol/wire/report.ts';
import { DAY_MS } from '../hours/civil.ts';
import type { Waits } from '../response-time.ts';
import type { AgentClock } from './agent-clock.ts';

const HOUR_MS = 3_600_000;

/** What became of visitors who came in one hour of the day, or in all. */
export interface Slice {
  came: number;
  served: number;
  abandoned: number;
  refused: number;
  /** Waits until an agent took over; of those who left it is known that they would have been longer (M11). */
  wait: Spread;
  /** Share of those who came who were served within the target (M10); null where nobody came. */
  inTime: number | null;
}

export interface Figures {
  all: Slice;
  /** 24 of them. */
  hours: Slice[];
  /** 95 % of other luck would have a mean wait within so much of this one, ms; null where nobody was served on two days. */
  meanErrorMs: number | null;
  /** M16: time with at least one conversation / time on shift; null without a shift. */
  occupancy: number | null;
  /** Conversations × time / capacity × time on shift. */
  roomUsed: number | null;
  agents: { name: string; occupancy: number | null; roomUsed: number | null }[];
}

interface Counts {
  answeredMs: number[];
  censoredMs: number[];
  abandoned: number;
  refused: number;
}

/** Counts who came after the first day, which only fills the queue. */
export class Tally {
  readonly #from: number;
  readonly #targetMs: number;
  readonly #hours: Counts[] = Array.from({ length: 24 }, emptyCounts);
  /** Sum and number of the waits of each day: days are nearly independent of each other. */
  readonly #days = new Map<number, { sumMs: number; n: number }>();

  constructor(from: number, targetMs: number) {
    this.#from = from;
    this.#targetMs = targetMs;
  }

  served(cameAt: number, waitMs: number): void {
    const counts = this.#countsOf(cameAt);
    if (!counts) return;
    counts.answeredMs.push(waitMs);
    const number = Math.floor(cameAt / DAY_MS);
    const day = this.#days.get(number);
    if (!day) {
      this.#days.set(number, { sumMs: waitMs, n: 1 });
      return;
    }
    day.sumMs += waitMs;
    day.n += 1;
  }

  /** `waits`: still there when the last day ended. */
  left(cameAt: number, waitMs: number, why: 'abandoned' | 'refused' | 'waits'): void {
    const counts = this.#countsOf(cameAt);
    if (!counts) return;
    if (why !== 'refused') counts.censoredMs.push(waitMs);
    if (why !== 'waits') counts[why] += 1;
  }

  figures(agents: readonly AgentClock[], readSpread: (waits: Waits) => Spread): Figures {
    const slice = (counts: Counts): Slice => {
      const came = counts.answeredMs.length + counts.censoredMs.length + counts.refused;
      const inTime = counts.answeredMs.filter((ms) => ms <= this.#targetMs).length;
      return {
        came,
        served: counts.answeredMs.length,
        abandoned: counts.abandoned,
        refused: counts.refused,
        wait: readSpread(counts),
        inTime: came === 0 ? null : inTime / came,
      };
    };
    return {
      all: slice(this.#hours.reduce(together, emptyCounts())),
      hours: this.#hours.map(slice),
      meanErrorMs: this.#meanError(),
      ...usesOf(agents),
      agents: agents.map((agent) => ({ name: agent.name, ...usesOf([agent]) })),
    };
  }

  /** Two standard errors of a ratio of sums over days. */
  #meanError(): number | null {
    const days = [...this.#days.values()];
    if (days.length < 2) return null;
    const n = days.reduce((sum, day) => sum + day.n, 0);
    const mean = days.reduce((sum, day) => sum + day.sumMs, 0) / n;
    const squares = days.reduce((sum, day) => sum + (day.sumMs - mean * day.n) ** 2, 0);
    return (2 * Math.sqrt((squares * days.length) / (days.length - 1))) / n;
  }

  #countsOf(cameAt: number): Counts | undefined {
    return cameAt < this.#from ? undefined : this.#hours[Math.floor((cameAt % DAY_MS) / HOUR_MS)];
  }
}

function emptyCounts(): Counts {
  return { answeredMs: [], censoredMs: [], abandoned: 0, refused: 0 };
}

function together(one: Counts, other: Counts): Counts {
  return {
    answeredMs: one.answeredMs.concat(other.answeredMs),
    censoredMs: one.censoredMs.concat(other.censoredMs),
    abandoned: one.abandoned + other.abandoned,
    refused: one.refused + other.refused,
  };
}

function usesOf(agents: readonly AgentClock[]): { occupancy: number | null; roomUsed: number | null } {
  const sum = (of: (agent: AgentClock) => number) => agents.reduce((total, agent) => total + of(agent), 0);
  const shiftMs = sum((agent) => agent.shiftMs);
  if (shiftMs === 0) return { occupancy: null, roomUsed: null };
  const roomMs = sum((agent) => agent.capacity * agent.shiftMs);
  return { occupancy: sum((agent) => agent.busyMs) / shiftMs, roomUsed: sum((agent) => agent.loadMs) / roomMs };
}
