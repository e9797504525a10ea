import type { FactColumns } from './columns.ts';
import type { PackNeeded, StoredPack } from './fact-order.ts';
import { unpackColumns } from './pack-columns.ts';

/** Packs that were read last, up to so many bytes: a report that is opened again reads no database. */
export class FactShelf {
  readonly #kept = new Map<number, { stamp: string; columns: FactColumns; bytes: number }>();
  readonly #bytesMax: number;
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  find({ number, stamp }: Pick<PackNeeded, 'number' | 'stamp'>): FactColumns | undefined {
    const known = this.#kept.get(number);
    return known?.stamp === stamp ? known.columns : undefined;
  }

  /** What does not fit any more is read each time: better than to read all of them each time. */
  put(number: number, { stamp, columns: packed }: NonNullable<StoredPack>): FactColumns {
    const columns = unpackColumns(packed);
    const before = this.#kept.get(number);
    if (before) this.#bytes -= before.bytes;
    this.#kept.delete(number);
    const bytes = packed.byteLength;
    if (this.#bytes + bytes > this.#bytesMax) return columns;
    this.#bytes += bytes;
    this.#kept.set(number, { stamp, columns, bytes });
    return columns;
  }
}
