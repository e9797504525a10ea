import type { Difference, Differences, Lengths, Measures } from '../../../protocol/wire/measures.ts';

interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * One estimate less another, with an interval made of both their own (R. G. Newcombe's square-and-add, docs/measures.md): for
 * shares from Wilson's intervals, for medians from those of Brookmeyer and Crowley.
 */
function differenceOf(one: Estimate, other: Estimate): Difference | null {
  const { value: a, low: aLow, high: aHigh } = one;
  const { value: b, low: bLow, high: bHigh } = other;
  if (a === null || aLow === null || aHigh === null || b === null || bLow === null || bHigh === null) return null;
  return {
    value: a - b,
    low: a - b - Math.hypot(a - aLow, bHigh - b),
    high: a - b + Math.hypot(aHigh - a, b - bLow),
  };
}

export function compareMeasures(now: Measures, before: Measures): Differences {
  const medians = (name: 'firstResponse' | 'response' | 'queue' | 'resolution' | 'handling') =>
    differenceOf(medianOf(now[name]), medianOf(before[name]));
  const shares = (name: 'serviceLevel' | 'csat' | 'abandonedShare' | 'resolvedShare') =>
    differenceOf({ ...now[name], value: now[name].share }, { ...before[name], value: before[name].share });
  return {
    firstResponse: medians('firstResponse'),
    response: medians('response'),
    queue: medians('queue'),
    resolution: medians('resolution'),
    handling: medians('handling'),
    serviceLevel: shares('serviceLevel'),
    csat: shares('csat'),
    abandonedShare: shares('abandonedShare'),
    resolvedShare: shares('resolvedShare'),
  };
}

function medianOf({ p50Ms, p50LowMs, p50HighMs }: Lengths): Estimate {
  return { value: p50Ms, low: p50LowMs, high: p50HighMs };
}
