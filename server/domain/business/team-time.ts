import type { TeamTime } from '../../../protocol/wire/business.ts';
import type { Span } from './span.ts';
import { lengthOf, overlapOf, unionOf } from './spans.ts';

/** What was written down of an agent's presence and availability, in the order of time. */
export interface StaffFact {
  at: number;
  kind: 'came' | 'left' | 'available' | 'away';
}

/** When an agent had at least one conversation: in order, and apart from each other. */
export interface BusyTime {
  from: Float64Array;
  to: Float64Array;
}

export interface AgentDay {
  /** In the order of time; the last ones before the period stand first. */
  facts: readonly StaffFact[];
  /** Until then the presence that is open counts at most; an `until` of the past is when it ended. */
  leaseUntil: number;
  busy: BusyTime;
}

/**
 * M16. On shift: a console was connected. Available: on shift, and not set to away. Busy: available, with at least one
 * conversation. Nothing is counted after `now`. O(facts and busy stretches).
 */
export function readTeamTime({ facts, leaseUntil, busy }: AgentDay, period: Span, now: number): TeamTime {
  const within = { from: period.from, to: Math.min(period.to, now) };
  const end = Math.min(now, leaseUntil);
  const shift = unionOf(spansOf(facts, 'came', 'left', end), within);
  const open = overlapOf(shift, unionOf(spansOf(facts, 'available', 'away', now), within));
  return { shiftMs: lengthOf(shift), availableMs: lengthOf(open), busyMs: busyWithin(open, busy) };
}

/** Of all that was written down, what a period needs: how everybody stood when it began, and what came in it. O(log n + what came in it). */
export function factsWithin<Fact extends StaffFact>(facts: readonly Fact[], { from, to }: Span): Fact[] {
  const begin = placeOf(facts, from);
  let first = begin;
  for (let known = 0; first > 0 && known !== PRESENCE + AVAILABILITY; ) {
    first -= 1;
    known |= kindOf(facts[first] as Fact);
  }
  return facts.slice(first, placeOf(facts, to));
}

const PRESENCE = 1;
const AVAILABILITY = 2;

function kindOf({ kind }: StaffFact): number {
  return kind === 'came' || kind === 'left' ? PRESENCE : AVAILABILITY;
}

/** Of the first at this instant or later. */
function placeOf(facts: readonly StaffFact[], at: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle] as StaffFact).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Both in order: each is passed once. */
function busyWithin(open: readonly Span[], { from, to }: BusyTime): number {
  let sum = 0;
  for (let one = 0, other = 0; one < open.length && other < from.length; ) {
    const span = open[one] as Span;
    const begin = Math.max(span.from, from[other] as number);
    const end = Math.min(span.to, to[other] as number);
    if (begin < end) sum += end - begin;
    if (span.to < (to[other] as number)) one += 1;
    else other += 1;
  }
  return sum;
}

/** Two beginnings after one another are one: two relays may have written the same. */
function spansOf(facts: readonly StaffFact[], begin: StaffFact['kind'], end: StaffFact['kind'], openUntil: number) {
  const spans: Span[] = [];
  let from: number | null = null;
  for (const { at, kind } of facts) {
    if (kind === begin) from ??= at;
    if (kind !== end || from === null) continue;
    spans.push({ from, to: at });
    from = null;
  }
  if (from !== null) spans.push({ from, to: openUntil });
  return spans;
}

export function addTeamTimes(times: readonly TeamTime[]): TeamTime {
  const sum = { shiftMs: 0, availableMs: 0, busyMs: 0 };
  for (const { shiftMs, availableMs, busyMs } of times) {
    sum.shiftMs += shiftMs;
    sum.availableMs += availableMs;
    sum.busyMs += busyMs;
  }
  return sum;
}
