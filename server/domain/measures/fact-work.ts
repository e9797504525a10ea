import { answerFacts } from './answer-facts.ts';
import type { FactColumns } from './columns.ts';
import type { AnswerOf, FactTaskName, TaskOf } from './fact-tasks.ts';
import { unpackColumns } from './pack-columns.ts';

/** A pack that is needed, as it is known by its stamp; rows of `skipped` conversations are not. */
export interface PackNeeded {
  number: number;
  stamp: string;
  skipped: readonly number[];
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

/** One order on its way: says which packs it lacks, is given them, and answers. */
export class FactWork<Name extends FactTaskName = FactTaskName> {
  readonly lacks: number[];
  readonly #shelf: FactShelf;
  readonly #order: FactOrder<Name>;
  readonly #found = new Map<number, FactColumns>();

  constructor(shelf: FactShelf, order: FactOrder<Name>) {
    this.#shelf = shelf;
    this.#order = order;
    this.lacks = [];
    for (const pack of order.packs) {
      const columns = shelf.find(pack);
      if (columns) this.#found.set(pack.number, columns);
      else this.lacks.push(pack.number);
    }
  }

  give(number: number, pack: StoredPack): void {
    if (pack) this.#found.set(number, this.#shelf.put(number, pack));
  }

  answer(): AnswerOf<Name> {
    const { name, task, packs, live } = this.#order;
    const pieces = packs.flatMap(({ number, skipped }) => {
      const columns = this.#found.get(number);
      return columns ? [{ columns, skipped: skipped.length > 0 ? new Set(skipped) : null }] : [];
    });
    return answerFacts(name, task, [...pieces, ...live.map((columns) => ({ columns, skipped: null }))]);
  }
}
