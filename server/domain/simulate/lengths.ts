import type { Random } from '../../../protocol/kit/random.ts';

/** Draws a length, ms. */
export type DrawLength = (random: Random) => number;

/** What is known of a length: its mean and how it spreads, or lengths that were measured. */
export type Lengths =
  | { spread: 'exponential'; meanMs: number }
  | { spread: 'fixed'; meanMs: number }
  | { spread: 'measured'; samplesMs: readonly number[] };

export function drawFrom(lengths: Lengths): DrawLength {
  switch (lengths.spread) {
    case 'fixed':
      return () => lengths.meanMs;
    case 'exponential':
      return (random) => -Math.log(1 - random()) * lengths.meanMs;
    case 'measured': {
      const { samplesMs } = lengths;
      return (random) => samplesMs[Math.floor(random() * samplesMs.length)] ?? 0;
    }
  }
}
