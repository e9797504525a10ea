import { BINS } from './length-bins.ts';

/**
 * The bins that occur at all, of lengths that ended and of those that are still going, `…To` not included: only these are kept of
 * each group. Most kinds of length need a few hundred of the 1,792, and often none of those still going.
 */
export interface BinSpans {
  endedFrom: number;
  endedTo: number;
  goingFrom: number;
  goingTo: number;
}

const NO_BINS: BinSpans = { endedFrom: BINS, endedTo: 0, goingFrom: BINS, goingTo: 0 };

/** `codes` as in coded lengths; `isLength` tells those that count. */
export function spansOf(codes: Uint16Array, isLength: (code: number) => boolean): BinSpans {
  const spans = { ...NO_BINS };
  for (const code of codes) {
    if (!isLength(code)) continue;
    if (code < BINS) {
      if (code < spans.endedFrom) spans.endedFrom = code;
      if (code >= spans.endedTo) spans.endedTo = code + 1;
    } else {
      if (code - BINS < spans.goingFrom) spans.goingFrom = code - BINS;
      if (code - BINS >= spans.goingTo) spans.goingTo = code - BINS + 1;
    }
  }
  return spans;
}

export function joinSpans(all: readonly BinSpans[]): BinSpans {
  const spans = { ...NO_BINS };
  for (const { endedFrom, endedTo, goingFrom, goingTo } of all) {
    spans.endedFrom = Math.min(spans.endedFrom, endedFrom);
    spans.endedTo = Math.max(spans.endedTo, endedTo);
    spans.goingFrom = Math.min(spans.goingFrom, goingFrom);
    spans.goingTo = Math.max(spans.goingTo, goingTo);
  }
  return spans;
}

function endedWidth({ endedFrom, endedTo }: BinSpans): number {
  return Math.max(0, endedTo - endedFrom);
}

/** How many bins a group has: first those that ended, then those still going. */
export function widthOf(spans: BinSpans): number {
  return endedWidth(spans) + Math.max(0, spans.goingTo - spans.goingFrom);
}

/** To be added to a bin's number, of an ended length and of one still going, to get its place among a group's. */
export function shiftsOf(spans: BinSpans): [ended: number, going: number] {
  return [-spans.endedFrom, endedWidth(spans) - spans.goingFrom];
}
