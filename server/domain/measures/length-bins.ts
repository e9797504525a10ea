/** Bits of a length that are kept; the rest is rounded to the middle of its bin. */
const BITS = 7;
const EXACT_BELOW = 2 ** BITS;
const HALF = EXACT_BELOW / 2;
const DOUBLINGS = 26;
export const BINS = EXACT_BELOW + DOUBLINGS * HALF;
/** No length is further from the middle of its bin than this share of itself. */
export const BIN_ERROR = 1 / EXACT_BELOW;
const LONGEST_MS = 2 ** (BITS + DOUBLINGS) - 1;

/** Whole numbers below 2^31 throughout, so that it takes a few instructions; longer than 24 days is worked out slowly. */
export function binOf(ms: number): number {
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

/** Read once for each bin of each group: 1,792 numbers are quicker than working them out. */
const MIDDLES = Float64Array.from({ length: BINS }, (_, bin) => workOutMiddle(bin));

export function middleOf(bin: number): number {
  return MIDDLES[bin] as number;
}

function workOutMiddle(bin: number): number {
  if (bin < EXACT_BELOW) return bin;
  const doublings = Math.floor((bin - EXACT_BELOW) / HALF) + 1;
  const begin = (((bin - EXACT_BELOW) % HALF) + HALF) * 2 ** doublings;
  return begin + 2 ** doublings / 2;
}
