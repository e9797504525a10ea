import type { Lengths } from '../../../protocol/wire/measures.ts';
import { readSurvival, type Step } from './survival.ts';

/** Collects lengths, and reads them at the end. */
export interface LengthTally {
  readonly n: number;
  add(ms: number, hasEnded: boolean): void;
  /** All of it to another one. */
  addTo(other: LengthTally): void;
  read(): Lengths;
}

/** Most tallies of a split stay empty. */
const NONE = new Float64Array(0);
const ROOM_FIRST = 8;

/** Keeps every length: exact. */
export class ExactTally implements LengthTally {
  n = 0;
  #ended = NONE;
  #going = NONE;
  #endedCount = 0;
  #goingCount = 0;

  add(ms: number, hasEnded: boolean): void {
    this.n += 1;
    if (hasEnded) {
      if (this.#endedCount === this.#ended.length) this.#ended = grown(this.#ended);
      this.#ended[this.#endedCount] = ms;
      this.#endedCount += 1;
    } else {
      if (this.#goingCount === this.#going.length) this.#going = grown(this.#going);
      this.#going[this.#goingCount] = ms;
      this.#goingCount += 1;
    }
  }

  addTo(other: LengthTally): void {
    for (const ms of this.#ended.subarray(0, this.#endedCount)) other.add(ms, true);
    for (const ms of this.#going.subarray(0, this.#goingCount)) other.add(ms, false);
  }

  read(): Lengths {
    const ended = this.#ended.subarray(0, this.#endedCount).sort();
    const going = this.#going.subarray(0, this.#goingCount).sort();
    let sum = 0;
    for (const ms of ended) sum += ms;
    return readSurvival(stepsOf(ended, going), this.n, ended.length, sum, 0);
  }
}

function grown(list: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(ROOM_FIRST, list.length * 2));
  larger.set(list);
  return larger;
}

/** Both ascending. */
function stepsOf(ended: Float64Array, going: Float64Array): Step[] {
  const steps: Step[] = [];
  let [one, other] = [0, 0];
  while (one < ended.length || other < going.length) {
    const ms = Math.min(ended[one] ?? Number.POSITIVE_INFINITY, going[other] ?? Number.POSITIVE_INFINITY);
    const step = { ms, ended: 0, going: 0 };
    for (; ended[one] === ms; one += 1) step.ended += 1;
    for (; going[other] === ms; other += 1) step.going += 1;
    steps.push(step);
  }
  return steps;
}

/** Bits of a length that are kept; the rest is rounded to the middle of its bin. */
const BITS = 7;
const EXACT_BELOW = 2 ** BITS;
const HALF = EXACT_BELOW / 2;
const DOUBLINGS = 26;
const BINS = EXACT_BELOW + DOUBLINGS * HALF;
/** No length is further from the middle of its bin than this share of itself. */
export const SKETCH_ERROR = 1 / EXACT_BELOW;
const LONGEST_MS = 2 ** (BITS + DOUBLINGS) - 1;

/** So few are kept as they are. */
const EXACT_MAX = 1_024;

/** Exact while there are few; then the same two fixed sets of bins for all, which add up whatever the order. */
export class SketchTally implements LengthTally {
  #few: ExactTally | null = new ExactTally();
  #ended = new Uint32Array(0);
  #going = new Uint32Array(0);
  #n = 0;
  #endedCount = 0;
  #sum = 0;

  get n(): number {
    return this.#few?.n ?? this.#n;
  }

  add(ms: number, hasEnded: boolean): void {
    if (this.#few) {
      this.#few.add(ms, hasEnded);
      if (this.#few.n > EXACT_MAX) this.#spill(this.#few);
      return;
    }
    this.#n += 1;
    const bin = binOf(ms);
    if (hasEnded) {
      this.#ended[bin] = (this.#ended[bin] as number) + 1;
      this.#endedCount += 1;
      this.#sum += ms;
    } else this.#going[bin] = (this.#going[bin] as number) + 1;
  }

  addTo(other: LengthTally): void {
    if (this.#few) this.#few.addTo(other);
    else if (other instanceof SketchTally) other.#addBins(this);
    else throw new Error('Bins are added to bins only: what they hold is not known one by one.');
  }

  #addBins(from: SketchTally): void {
    if (this.#few) this.#spill(this.#few);
    this.#n += from.#n;
    this.#endedCount += from.#endedCount;
    this.#sum += from.#sum;
    for (let bin = 0; bin < BINS; bin += 1) {
      this.#ended[bin] = (this.#ended[bin] as number) + (from.#ended[bin] as number);
      this.#going[bin] = (this.#going[bin] as number) + (from.#going[bin] as number);
    }
  }

  read(): Lengths {
    if (this.#few) return this.#few.read();
    const steps: Step[] = [];
    for (let bin = 0; bin < BINS; bin += 1) {
      const [ended, going] = [this.#ended[bin] as number, this.#going[bin] as number];
      if (ended > 0 || going > 0) steps.push({ ms: middleOf(bin), ended, going });
    }
    return readSurvival(steps, this.#n, this.#endedCount, this.#sum, SKETCH_ERROR);
  }

  #spill(few: ExactTally): void {
    this.#few = null;
    this.#ended = new Uint32Array(BINS);
    this.#going = new Uint32Array(BINS);
    few.addTo(this);
  }
}

/** Whole numbers below 2^31 throughout, so that it takes a few instructions; longer than 24 days is worked out slowly. */
function binOf(ms: number): number {
  if (ms < EXACT_BELOW) return ms;
  if (ms >= 0x7fffffff) return longBinOf(ms);
  const doublings = 32 - BITS - Math.clz32(ms);
  return EXACT_BELOW - HALF + (doublings - 1) * HALF + (ms >>> doublings);
}

function longBinOf(ms: number): number {
  const whole = Math.min(ms, LONGEST_MS);
  let doublings = 32 - BITS;
  while (whole >= 2 ** (doublings + BITS)) doublings += 1;
  return EXACT_BELOW - HALF + (doublings - 1) * HALF + Math.floor(whole / 2 ** doublings);
}

function middleOf(bin: number): number {
  if (bin < EXACT_BELOW) return bin;
  const doublings = Math.floor((bin - EXACT_BELOW) / HALF) + 1;
  const begin = (((bin - EXACT_BELOW) % HALF) + HALF) * 2 ** doublings;
  return begin + 2 ** doublings / 2;
}
