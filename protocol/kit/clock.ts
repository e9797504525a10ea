/** The only door to time. Real clocks live in `*\/browser` and `server/platform`; tests turn a manual one by hand. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Calls `run` once, `delayMs` from now (0 or more). The answer cancels it; cancelling twice is harmless. */
  after(delayMs: number, run: () => void): Cancel;
}

export type Cancel = () => void;
