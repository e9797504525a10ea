/** How much one look for words may cost (docs/find.md L9; test/contract/find-bound.contract.ts, which passes a small bound of its own). */

/** So many of the newest lines are looked at for one page, however much is stored; the next page goes on behind them. */
export const FIND_LOOKED_MAX = 16_384;

/** L10: so many digits in several pieces, or behind a plus or a zero, are a long number; in one piece without these it takes more. */
export const FIND_NUMBER_DIGITS_MIN = 7;
export const FIND_PLAIN_DIGITS_MIN = 9;
/** Of fewer digits in a row nobody looks for a number, and by more than any telephone has nobody need. */
export const FIND_DIGITS_MIN = 4;
export const FIND_DIGITS_MAX = 15;
