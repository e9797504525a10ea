import { judgeCounts } from './difference.ts';

export interface TopicLine {
  key: string;
  name: string;
  n: number;
  /** The median of the earlier periods; null: there were none with figures. */
  usual: number | null;
  isSpike: boolean;
}

export interface Counted {
  key: string;
  name: string;
  n: number;
}

const SPIKE_MIN = 5;
const SPIKE_TIMES = 2;

/** What came how often beside its usual number; the most frequent first. Far above: twice as often and beyond chance. */
export function findSpikes(now: readonly Counted[], earlier: readonly (readonly Counted[])[]): TopicLine[] {
  // When nobody came at all, as before the first conversation ever, that is no usual number of anything.
  const known = earlier.filter((counts) => counts.length > 0);
  return [...now]
    .sort((a, b) => b.n - a.n)
    .map((topic) => {
      const usual = known.length === 0 ? null : median(known.map((counts) => countOf(counts, topic.key)));
      return { ...topic, usual, isSpike: usual !== null && isFar(topic.n, usual) };
    });
}

const countOf = (counts: readonly Counted[], key: string) => counts.find((one) => one.key === key)?.n ?? 0;

const isFar = (n: number, usual: number) =>
  n >= SPIKE_MIN && n >= SPIKE_TIMES * usual && judgeCounts(n, usual) === 'more';

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}
