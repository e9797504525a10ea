import type { Lengths } from '../../../protocol/wire/measures.ts';
import type { FactColumns, LengthColumn } from './columns.ts';
import { type LengthDefinition, lengthOf } from './definitions.ts';
import { NOWHERE, type Placed } from './grouping.ts';
import { BIN_ERROR, BINS, binOf, middleOf } from './length-bins.ts';
import { type LengthList, sortLengths } from './sort-lengths.ts';
import { type LengthSums, Survival } from './survival.ts';

/** Two for each group: those that ended, and behind them those that are still going. */
const ENDED = 0;
const GOING = 1;
const NONE = -1;

/**
 * One kind of length of all rows, by group (N8). Looked at twice: how many each group has, then the lengths themselves, each into
 * the place that is kept for it. Groups of at most `exactMax` keep every length; larger ones two sets of bins, which are the same for
 * all and add up whatever the order. O(rows), and no memory is asked for in between.
 */
export class LengthCount {
  readonly #exactMax: number;
  /** How many of group g ended: [2g]; are going: [2g + 1]. */
  readonly #counts: Uint32Array;
  /** Where they begin in `#lengths`. */
  readonly #starts: Uint32Array;
  readonly #lengths: LengthList;
  /** Where the bins of a group begin in `#bins`. */
  readonly #binsOf: Int32Array;
  readonly #bins: Uint32Array;
  readonly #sums: Float64Array;

  constructor(definition: LengthDefinition, placed: readonly Placed[], groups: number, exactMax: number) {
    this.#exactMax = exactMax;
    this.#counts = new Uint32Array(groups * 2);
    this.#sums = new Float64Array(groups);
    let isWide = false;
    for (const { columns, grouping } of placed) {
      const rows = rowsOf(definition, columns);
      if (rows.value instanceof Float64Array) isWide = true;
      countRows(rows, definition.over === 'wait' ? grouping.waits : grouping.episodes, this.#counts);
    }
    this.#starts = new Uint32Array(groups * 2);
    this.#binsOf = new Int32Array(groups).fill(NONE);
    const [kept, binned] = this.#layOut(groups);
    this.#lengths = isWide ? new Float64Array(kept) : new Uint32Array(kept);
    this.#bins = new Uint32Array(binned * BINS * 2);
    const next = this.#starts.slice();
    for (const { columns, grouping } of placed)
      this.#take(
        rowsOf(definition, columns),
        definition.over === 'wait' ? grouping.waits : grouping.episodes,
        this.#lengths,
        next,
      );
  }

  #layOut(groups: number): [kept: number, binned: number] {
    let [kept, binned] = [0, 0];
    for (let group = 0; group < groups; group += 1) {
      const [ended, going] = [this.#counts[group * 2] as number, this.#counts[group * 2 + GOING] as number];
      if (ended + going > this.#exactMax) {
        this.#binsOf[group] = binned * BINS * 2;
        binned += 1;
        continue;
      }
      this.#starts[group * 2] = kept;
      this.#starts[group * 2 + GOING] = kept + ended;
      kept += ended + going;
    }
    return [kept, binned];
  }

  #take(rows: Rows, groups: Uint32Array, lengths: LengthList, next: Uint32Array): void {
    const { value, ended, less, only } = rows;
    const [bins, binsOf, sums] = [this.#bins, this.#binsOf, this.#sums];
    for (let row = 0; row < groups.length; row += 1) {
      const group = groups[row] as number;
      const coded = value[row] as number;
      if (group === NOWHERE || coded === 0 || (only !== null && only[row] === 0)) continue;
      const ms = less === null ? coded - 1 : lengthOf(coded, less[row] as number);
      const going = ended[row] === 1 ? ENDED : GOING;
      if (going === ENDED) sums[group] = (sums[group] as number) + ms;
      const first = binsOf[group] as number;
      if (first === NONE) {
        const place = next[group * 2 + going] as number;
        lengths[place] = ms;
        next[group * 2 + going] = place + 1;
      } else {
        const bin = first + going * BINS + binOf(ms);
        bins[bin] = (bins[bin] as number) + 1;
      }
    }
  }

  /** Of these groups together; each once. */
  read(groups: readonly number[]): Lengths {
    const sums = this.#sumsOf(groups);
    const isExact = sums.n <= this.#exactMax && groups.every((group) => this.#binsOf[group] === NONE);
    return isExact ? this.#readExact(groups, sums) : this.#readBins(groups, sums);
  }

  #sumsOf(groups: readonly number[]): LengthSums {
    const sums = { n: 0, answered: 0, sumMs: 0 };
    for (const group of groups) {
      const answered = this.#counts[group * 2] as number;
      sums.n += answered + (this.#counts[group * 2 + GOING] as number);
      sums.answered += answered;
      sums.sumMs += this.#sums[group] as number;
    }
    return sums;
  }

  #readExact(groups: readonly number[], sums: LengthSums): Lengths {
    const ended = sortLengths(this.#gather(groups, ENDED, sums.answered));
    const going = sortLengths(this.#gather(groups, GOING, sums.n - sums.answered));
    const survival = new Survival(sums.n);
    let [one, other] = [0, 0];
    while (one < ended.length || other < going.length) {
      const ms = Math.min(ended[one] ?? Number.POSITIVE_INFINITY, going[other] ?? Number.POSITIVE_INFINITY);
      const [begin, beginOther] = [one, other];
      while (one < ended.length && ended[one] === ms) one += 1;
      while (other < going.length && going[other] === ms) other += 1;
      if (!survival.step(ms, one - begin, other - beginOther)) break;
    }
    return survival.read(sums, 0);
  }

  #gather(groups: readonly number[], part: number, count: number): LengthList {
    const found = this.#lengths instanceof Float64Array ? new Float64Array(count) : new Uint32Array(count);
    let at = 0;
    for (const group of groups) {
      const own = this.#kept(group, part);
      found.set(own, at);
      at += own.length;
    }
    return found;
  }

  #kept(group: number, part: number): LengthList {
    const start = this.#starts[group * 2 + part] as number;
    return this.#lengths.subarray(start, start + (this.#counts[group * 2 + part] as number));
  }

  #readBins(groups: readonly number[], sums: LengthSums): Lengths {
    const bins = new Uint32Array(BINS * 2);
    for (const group of groups) this.#addBins(group, bins);
    const survival = new Survival(sums.n);
    for (let bin = 0; bin < BINS; bin += 1) {
      const [ended, going] = [bins[bin] as number, bins[BINS + bin] as number];
      if ((ended > 0 || going > 0) && !survival.step(middleOf(bin), ended, going)) break;
    }
    return survival.read(sums, BIN_ERROR);
  }

  #addBins(group: number, into: Uint32Array): void {
    const first = this.#binsOf[group] as number;
    if (first !== NONE) {
      for (let bin = 0; bin < BINS * 2; bin += 1)
        into[bin] = (into[bin] as number) + (this.#bins[first + bin] as number);
      return;
    }
    for (const part of [ENDED, GOING]) {
      for (const ms of this.#kept(group, part)) {
        const bin = part * BINS + binOf(ms);
        into[bin] = (into[bin] as number) + 1;
      }
    }
  }
}

interface Rows {
  value: LengthColumn;
  ended: Uint8Array;
  less: LengthColumn | null;
  only: Uint8Array | null;
}

function rowsOf(definition: LengthDefinition, columns: FactColumns): Rows {
  return {
    value: definition.value(columns),
    ended: definition.ended(columns),
    less: definition.less?.(columns) ?? null,
    only: definition.only?.(columns) ?? null,
  };
}

function countRows({ value, ended, only }: Rows, groups: Uint32Array, counts: Uint32Array): void {
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] as number;
    if (group === NOWHERE || value[row] === 0 || (only !== null && only[row] === 0)) continue;
    const place = group * 2 + (ended[row] === 1 ? ENDED : GOING);
    counts[place] = (counts[place] as number) + 1;
  }
}
