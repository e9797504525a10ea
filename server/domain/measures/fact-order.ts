import type { FactColumns } from './columns.ts';
import type { FactTaskName, TaskOf } from './fact-tasks.ts';

/** A pack that is needed, as it is known by its stamp; rows of `skipped` conversations are not. */
export interface PackNeeded {
  number: number;
  stamp: string;
  skipped: readonly number[];
  /** All of it lies within the period. */
  isWhole: boolean;
}

/** What a report is worked out of: packs, and what changed since they were made. Values only. */
export interface FactOrder<Name extends FactTaskName = FactTaskName> {
  name: Name;
  task: TaskOf<Name>;
  packs: readonly PackNeeded[];
  live: readonly FactColumns[];
}

/** A pack as it is stored; null: it is gone. */
export type StoredPack = { stamp: string; columns: Uint8Array } | null;
