import { latestOf } from '../business/latest.ts';
import type { Found } from './answers.ts';

export interface FoundPlace {
  at: number;
  no: number;
  episode: number;
}

/** The latest of them, of the same instant the one with the higher number first; `after`: those that come behind it in this order. */
export function latestPlaces(found: Found, max: number, after: FoundPlace | null = null): FoundPlace[] {
  const placeAt = (index: number): FoundPlace => ({
    ...{ at: found.at[index] as number, no: found.no[index] as number },
    episode: found.episode[index] as number,
  });
  const rows = new Int32Array(found.count);
  let behind = 0;
  for (let index = 0; index < found.count; index += 1) {
    if (after !== null && compare(after, placeAt(index)) >= 0) continue;
    rows[behind] = index;
    behind += 1;
  }
  const atOf = (index: number) => found.at[index] as number;
  const latest = latestOf(rows.subarray(0, behind), atOf, max, (one, other) => compare(placeAt(one), placeAt(other)));
  return Array.from(latest, placeAt);
}

/** Below 0: the first one comes first. */
function compare(one: FoundPlace, other: FoundPlace): number {
  return other.at - one.at || other.no - one.no || other.episode - one.episode;
}
