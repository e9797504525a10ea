import type { Clock } from '../../protocol/kit/clock.ts';

/** Every page that is looked at asks; the store is asked once in a while. */
export function rememberedFor<Value>(ms: number, clock: Clock, ask: () => Promise<Value>): () => Promise<Value> {
  let at = Number.NEGATIVE_INFINITY;
  let answer: Promise<Value> | undefined;
  return () => {
    const now = clock.now();
    if (answer && Math.abs(now - at) < ms) return answer;
    at = now;
    answer = ask();
    return answer;
  };
}
