import type { ShareName } from './definitions.ts';

export const SCORES = 5;
/** As many as there are judgements. */
export const KINDS = 4;
/** Parts of an answer are counted in pieces so small, so that they add up to the same whatever their order (N4). */
export const PIECES = 2 ** 30;

/** Everything that is counted of groups but lengths, in lists with a few places for each group: values only. */
export interface CountsPart {
  shares: Partial<Record<ShareName, Uint32Array>>;
  outcomes: Uint32Array;
  causes: Uint32Array;
  scores: Uint32Array;
  waits: Uint32Array;
  /** Two for each group, in pieces: the parts in answers, and in good ones. */
  credited: Float64Array | null;
}

export function entriesOf(shares: CountsPart['shares']): [ShareName, Uint32Array][] {
  return Object.entries(shares) as [ShareName, Uint32Array][];
}
