import type { FactColumns } from './columns.ts';

/** In no group. */
export const NOWHERE = 0xffffffff;

/** Which group each row belongs to. Waits have their own: an agent's waits are those she ended (M3). */
export interface Grouping {
  episodes: Uint32Array;
  waits: Uint32Array;
  /** Of `creditAgent` rows, where groups are agents; null: an answer counts once, in its episode's group. */
  credits: Uint32Array | null;
  /** The rows that are in a group, where those are few: the others need not be looked at. null: all are. */
  few: { episodes: Uint32Array | null; waits: Uint32Array | null };
}

/** Facts, and where each of them belongs. */
export interface Placed {
  columns: FactColumns;
  grouping: Grouping;
}

/** Rows that are in a group; null where they are half of them or more. */
export function fewOf(places: Uint32Array): Uint32Array | null {
  let count = 0;
  for (let row = 0; row < places.length; row += 1) if (places[row] !== NOWHERE) count += 1;
  if (count * 2 >= places.length) return null;
  const few = new Uint32Array(count);
  let next = 0;
  for (let row = 0; row < places.length; row += 1) if (places[row] !== NOWHERE) few[next++] = row;
  return few;
}
