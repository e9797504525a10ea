import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { rankOf, type SectionName } from './inbox-sections.ts';
import type { ListSort } from './list-place.ts';

/** A conversation as the list holds it: where it stands is worked out once for each change of it. */
export interface Line {
  summary: ConversationSummary;
  section: SectionName;
  /** The tallies that count it. */
  keys: readonly string[];
  /** Stands in the list that is on the screen. */
  listed: boolean;
  /** Somebody waits there whom this agent can do something for. */
  waits: boolean;
}

export type Compare = (one: Line, other: Line) => number;

const FAR = Number.POSITIVE_INFINITY;

/** Sections in reading order; within each who waits longest is on top, the queue by its places. */
function byWaiting(one: Line, other: Line): number {
  if (one.section !== other.section) return rankOf(one.section) - rankOf(other.section);
  const [a, b] = [one.summary, other.summary];
  if (one.section === 'waiting' || one.section === 'held') return a.queuedAt - b.queuedAt || byId(a, b);
  if (one.section === 'closed') return (b.closedAt ?? 0) - (a.closedAt ?? 0) || byId(a, b);
  const [own, theirs] = [a.waitingSince ?? FAR, b.waitingSince ?? FAR];
  return (own === theirs ? 0 : own - theirs) || b.lastAt - a.lastAt || byId(a, b);
}

const ORDERS: Record<ListSort, Compare> = {
  waiting: byWaiting,
  newest: (one, other) => other.summary.openedAt - one.summary.openedAt || byId(one.summary, other.summary),
  oldest: (one, other) => one.summary.openedAt - other.summary.openedAt || byId(one.summary, other.summary),
  activity: (one, other) => other.summary.lastAt - one.summary.lastAt || byId(one.summary, other.summary),
};

export const orderOf = (sort: ListSort): Compare => ORDERS[sort];

/** Who waits for an answer, the longest first. */
export function byWaitAlone(one: Line, other: Line): number {
  return (one.summary.waitingSince ?? FAR) - (other.summary.waitingSince ?? FAR) || byId(one.summary, other.summary);
}

function byId(one: ConversationSummary, other: ConversationSummary): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
