import { DAY_MS } from '../hours/civil.ts';

/** Stretches of time that agents gave to episodes, each within one day (UTC); one place in each list for each. */
export interface Stretches {
  no: number[];
  episode: number[];
  agent: number[];
  from: number[];
  to: number[];
}

/** What a day says of everybody's time. */
export interface DaySheet {
  /** Since 1970-01-01, UTC. */
  day: number;
  no: Uint32Array;
  episode: Uint32Array;
  /** M13: its part of the agent's time, ms: a minute with three conversations gives each a third. */
  share: Float64Array;
  /** When an agent had at least one, by agent, in order and apart from each other. */
  busyAgent: Int32Array;
  busyFrom: Float64Array;
  busyTo: Float64Array;
}

export function emptyStretches(): Stretches {
  return { no: [], episode: [], agent: [], from: [], to: [] };
}

/** Puts the part of a stretch that lies in this day (UTC). */
export function putStretch(
  into: Stretches,
  day: number,
  stretch: { no: number; episode: number; agent: number; from: number; to: number },
): void {
  into.no.push(stretch.no);
  into.episode.push(stretch.episode);
  into.agent.push(stretch.agent);
  into.from.push(Math.max(stretch.from, day * DAY_MS));
  into.to.push(Math.min(stretch.to, (day + 1) * DAY_MS));
}

/**
 * Shares each agent's time among what the agent had at once. One pass over begins and ends in order: `given` grows by what one
 * conversation is given while so many are open, and each stretch is given what it grew by in between. O(n log n) of the day's stretches.
 */
export function readDay(day: number, { no, episode, agent, from, to }: Stretches): DaySheet {
  const begins = inOrder(
    no.length,
    (one, other) => num(agent, one) - num(agent, other) || num(from, one) - num(from, other),
  );
  const ends = inOrder(no.length, (one, other) => num(agent, one) - num(agent, other) || num(to, one) - num(to, other));
  const share = new Float64Array(no.length);
  const busy = { agent: [] as number[], from: [] as number[], to: [] as number[] };
  let begin = 0;
  let end = 0;
  let open = 0;
  let given = 0;
  let last = 0;
  while (end < ends.length) {
    const ending = ends[end] as number;
    const beginning = begins[begin];
    // Begins go first at the same instant, so that one after the other is one stretch of being busy.
    const isBegin =
      beginning !== undefined &&
      num(agent, beginning) === num(agent, ending) &&
      num(from, beginning) <= num(to, ending);
    const at = isBegin ? num(from, beginning) : num(to, ending);
    if (open > 0) given += (at - last) / open;
    last = at;
    if (isBegin) {
      if (open === 0) {
        given = 0;
        busy.agent.push(num(agent, beginning));
        busy.from.push(at);
      }
      share[beginning] = -given;
      open += 1;
      begin += 1;
    } else {
      share[ending] = given + (share[ending] ?? 0);
      open -= 1;
      if (open === 0) busy.to.push(at);
      end += 1;
    }
  }
  return {
    ...{ day, no: Uint32Array.from(no), episode: Uint32Array.from(episode), share },
    ...{ busyAgent: Int32Array.from(busy.agent), busyFrom: Float64Array.from(busy.from) },
    busyTo: Float64Array.from(busy.to),
  };
}

function num(list: readonly number[], index: number): number {
  return list[index] as number;
}

function inOrder(count: number, compare: (one: number, other: number) => number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, index) => index).sort(compare);
}
