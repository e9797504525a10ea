import { CAUSES } from '../../../protocol/wire/measures.ts';
import { OUTCOMES } from './columns.ts';
import { type CountsPart, entriesOf, KINDS, PIECES, SCORES } from './counts-part.ts';
import type { Tally } from './tally.ts';

/** Reads what was counted of groups but lengths, of any of them together. */
export class GroupCounts {
  readonly #part: CountsPart;

  constructor(part: CountsPart) {
    this.#part = part;
  }

  /** Rows of a group: its episodes, or its waits where those are more. */
  sizeOf(group: number): number {
    const ended = this.#part.shares.ended;
    const [, others = 0, hits = 0] = ended ? placesOf(ended, group, KINDS) : [];
    return Math.max(others + hits, this.#part.waits[group] as number);
  }

  /** An agent may have nothing but a part in others' answers. */
  isAnswered(group: number): boolean {
    return placesOf(this.#part.scores, group, SCORES + 1).some((count, score) => score > 0 && count > 0);
  }

  /** Of these groups together; each once. */
  read(groups: readonly number[]): Omit<Tally, 'lengths'> {
    const summed = (list: Uint32Array | Float64Array, places: number) => sumOf(list, groups, places);
    const shares: Tally['shares'] = {};
    for (const [name, list] of entriesOf(this.#part.shares)) {
      const [, others = 0, hits = 0, unknown = 0] = summed(list, KINDS);
      shares[name] = { hits, n: others + hits, unknown };
    }
    const [parts = 0, good = 0] = this.#part.credited ? summed(this.#part.credited, 2) : [];
    return {
      shares,
      outcomes: summed(this.#part.outcomes, OUTCOMES.length + 1),
      causes: summed(this.#part.causes, CAUSES.length + 1),
      scores: summed(this.#part.scores, SCORES + 1).slice(1) as Tally['scores'],
      credited: this.#part.credited ? { n: parts / PIECES, hits: good / PIECES } : null,
    };
  }
}

function placesOf(list: Uint32Array | Float64Array, group: number, places: number): number[] {
  return Array.from(list.subarray(group * places, (group + 1) * places));
}

function sumOf(list: Uint32Array | Float64Array, groups: readonly number[], places: number): number[] {
  const sums = new Array<number>(places).fill(0);
  for (const group of groups)
    for (let place = 0; place < places; place += 1)
      sums[place] = (sums[place] as number) + (list[group * places + place] as number);
  return sums;
}
