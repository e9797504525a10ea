import { seededRandom } from '../../../protocol/kit/random.ts';
import { QUEUE_PLACES_MAX, QUEUE_RANGES_MAX } from '../../../protocol/wire/limits.ts';
import type { QueuePlace } from '../../../protocol/wire/settings.ts';
import { readRanges } from './expected-wait.ts';

/** Somebody who waits; `order`: earlier is served first. */
export interface InLine {
  conversationId: string;
  visitorId: string;
  episode: number;
  siteId: string;
  departmentId: string | null;
  order: number;
}

/** An available agent. Empty lists: all sites, and no department of one's own. */
export interface RoomOfAgent {
  id: string;
  capacity: number;
  /** Room in use. */
  load: number;
  siteIds: readonly string[];
  departmentIds: readonly string[];
  /** Since when each conversation goes on. */
  busySince: readonly number[];
}

/** One line of people: those of one department, or of a site without one. */
export interface Line {
  siteId: string;
  departmentId: string | null;
  waiting: InLine[];
}

export interface LineFacts {
  samplesMs: readonly number[];
  wrapUpMs: number;
  showsPosition: boolean;
  showsRange: boolean;
}

export interface Placed {
  visitorId: string;
  episode: number;
  place: QueuePlace;
  /** Handling times behind the range. */
  samples: number;
}

/** Q1: everybody stands in one line, in the order of routing (R5). */
export function linesOf(waiting: readonly InLine[]): Line[] {
  const lines = new Map<string, Line>();
  for (const one of waiting.toSorted(byOrder)) {
    const key = `${one.siteId} ${one.departmentId ?? ''}`;
    const line = lines.get(key) ?? { siteId: one.siteId, departmentId: one.departmentId, waiting: [] };
    lines.set(key, line);
    if (line.waiting.length < QUEUE_PLACES_MAX) line.waiting.push(one);
  }
  return [...lines.values()];
}

/** The place of everybody in one line, with a range where one can be given (Q1, Q3). */
export function placesIn(line: Line, facts: LineFacts, agents: readonly RoomOfAgent[], now: number): Placed[] {
  if (!facts.showsPosition) return [];
  const ranges = facts.showsRange
    ? readRanges(
        {
          slots: slotsOf(line, agents, now),
          samplesMs: facts.samplesMs,
          wrapUpMs: facts.wrapUpMs,
          waiting: Math.min(line.waiting.length, QUEUE_RANGES_MAX),
        },
        // The same chance each time: what changes is the queue, not the luck.
        seededRandom(1),
      )
    : [];
  return line.waiting.map(({ conversationId, visitorId, episode }, index) => ({
    visitorId,
    episode,
    place: { conversationId, position: index + 1, ...ranges[index] },
    samples: facts.samplesMs.length,
  }));
}

/** The rooms of those who may serve this line. Room that is taken without a conversation (wrap-up, an offer) counts as just taken. */
function slotsOf(line: Line, agents: readonly RoomOfAgent[], now: number): (number | null)[] {
  return agents
    .filter((agent) => serves(agent, line))
    .flatMap((agent) =>
      Array.from({ length: Math.max(agent.capacity, 0) }, (_, index) => {
        if (index >= agent.load) return null;
        return now - (agent.busySince[index] ?? now);
      }),
    );
}

function serves(agent: RoomOfAgent, { siteId, departmentId }: Line): boolean {
  if (agent.siteIds.length > 0 && !agent.siteIds.includes(siteId)) return false;
  return departmentId === null || agent.departmentIds.includes(departmentId);
}

function byOrder(one: InLine, other: InLine): number {
  if (one.order !== other.order) return one.order - other.order;
  return one.conversationId < other.conversationId ? -1 : 1;
}
