import {
  SIGN_IN_ACCOUNT_FAILURES_MAX,
  SIGN_IN_ADDRESS_FAILURES_MAX,
  SIGN_IN_ADDRESS_WINDOW_MS,
  SIGN_IN_DELAY_MS_MAX,
  SIGN_IN_DELAY_MS_MIN,
} from '../../protocol/wire/limits.ts';

/** A count in its window, as the store tells it. Undefined: none. */
export interface Failures {
  count: number;
  /** ms */
  windowEndsAt: number;
}

/**
 * Before a password is looked at (A1, A2): how long this sign-in has to wait, ms; 0 when it may be tried.
 * `pause` is the account's running delay, `address` the failures of the caller's address block.
 */
export function decideSignIn(pause: Failures | undefined, address: Failures | undefined, now: number): number {
  // No longer than a wait can be: the window may have been opened by a clock that was set back since (P13).
  const paused = pause ? Math.min(SIGN_IN_DELAY_MS_MAX, pause.windowEndsAt - now) : 0;
  const isBlocked = address && address.count >= SIGN_IN_ADDRESS_FAILURES_MAX;
  const blocked = isBlocked ? Math.min(SIGN_IN_ADDRESS_WINDOW_MS, address.windowEndsAt - now) : 0;
  return Math.max(0, paused, blocked);
}

/**
 * The delay that the account's `count`-th failure starts, ms: none below the limit, then doubling (A1).
 */
export function delayAfter(count: number): number {
  if (count < SIGN_IN_ACCOUNT_FAILURES_MAX) return 0;
  return Math.min(SIGN_IN_DELAY_MS_MAX, SIGN_IN_DELAY_MS_MIN * 2 ** (count - SIGN_IN_ACCOUNT_FAILURES_MAX));
}
