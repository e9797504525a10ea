import { type BinSpans, joinSpans, shiftsOf, widthOf } from './bin-spans.ts';
import { type CodedLengths, codedLengths, isAbsent } from './coded-lengths.ts';
import { type LengthDefinition, lengthOf } from './definitions.ts';
import { addToBins, keptOf } from './group-bins.ts';
import { NOWHERE, type Placed } from './grouping.ts';
import { BINS } from './length-bins.ts';
import { ENDED, GOING, type LengthPart, NONE } from './length-part.ts';

/**
 * One kind of length of all rows, by group (N8). Looked at twice: how many each group has, then the lengths themselves, each into
 * the place that is kept for it. Groups of at most `exactMax` keep every length; larger ones two sets of bins, which are the same for
 * all and add up whatever the order. O(rows), and no memory is asked for in between.
 */
export function countLengths(
  definition: LengthDefinition,
  placed: readonly Placed[],
  groups: number,
  exactMax: number,
): LengthPart {
  const counts = new Uint32Array(groups * 2);
  let isWide = false;
  const all = placed.map(({ columns, grouping }) => ({
    lengths: codedLengths(columns, definition),
    ...(definition.over === 'wait'
      ? { places: grouping.waits, few: grouping.few.waits }
      : { places: grouping.episodes, few: grouping.few.episodes }),
  }));
  for (const { lengths, places, few } of all) {
    if (lengths.value instanceof Float64Array) isWide = true;
    countRows(lengths, places, few, counts);
  }
  const part = layOut(counts, exactMax, isWide, joinSpans(all.map(({ lengths }) => lengths.spans)));
  const next = part.starts.slice();
  for (const { lengths, places, few } of all) takeRows(part, lengths, places, few, next);
  return part;
}

/** Parts of the same kind together: `places[p][g]` is where group g of part p belongs. */
export function addLengths(
  parts: readonly LengthPart[],
  places: readonly Uint32Array[],
  groups: number,
  exactMax: number,
): LengthPart {
  const counts = new Uint32Array(groups * 2);
  for (const [index, part] of parts.entries()) {
    const into = places[index] as Uint32Array;
    for (let at = 0; at < into.length * 2; at += 1) {
      const place = (into[at >> 1] as number) * 2 + (at & 1);
      counts[place] = (counts[place] as number) + (part.counts[at] as number);
    }
  }
  const isWide = parts.some(({ lengths }) => lengths instanceof Float64Array);
  const sum = layOut(counts, exactMax, isWide, joinSpans(parts.map(({ spans }) => spans)));
  const next = sum.starts.slice();
  for (const [index, part] of parts.entries()) {
    const into = places[index] as Uint32Array;
    for (let group = 0; group < into.length; group += 1) addGroup(sum, next, part, group, into[group] as number);
  }
  return sum;
}

function addGroup(sum: LengthPart, next: Uint32Array, part: LengthPart, group: number, place: number): void {
  sum.sums[place] = (sum.sums[place] as number) + (part.sums[group] as number);
  const first = sum.binsOf[place] as number;
  // A group whose lengths are all kept has no larger part: what was put in bins stays there.
  if (first !== NONE) {
    addToBins(part, group, sum.bins, first, sum.spans);
    return;
  }
  for (const end of [ENDED, GOING]) {
    const kept = keptOf(part, group, end);
    const at = next[place * 2 + end] as number;
    sum.lengths.set(kept, at);
    next[place * 2 + end] = at + kept.length;
  }
}

function layOut(counts: Uint32Array, exactMax: number, isWide: boolean, spans: BinSpans): LengthPart {
  const groups = counts.length / 2;
  const starts = new Uint32Array(counts.length);
  const binsOf = new Int32Array(groups).fill(NONE);
  const width = widthOf(spans);
  let [kept, binned] = [0, 0];
  for (let group = 0; group < groups; group += 1) {
    const [ended, going] = [counts[group * 2] as number, counts[group * 2 + GOING] as number];
    if (ended + going > exactMax) {
      binsOf[group] = binned * width;
      binned += 1;
      continue;
    }
    starts[group * 2] = kept;
    starts[group * 2 + GOING] = kept + ended;
    kept += ended + going;
  }
  const lengths = isWide ? new Float64Array(kept) : new Uint32Array(kept);
  const bins = new Uint32Array(binned * width);
  return { counts, starts, lengths, binsOf, bins, spans, sums: new Float64Array(groups) };
}

function takeRows(
  part: LengthPart,
  { rows, codes, value, less }: CodedLengths,
  groups: Uint32Array,
  few: Uint32Array | null,
  next: Uint32Array,
): void {
  const { bins, binsOf, sums, lengths } = part;
  const [ended, going] = shiftsOf(part.spans);
  const list = rows ?? few;
  const count = list === null ? codes.length : list.length;
  for (let at = 0; at < count; at += 1) {
    const row = list === null ? at : (list[at] as number);
    const group = groups[row] as number;
    const code = codes[rows === null ? row : at] as number;
    if (group === NOWHERE || isAbsent(code)) continue;
    const coded = value[row] as number;
    const ms = less === null ? coded - 1 : lengthOf(coded, less[row] as number);
    if (code < BINS) sums[group] = (sums[group] as number) + ms;
    const first = binsOf[group] as number;
    if (first === NONE) {
      const end = group * 2 + (code < BINS ? ENDED : GOING);
      const place = next[end] as number;
      lengths[place] = ms;
      next[end] = place + 1;
    } else {
      const bin = first + (code < BINS ? code + ended : code - BINS + going);
      bins[bin] = (bins[bin] as number) + 1;
    }
  }
}

function countRows(
  { rows, codes }: CodedLengths,
  groups: Uint32Array,
  few: Uint32Array | null,
  counts: Uint32Array,
): void {
  const list = rows ?? few;
  const count = list === null ? codes.length : list.length;
  for (let at = 0; at < count; at += 1) {
    const row = list === null ? at : (list[at] as number);
    const group = groups[row] as number;
    const code = codes[rows === null ? row : at] as number;
    if (group === NOWHERE || isAbsent(code)) continue;
    const place = group * 2 + (code < BINS ? ENDED : GOING);
    counts[place] = (counts[place] as number) + 1;
  }
}
