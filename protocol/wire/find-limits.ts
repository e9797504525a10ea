/** How much one look for words may cost (docs/find.md L9; test/contract/find-bound.contract.ts, which passes a small bound of its own). */

/** So many of the newest lines are looked at for one page, however much is stored; the next page goes on behind them. */
export const FIND_LOOKED_MAX = 16_384;
