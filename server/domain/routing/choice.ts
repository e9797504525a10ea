import type { RoutingSettings } from '../../../protocol/wire/routing.ts';
import type { Candidate } from './team.ts';

type Compare = (one: Candidate, other: Candidate) => number;

/** R2: the smaller share of capacity in use. Compared crosswise, so without rounding. */
const byShare: Compare = (one, other) => one.load * other.capacity - other.load * one.capacity;
/** R3 */
const byIdle: Compare = (one, other) => one.idleSince - other.idleSince;
const byTurn: Compare = (one, other) => (one.givenAt ?? 0) - (other.givenAt ?? 0);

/** R15: what each choice looks at, in turn. */
const ORDERS: Record<RoutingSettings['choice'], Compare[]> = {
  least_share: [byShare, byIdle],
  longest_idle: [byIdle, byShare],
  round_robin: [byTurn, byIdle],
};

/** Whether `one` comes before `other`; R4: in the end the smaller id. */
export function comesFirst(choice: RoutingSettings['choice'], one: Candidate, other: Candidate): boolean {
  for (const compare of ORDERS[choice]) {
    const order = compare(one, other);
    if (order !== 0) return order < 0;
  }
  return one.id < other.id;
}
