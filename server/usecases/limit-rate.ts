import type { Clock } from '../../protocol/kit/clock.ts';
import { SENDERS_REMEMBERED_MAX } from '../../protocol/wire/limits.ts';
import { type Allowance, type Bucket, fullBucket, isFull, returnToken, takeToken } from '../domain/token-bucket.ts';

/** One kind of allowance for many senders. In memory: a restart forgives, which costs one burst. */
export interface RateLimit {
  /** Takes one turn of this sender. 0: go on; otherwise ms until the next try can succeed. */
  take(sender: string): number;
  /** The try came to nothing and it was not the sender's fault: it costs nothing (A8). */
  giveBack(sender: string): void;
}

export function createRateLimit(clock: Clock, allowance: Allowance, sendersMax = SENDERS_REMEMBERED_MAX): RateLimit {
  const buckets = new Map<string, Bucket>();

  function forgetSome(now: number): void {
    for (const [sender, bucket] of buckets) {
      // In order of the last turn: once one is still refilling and there is room, the younger ones may stay too.
      if (buckets.size < sendersMax && !isFull(bucket, allowance, now)) return;
      buckets.delete(sender);
    }
  }

  return {
    take(sender) {
      const now = clock.now();
      const known = buckets.get(sender);
      const { bucket, retryAfterMs } = takeToken(known ?? fullBucket(allowance, now), allowance, now);
      if (known) buckets.delete(sender);
      else if (buckets.size >= sendersMax) forgetSome(now);
      buckets.set(sender, bucket);
      return retryAfterMs;
    },
    giveBack(sender) {
      const known = buckets.get(sender);
      // The place in the order stays: the map is by the last turn.
      if (known) buckets.set(sender, returnToken(known, allowance));
    },
  };
}
