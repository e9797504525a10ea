const MILLI = 1_000;

/** What one sender may do: `burst` at once, refilled by `perSecond`. Both above 0. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

/** What was left at `at`, ms. Counted in thousandths of a token, so that whole rates and milliseconds are exact. */
export interface Bucket {
  milliTokens: number;
  at: number;
}

export function fullBucket(allowance: Allowance, now: number): Bucket {
  return { milliTokens: allowance.burst * MILLI, at: now };
}

/**
 * Takes one token. `retryAfterMs` is 0 when there was one, else when there will be. A clock that goes back refills
 * nothing and takes nothing away.
 */
export function takeToken(bucket: Bucket, allowance: Allowance, now: number): { bucket: Bucket; retryAfterMs: number } {
  const milliTokens = refill(bucket, allowance, now);
  if (milliTokens >= MILLI) return { bucket: { milliTokens: milliTokens - MILLI, at: now }, retryAfterMs: 0 };
  return { bucket: { milliTokens, at: now }, retryAfterMs: Math.ceil((MILLI - milliTokens) / allowance.perSecond) };
}

/** Puts back the token of a try that was not the sender's fault. */
export function returnToken(bucket: Bucket, allowance: Allowance): Bucket {
  return { ...bucket, milliTokens: Math.min(allowance.burst * MILLI, bucket.milliTokens + MILLI) };
}

/** Whether nothing is missing any more: such a bucket need not be kept. */
export function isFull(bucket: Bucket, allowance: Allowance, now: number): boolean {
  return refill(bucket, allowance, now) >= allowance.burst * MILLI;
}

/** A token a second is a thousandth of it a millisecond. */
function refill(bucket: Bucket, allowance: Allowance, now: number): number {
  const gained = Math.max(0, now - bucket.at) * allowance.perSecond;
  return Math.min(allowance.burst * MILLI, bucket.milliTokens + gained);
}
