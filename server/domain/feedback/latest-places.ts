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
  const all = Int32Array.from(found.no.keys());
  const rows = after === null ? all : all.filter((index) => compare(after, placeAt(index)) < 0);
  const atOf = (index: number) => found.at[index] as number;
  const latest = latestOf(rows, atOf, max, (one, other) => compare(placeAt(one), placeAt(other)));
  return Array.from(latest, placeAt);
}

/** Below 0: the first one comes first. */
function compare(one: FoundPlace, other: FoundPlace): number {
  return other.at - one.at || other.no - one.no || other.episode - one.episode;
}
