import { FACT_PACKS_BYTES_MAX } from '../../protocol/wire/limits.ts';
import type { FactColumns } from '../domain/measures/columns.ts';
import { unpackColumns } from '../domain/measures/pack-columns.ts';
import type { PackLine } from '../store/fact-store.ts';
import type { Store } from '../store/store.ts';

interface Kept {
  stamp: string;
  columns: FactColumns;
  bytes: number;
}

/** Packs that were read last, up to so many bytes: a report that is opened again reads no database. */
export class KeptPacks {
  readonly #kept = new Map<number, Kept>();
  readonly #bytesMax: number;
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  async read(store: Pick<Store, 'readPack'>, line: PackLine): Promise<FactColumns | undefined> {
    const known = this.#kept.get(line.number);
    if (known?.stamp === line.stamp) return known.columns;
    const found = await store.readPack(line.number);
    if (!found) return undefined;
    const columns = unpackColumns(found.columns);
    this.#keep(line.number, { stamp: found.stamp, columns, bytes: found.columns.byteLength });
    return columns;
  }

  /** What does not fit any more is read each time: better than to read all of them each time. */
  #keep(number: number, kept: Kept): void {
    const before = this.#kept.get(number);
    if (before) this.#bytes -= before.bytes;
    this.#kept.delete(number);
    if (this.#bytes + kept.bytes > this.#bytesMax) return;
    this.#bytes += kept.bytes;
    this.#kept.set(number, kept);
  }
}

/** For each store its own. */
const kept = new WeakMap<object, KeptPacks>();

export function packsOf(store: object): KeptPacks {
  const known = kept.get(store);
  if (known) return known;
  const made = new KeptPacks(FACT_PACKS_BYTES_MAX);
  kept.set(store, made);
  return made;
}
