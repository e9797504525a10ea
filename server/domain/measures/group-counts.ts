import { CAUSES } from '../../../protocol/wire/measures.ts';
import { type FactColumns, OUTCOMES } from './columns.ts';
import { at, SHARES, type ShareDefinition, type ShareName } from './definitions.ts';
import { NOWHERE, type Placed } from './grouping.ts';
import type { Aim } from './judgement.ts';
import type { Tally } from './tally.ts';

const SCORES = 5;
/** As many as there are judgements. */
const KINDS = 4;
/** Parts of an answer are counted in pieces so small, so that they add up to the same whatever their order (N4). */
const PIECES = 2 ** 30;
const SATISFIED_SCORE_MIN = 4;

/** Everything that is counted of groups but lengths, in lists with a few places for each group. O(rows + groups). */
export class GroupCounts {
  readonly #shares = new Map<ShareName, Uint32Array>();
  readonly #outcomes: Uint32Array;
  readonly #causes: Uint32Array;
  readonly #scores: Uint32Array;
  readonly #waits: Uint32Array;
  /** Two for each group, in pieces: the parts in answers, and in good ones. */
  readonly #credited: Float64Array | null;

  constructor(placed: readonly Placed[], groups: number, shares: readonly ShareName[], aim: Aim) {
    this.#outcomes = new Uint32Array(groups * (OUTCOMES.length + 1));
    this.#causes = new Uint32Array(groups * (CAUSES.length + 1));
    this.#scores = new Uint32Array(groups * (SCORES + 1));
    this.#waits = new Uint32Array(groups);
    const isCredited = placed.some(({ grouping }) => grouping.credits !== null);
    this.#credited = isCredited ? new Float64Array(groups * 2) : null;
    for (const name of shares) this.#shares.set(name, new Uint32Array(groups * KINDS));
    for (const one of placed) this.#add(one, aim);
  }

  #add({ columns, grouping }: Placed, aim: Aim): void {
    for (const [name, into] of this.#shares) {
      const groups = SHARES[name].over === 'wait' ? grouping.waits : grouping.episodes;
      countCodes(judgedBy(columns, name, aim), groups, into, KINDS);
    }
    countCodes(columns.outcome, grouping.episodes, this.#outcomes, OUTCOMES.length + 1);
    countCodes(columns.cause, grouping.episodes, this.#causes, CAUSES.length + 1);
    for (let row = 0; row < grouping.waits.length; row += 1) {
      const group = grouping.waits[row] as number;
      if (group !== NOWHERE) this.#waits[group] = (this.#waits[group] as number) + 1;
    }
    // Of an agent, those she wrote in are counted as her credits are.
    if (grouping.credits === null) countCodes(columns.score, grouping.episodes, this.#scores, SCORES + 1);
    else this.#addCredits(columns, grouping.credits);
  }

  /** M6: where several agents served, each has her share of the team's messages in the answer. */
  #addCredits({ episodes, creditFrom, creditMessages, score }: FactColumns, groups: Uint32Array): void {
    const [scores, credited] = [this.#scores, this.#credited as Float64Array];
    for (let episode = 0; episode < episodes; episode += 1) {
      const [begin, end] = [creditFrom[episode] as number, creditFrom[episode + 1] as number];
      let messages = 0;
      for (let row = begin; row < end; row += 1) messages += creditMessages[row] as number;
      for (let row = begin; row < end; row += 1) {
        const group = groups[row] as number;
        if (group === NOWHERE) continue;
        const given = at(score, episode);
        const place = group * (SCORES + 1) + given;
        scores[place] = (scores[place] as number) + 1;
        const part = Math.round(((creditMessages[row] as number) / messages) * PIECES);
        credited[group * 2] = (credited[group * 2] as number) + part;
        if (given >= SATISFIED_SCORE_MIN) credited[group * 2 + 1] = (credited[group * 2 + 1] as number) + part;
      }
    }
  }

  /** Rows of a group: its episodes, or its waits where those are more. */
  sizeOf(group: number): number {
    const ended = this.#shares.get('ended');
    const [, others = 0, hits = 0] = ended ? placesOf(ended, group, KINDS) : [];
    return Math.max(others + hits, this.#waits[group] as number);
  }

  /** An agent may have nothing but a part in others' answers. */
  isAnswered(group: number): boolean {
    return placesOf(this.#scores, group, SCORES + 1).some((count, score) => score > 0 && count > 0);
  }

  /** Of these groups together; each once. */
  read(groups: readonly number[]): Omit<Tally, 'lengths'> {
    const summed = (list: Uint32Array | Float64Array, places: number) => sumOf(list, groups, places);
    const shares: Tally['shares'] = {};
    for (const [name, list] of this.#shares) {
      const [, others = 0, hits = 0, unknown = 0] = summed(list, KINDS);
      shares[name] = { hits, n: others + hits, unknown };
    }
    const [parts = 0, good = 0] = this.#credited ? summed(this.#credited, 2) : [];
    return {
      shares,
      outcomes: summed(this.#outcomes, OUTCOMES.length + 1),
      causes: summed(this.#causes, CAUSES.length + 1),
      scores: summed(this.#scores, SCORES + 1).slice(1) as Tally['scores'],
      credited: this.#credited ? { n: parts / PIECES, hits: good / PIECES } : null,
    };
  }
}

function countCodes(codes: Uint8Array, groups: Uint32Array, into: Uint32Array, places: number): void {
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] as number;
    if (group === NOWHERE) continue;
    const place = group * places + (codes[row] as number);
    into[place] = (into[place] as number) + 1;
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

/** Of columns that are kept, for as long as they are. */
const kept = new WeakMap<FactColumns, Partial<Record<ShareName, Uint8Array>>>();

/** A definition's judgement of each row. What no question changes is worked out once. */
export function judgedBy(columns: FactColumns, name: ShareName, aim: Aim): Uint8Array {
  const definition: ShareDefinition = SHARES[name];
  if (definition.byAim) return judgeRows(columns, definition, aim);
  let known = kept.get(columns);
  if (!known) {
    known = {};
    kept.set(columns, known);
  }
  known[name] ??= judgeRows(columns, definition, aim);
  return known[name];
}

function judgeRows(columns: FactColumns, { over, judge }: ShareDefinition, aim: Aim): Uint8Array {
  if (over === 'episode') {
    const judged = new Uint8Array(columns.episodes);
    for (let row = 0; row < judged.length; row += 1) judged[row] = judge(columns, row, aim, row);
    return judged;
  }
  const judged = new Uint8Array(columns.waits);
  for (let episode = 0; episode < columns.episodes; episode += 1) {
    const end = columns.waitFrom[episode + 1] as number;
    for (let row = columns.waitFrom[episode] as number; row < end; row += 1)
      judged[row] = judge(columns, row, aim, episode);
  }
  return judged;
}
