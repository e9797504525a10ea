import type { FactColumns } from './columns.ts';

/** In no group. */
export const NOWHERE = 0xffffffff;

/** Which group each row belongs to. Waits have their own: an agent's waits are those she ended (M3). */
export interface Grouping {
  episodes: Uint32Array;
  waits: Uint32Array;
  /** Of `creditAgent` rows, where groups are agents; null: an answer counts once, in its episode's group. */
  credits: Uint32Array | null;
}

/** Facts, and where each of them belongs. */
export interface Placed {
  columns: FactColumns;
  grouping: Grouping;
}
