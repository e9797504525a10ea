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

/** What to do about a file that cannot be opened, in one sentence, for the person who starts the relay. */
const TO_OPEN = new Map<number, (file: string) => string>([
  [BUSY, (file) => `${file} is locked by another program; end it, then start again.`],
  [8, (file) => `${file} may not be written by this account; change its rights or set DATA_DIR to another folder.`],
  [11, (file) => `${file} is damaged; move it away and put a backup in its place.`],
  [13, (file) => `The disk of ${file} is full; make room, then start again.`],
  [
    14,
    (file) =>
      `${file} cannot be opened by this account; change the rights of its folder or set DATA_DIR to another one.`,
  ],
  [26, (file) => `${file} is not a database; move it away or set DATA_DIR to another folder.`],
]);

export function toOpenError(error: unknown, file: string): unknown {
  const say = TO_OPEN.get(primaryCode(error) ?? 0);
  return say ? new StoreUnavailable(say(file)) : toStoreError(error);
}

export function isUnavailable(error: unknown): boolean {
  return toStoreError(error) instanceof StoreUnavailable;
}

function primaryCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | undefined)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}
