import type { Difference, Differences, MeasuresAgainst } from '../../../protocol/wire/measures.ts';
import type { BookEntry, Figured } from './measure-book.ts';

export type Verdict = 'more' | 'less' | 'chance' | 'few' | 'unknown';

/**
 * Whether two readings of one figure differ by more than chance explains: by the relay's interval of the difference
 * (docs/measures.md), and for plain counts by their square roots.
 */
export function judge(
  entry: BookEntry,
  now: Figured,
  before: Figured,
  { shared, differences }: MeasuresAgainst,
): Verdict {
  if (now.few || before.few) return 'few';
  // What counts in both periods makes them vary together, and nobody says by how much.
  if (shared > 0) return 'unknown';
  if (now.kind === 'count') return judgeCounts(now.value ?? 0, before.value ?? 0);
  const found = rangeOf(entry, differences);
  if (!found) return 'unknown';
  return found.low > 0 ? 'more' : found.high < 0 ? 'less' : 'chance';
}

/** Between what the true difference lies, where that is known. */
export function rangeOf({ measure }: BookEntry, differences: Differences): { low: number; high: number } | null {
  const found = (differences as Partial<Record<keyof Differences | BookEntry['measure'], Difference | null>>)[measure];
  return found && found.low !== null && found.high !== null ? { low: found.low, high: found.high } : null;
}

const Z = 1.96;
const COUNT_MIN = 5;

/** Two counts over equal times: the square root of a count varies by a half, whatever the count (F. J. Anscombe 1948). */
export function judgeCounts(now: number, before: number): Verdict {
  if (now + before < COUNT_MIN) return 'few';
  const z = (2 * (Math.sqrt(now + 0.375) - Math.sqrt(before + 0.375))) / Math.SQRT2;
  return z > Z ? 'more' : z < -Z ? 'less' : 'chance';
}
