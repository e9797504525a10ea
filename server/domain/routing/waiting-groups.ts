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
  /** By their first lines, so that whoever comes first is found without looking at all of them. */
  readonly #order: Group[] = [];

  add(key: string, waiting: Waiting, { place, held, kept }: Standing): Group {
    let group = this.#groups.get(key);
    if (!group) {
      const { needs = NOTHING, weight = 1, missed = [], knownAgentId = null } = waiting;
      group = { key, needs, weight, held, missed, knownId: kept ? knownAgentId : null, kept, lines: [] };
      this.#groups.set(key, group);
    }
    const at = findPlace(group.lines, place, waiting.conversationId);
    if (at === 0) this.#takeOut(group);
    group.lines.splice(at, 0, { waiting, place });
    if (at === 0) this.#putIn(group);
    return group;
  }

  remove(group: Group, { conversationId }: Waiting, { place }: Standing): void {
    const at = findPlace(group.lines, place, conversationId);
    if (group.lines[at]?.waiting.conversationId !== conversationId) return;
    if (at === 0) this.#takeOut(group);
    group.lines.splice(at, 1);
    if (at === 0) this.#putIn(group);
    if (group.lines.length === 0) this.#groups.delete(group.key);
  }

  /** Of the groups that pass, the one whose first comes first of all (R5). */
  first(passes: (group: Group) => boolean): Group | undefined {
    return this.#order.find(passes);
  }

  #takeOut(group: Group): void {
    const [line] = group.lines;
    if (line) this.#order.splice(this.#placeOf(line), 1);
  }

  #putIn(group: Group): void {
    const [line] = group.lines;
    if (line) this.#order.splice(this.#placeOf(line), 0, group);
  }

  #placeOf({ place, waiting }: Line): number {
    return findFirst(this.#order.length, (at) => comesBefore(this.#order[at]?.lines[0], place, waiting.conversationId));
  }
}

/** R5: places in their order; ids decide between equal ones. */
function comesBefore(line: Line | undefined, place: number, conversationId: string): boolean {
  if (!line) return false;
  return line.place === place ? line.waiting.conversationId < conversationId : line.place < place;
}

/** Where it stands, or would stand: the first line that does not come before it. */
function findPlace(lines: readonly Line[], place: number, conversationId: string): number {
  return findFirst(lines.length, (at) => comesBefore(lines[at], place, conversationId));
}

/** The first of so many that is not before, where all that are stand at the front. */
function findFirst(count: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
