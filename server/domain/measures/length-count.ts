import type { Lengths } from '../../../protocol/wire/measures.ts';
import { shiftsOf, widthOf } from './bin-spans.ts';
import { addToBins, keptOf } from './group-bins.ts';
import { BIN_ERROR, middleOf } from './length-bins.ts';
import { ENDED, GOING, type LengthPart, NONE } from './length-part.ts';
import { type LengthList, sortLengths } from './sort-lengths.ts';
import { type LengthSums, Survival } from './survival.ts';

/** Reads what was counted of one kind of length, of any groups together: exactly where every length was kept, else of bins (N8). */
export class LengthCount {
  readonly #part: LengthPart;
  readonly #exactMax: number;

  constructor(part: LengthPart, exactMax: number) {
    this.#part = part;
    this.#exactMax = exactMax;
  }

  /** Of these groups together; each once. */
  read(groups: readonly number[]): Lengths {
    const sums = this.#sumsOf(groups);
    const isExact = sums.n <= this.#exactMax && groups.every((group) => this.#part.binsOf[group] === NONE);
    return isExact ? this.#readExact(groups, sums) : this.#readBins(groups, sums);
  }

  #sumsOf(groups: readonly number[]): LengthSums {
    const sums = { n: 0, answered: 0, sumMs: 0 };
    for (const group of groups) {
      const answered = this.#part.counts[group * 2] as number;
      sums.n += answered + (this.#part.counts[group * 2 + GOING] as number);
      sums.answered += answered;
      sums.sumMs += this.#part.sums[group] as number;
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
    const found = this.#part.lengths instanceof Float64Array ? new Float64Array(count) : new Uint32Array(count);
    let at = 0;
    for (const group of groups) {
      const own = keptOf(this.#part, group, part);
      found.set(own, at);
      at += own.length;
    }
    return found;
  }

  #readBins(groups: readonly number[], sums: LengthSums): Lengths {
    const { spans } = this.#part;
    const { endedFrom, endedTo, goingFrom, goingTo } = spans;
    const [ended, going] = shiftsOf(spans);
    const bins = this.#binsOf(groups);
    const survival = new Survival(sums.n);
    for (let bin = Math.min(endedFrom, goingFrom); bin < Math.max(endedTo, goingTo); bin += 1) {
      const endedHere = bin >= endedFrom && bin < endedTo ? (bins[bin + ended] as number) : 0;
      const goingHere = bin >= goingFrom && bin < goingTo ? (bins[bin + going] as number) : 0;
      if ((endedHere > 0 || goingHere > 0) && !survival.step(middleOf(bin), endedHere, goingHere)) break;
    }
    return survival.read(sums, BIN_ERROR);
  }

  #binsOf(groups: readonly number[]): Uint32Array {
    const { spans } = this.#part;
    const width = widthOf(spans);
    const first = groups.length === 1 ? (this.#part.binsOf[groups[0] as number] as number) : NONE;
    if (first !== NONE) return this.#part.bins.subarray(first, first + width);
    const bins = new Uint32Array(width);
    for (const group of groups) addToBins(this.#part, group, bins, 0, spans);
    return bins;
  }
}
