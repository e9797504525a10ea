/** What one sender may do: `burst` at once, refilled by `perSecond`. Both above 0. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

/** `tokens` were left at `at`, ms. */
export interface Bucket {
  tokens: number;
  at: number;
}

export function fullBucket(allowance: Allowance, now: number): Bucket {
  return { tokens: allowance.burst, at: now };
}

/**
 * Takes one token. `retryAfterMs` is 0 when there was one, else when there will be. A clock that goes back refills
 * nothing and takes nothing away.
 */
export function takeToken(bucket: Bucket, allowance: Allowance, now: number): { bucket: Bucket; retryAfterMs: number } {
  const gained = (Math.max(0, now - bucket.at) * allowance.perSecond) / 1_000;
  const tokens = Math.min(allowance.burst, bucket.tokens + gained);
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, at: now }, retryAfterMs: 0 };
  return { bucket: { tokens, at: now }, retryAfterMs: Math.ceil(((1 - tokens) * 1_000) / allowance.perSecond) };
}

/** Whether nothing is missing any more: such a bucket need not be kept. */
export function isFull(bucket: Bucket, allowance: Allowance, now: number): boolean {
  return bucket.tokens + (Math.max(0, now - bucket.at) * allowance.perSecond) / 1_000 >= allowance.burst;
}
