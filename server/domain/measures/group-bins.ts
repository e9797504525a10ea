import { type BinSpans, shiftsOf } from './bin-spans.ts';
import { binOf } from './length-bins.ts';
import { ENDED, GOING, type LengthPart, NONE } from './length-part.ts';
import type { LengthList } from './sort-lengths.ts';

/** Every length of a group that keeps them all. */
export function keptOf({ starts, counts, lengths }: LengthPart, group: number, end: number): LengthList {
  const start = starts[group * 2 + end] as number;
  return lengths.subarray(start, start + (counts[group * 2 + end] as number));
}

/** Adds a group's lengths to bins that begin at `first` and are as wide as `spans`, which hold all of the part's. */
export function addToBins(part: LengthPart, group: number, bins: Uint32Array, first: number, spans: BinSpans): void {
  const shifts = shiftsOf(spans);
  const own = part.binsOf[group] as number;
  for (const end of [ENDED, GOING]) {
    const shift = first + (shifts[end] as number);
    if (own === NONE) {
      const kept = keptOf(part, group, end);
      for (let at = 0; at < kept.length; at += 1) addOne(bins, shift + binOf(kept[at] as number), 1);
    } else {
      const ownShift = own + (shiftsOf(part.spans)[end] as number);
      const { endedFrom, endedTo, goingFrom, goingTo } = part.spans;
      const [from, to] = end === ENDED ? [endedFrom, endedTo] : [goingFrom, goingTo];
      for (let bin = from; bin < to; bin += 1) addOne(bins, shift + bin, part.bins[ownShift + bin] as number);
    }
  }
}

function addOne(bins: Uint32Array, place: number, count: number): void {
  bins[place] = (bins[place] as number) + count;
}
