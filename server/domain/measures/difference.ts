import type { Difference, Differences, Lengths, Measures, Share } from '../../../protocol/wire/measures.ts';

interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * One estimate less another, with an interval made of both their own (R. G. Newcombe's square-and-add, docs/measures.md): for
 * shares from Wilson's intervals, for medians from those of Brookmeyer and Crowley.
 */
function differenceOf(one: Estimate, other: Estimate, isShared: boolean): Difference | null {
  const { value: a, low: aLow, high: aHigh } = one;
  const { value: b, low: bLow, high: bHigh } = other;
  if (a === null || aLow === null || aHigh === null || b === null || bLow === null || bHigh === null) return null;
  if (isShared) return { value: a - b, low: null, high: null };
  return {
    value: a - b,
    low: a - b - Math.hypot(a - aLow, bHigh - b),
    high: a - b + Math.hypot(aHigh - a, b - bLow),
  };
}

const MEDIANS = ['firstResponse', 'response', 'queue', 'resolution', 'handling', 'complaintTime'] as const;
const SHARES = [
  ...(['serviceLevel', 'csat', 'abandonedShare', 'resolvedShare'] as const),
  ...(['firstContact', 'reopened', 'complaints'] as const),
] as const;

/** `isShared`: something counts in both, so that they vary together, and by how much the interval cannot know. */
export function compareMeasures(now: Measures, before: Measures, isShared: boolean): Differences {
  const between = (one: Estimate, other: Estimate) => differenceOf(one, other, isShared);
  const medians = MEDIANS.map((name) => [name, between(medianOf(now[name]), medianOf(before[name]))] as const);
  const shares = SHARES.map((name) => [name, between(shareOf(now[name]), shareOf(before[name]))] as const);
  return Object.fromEntries([...medians, ...shares]) as unknown as Differences;
}

function shareOf({ share: value, low, high }: Pick<Share, 'share' | 'low' | 'high'>): Estimate {
  return { value, low, high };
}

function medianOf({ p50Ms, p50LowMs, p50HighMs }: Lengths): Estimate {
  return { value: p50Ms, low: p50LowMs, high: p50HighMs };
}
