/** A new database file that takes rows, table by table. */
export interface BackupTarget {
  /** The rows of a table, a bounded number at a time; columns are those of the first row. */
  insert(table: string, rows: readonly Record<string, unknown>[]): void;
  /** Marks the copy so that it takes a fresh epoch at its first start, and completes the file. */
  finish(): void;
  /** Drops what was written. */
  abandon(): void;
}
