import type { Difference, Differences } from '../../../protocol/wire/measures.ts';
import type { BookEntry, Figured } from './measure-book.ts';

export type Verdict = 'more' | 'less' | 'chance' | 'few' | 'unknown';

/**
 * Whether two readings of one figure differ by more than chance explains: by the relay's interval of the difference
 * (docs/measures.md), and for plain counts by their square roots.
 */
export function judge(entry: BookEntry, now: Figured, before: Figured, differences: Differences | undefined): Verdict {
  if (now.few || before.few) return 'few';
  if (now.kind === 'count') return judgeCounts(now.value ?? 0, before.value ?? 0);
  const found = (differences as Partial<Record<string, Difference | null>> | undefined)?.[entry.measure];
  if (!found) return 'unknown';
  return found.low > 0 ? 'more' : found.high < 0 ? 'less' : 'chance';
}

const Z = 1.96;
const COUNT_MIN = 5;

/** Two counts over equal times: the square root of a count varies by a half, whatever the count (F. J. Anscombe 1948). */
export function judgeCounts(now: number, before: number): Verdict {
  if (now + before < COUNT_MIN) return 'few';
  const z = (2 * (Math.sqrt(now + 0.375) - Math.sqrt(before + 0.375))) / Math.SQRT2;
  return z > Z ? 'more' : z < -Z ? 'less' : 'chance';
}
