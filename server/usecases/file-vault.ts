/**
 * Where files lie: half-done ones as parts, whole ones under a name that says nothing. Rejects with StoreUnavailable where
 * the disk is full or cannot be written.
 */
export interface FileVault {
  /** How much of a half-done one is there; 0 where there is none. */
  partBytes(part: string): Promise<number>;
  /** Writes at this place and answers how much is there now. */
  addPart(part: string, offset: number, content: Uint8Array): Promise<number>;
  readPart(part: string): Promise<Uint8Array>;
  dropPart(part: string): Promise<void>;
  /** Durable when it resolves: a message may refer to it. */
  keep(name: string, pieces: readonly Uint8Array[]): Promise<void>;
  read(name: string): Promise<VaultFile | undefined>;
  remove(name: string): Promise<void>;
  /** Parts that nobody went on with since then. */
  listOldParts(before: number): Promise<string[]>;
  /** Whole ones written before the instant, at most `limit` at a time, and all of them in turn. */
  listOldNames(before: number, limit: number): Promise<string[]>;
  /** A copy of all whole ones beside a backup of the database. */
  copyTo(folder: string): Promise<void>;
}

export interface VaultFile {
  bytes: number;
  open(): AsyncIterable<Uint8Array>;
}
