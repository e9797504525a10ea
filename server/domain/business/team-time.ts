import type { TeamTime } from '../../../protocol/wire/business.ts';
import type { Span } from './contact.ts';
import { lengthOf, overlapOf, unionOf } from './spans.ts';

/** What was written down of an agent's presence and availability, in the order of time. */
export interface StaffFact {
  at: number;
  kind: 'came' | 'left' | 'available' | 'away';
}

export interface AgentDay {
  /** The last ones before the period stand first. */
  facts: readonly StaffFact[];
  /** Until then the presence that is open counts at most; an `until` of the past is when it ended. */
  leaseUntil: number;
  /** Conversations that the agent served. */
  served: readonly Span[];
}

/**
 * M16. On shift: a console was connected. Available: on shift, and not set to away. Busy: available, with at least one
 * conversation. Nothing is counted after `now`.
 */
export function readTeamTime({ facts, leaseUntil, served }: AgentDay, period: Span, now: number): TeamTime {
  const within = { from: period.from, to: Math.min(period.to, now) };
  const end = Math.min(now, leaseUntil);
  const shift = unionOf(spansOf(facts, 'came', 'left', end), within);
  const open = overlapOf(shift, unionOf(spansOf(facts, 'available', 'away', now), within));
  const busy = overlapOf(open, unionOf(served, within));
  return { shiftMs: lengthOf(shift), availableMs: lengthOf(open), busyMs: lengthOf(busy) };
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
