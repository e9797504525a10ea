import { StoreUnavailable } from '../store.ts';

/** SQLite's primary result codes that speak of the moment or the machine, not of the program. */
const BUSY = 5;
const UNAVAILABLE = new Map([
  [BUSY, 'locked by another program'],
  [6, 'locked'],
  [7, 'out of memory'],
  [8, 'read-only'],
  [9, 'interrupted'],
  [10, 'the disk failed'],
  [11, 'damaged'],
  [13, 'the disk is full'],
  [14, 'cannot be opened'],
  [26, 'not a database'],
]);

/** SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY. */
const NOT_UNIQUE = new Set([2067, 1555]);

export function isNotUnique(error: unknown): boolean {
  return NOT_UNIQUE.has((error as { errcode?: number } | undefined)?.errcode ?? 0);
}

export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** S2: what the machine refuses is StoreUnavailable, without SQL; a mistake of the program stays as it is. */
export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  const code = primaryCode(error);
  const why = code === undefined ? undefined : UNAVAILABLE.get(code);
  if (why) return new StoreUnavailable(`The database cannot be used now: ${why}.`);
  if ((error as { code?: unknown }).code === 'ERR_INVALID_STATE') return new StoreUnavailable('The store is closed.');
  return error;
}

export function isUnavailable(error: unknown): boolean {
  return toStoreError(error) instanceof StoreUnavailable;
}

function primaryCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | undefined)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}
