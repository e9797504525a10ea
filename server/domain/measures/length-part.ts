import type { BinSpans } from './bin-spans.ts';
import type { LengthList } from './sort-lengths.ts';

/** Two for each group: those that ended, and behind them those that are still going. */
export const ENDED = 0;
export const GOING = 1;
export const NONE = -1;

/** One kind of length as it was counted, by group: values only, so that it can be kept, handed to another thread, and added up. */
export interface LengthPart {
  /** How many of group g ended: [2g]; are going: [2g + 1]. */
  counts: Uint32Array;
  /** Where they begin in `lengths`. */
  starts: Uint32Array;
  lengths: LengthList;
  /** Where the bins of a group begin in `bins`. */
  binsOf: Int32Array;
  bins: Uint32Array;
  /** Which bins those are. */
  spans: BinSpans;
  sums: Float64Array;
}
