import type { Standing } from './standing.ts';
import type { Needs, Waiting } from './team.ts';

/** Conversations that the same agents may have: in the order of their places. */
export interface Group {
  key: string;
  needs: Needs;
  weight: number;
  /** Preferences that hold. */
  held: number;
  /** Where it is about one conversation: who missed it, and whom its visitor knows. */
  missed: readonly string[];
  knownId: string | null;
  kept: Standing['kept'];
  lines: Line[];
}

interface Line {
  waiting: Waiting;
  place: number;
}

const NOTHING: Needs = {};

export function groupKeyOf(waiting: Waiting, standing: Standing): string {
  const needs = waiting.needs === undefined ? '' : JSON.stringify(waiting.needs);
  const own = standing.kept || waiting.missed?.length ? waiting.conversationId : '';
  return `${standing.held} ${waiting.weight ?? 1} ${own} ${needs}`;
}

export class WaitingGroups {
  readonly #groups = new Map<string, Group>();

  add(key: string, waiting: Waiting, { place, held, kept }: Standing): Group {
    let group = this.#groups.get(key);
    if (!group) {
      const { needs = NOTHING, weight = 1, missed = [], knownAgentId = null } = waiting;
      group = { key, needs, weight, held, missed, knownId: kept ? knownAgentId : null, kept, lines: [] };
      this.#groups.set(key, group);
    }
    group.lines.splice(findPlace(group.lines, place, waiting.conversationId), 0, { waiting, place });
    return group;
  }

  remove(group: Group, { conversationId }: Waiting, { place }: Standing): void {
    const at = findPlace(group.lines, place, conversationId);
    if (group.lines[at]?.waiting.conversationId === conversationId) group.lines.splice(at, 1);
    if (group.lines.length === 0) this.#groups.delete(group.key);
  }

  /** Of the groups that pass, the one whose first comes first of all (R5). */
  first(passes: (group: Group) => boolean): Group | undefined {
    let best: Group | undefined;
    for (const group of this.#groups.values()) {
      if ((!best || isBefore(group.lines[0], best.lines[0])) && passes(group)) best = group;
    }
    return best;
  }
}

/** R5: places in their order; ids decide between equal ones. */
function isBefore(one: Line | undefined, other: Line | undefined): boolean {
  if (!one || !other) return one !== undefined;
  if (one.place !== other.place) return one.place < other.place;
  return one.waiting.conversationId < other.waiting.conversationId;
}

/** Where it stands, or would stand: the first line that does not come before it. */
function findPlace(lines: readonly Line[], place: number, conversationId: string): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle] as Line;
    const before = line.place === place ? line.waiting.conversationId < conversationId : line.place < place;
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}
