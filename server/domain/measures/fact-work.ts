import { FACT_RUN_PACKS } from '../../../protocol/wire/limits-of-measures.ts';
import { countingsOf, type FactPart, ownPart } from './answer-facts.ts';
import type { FactColumns } from './columns.ts';
import { addParts, type CountedPart, countPieces, type ToCount } from './counted.ts';
import type { FactOrder, PackNeeded, StoredPack } from './fact-order.ts';
import type { FactShelf } from './fact-shelf.ts';
import type { FactTaskName, Piece, TaskOf } from './fact-tasks.ts';
import { isOnWall } from './group-columns.ts';
import type { KeptParts } from './kept-parts.ts';
import { prepareColumns } from './prepare-columns.ts';
import { settledAtOf } from './solved.ts';

/** Which run of packs a pack is in: what is counted is kept by runs, and one thread has all of a run. */
export function runOf(number: number): number {
  return Math.floor(number / FACT_RUN_PACKS);
}

interface Run {
  packs: readonly PackNeeded[];
  /** As it is kept, for each counting; undefined: it is to be counted. */
  parts: (CountedPart | undefined)[];
}

/** What a place where reports are worked out keeps from one to the next. */
export interface FactMemory {
  shelf: FactShelf;
  kept: KeptParts;
}

/** One order on its way: says which packs it lacks, is given them, and works out its part. */
export class FactWork<Name extends FactTaskName = FactTaskName> {
  readonly lacks: number[];
  readonly #memory: FactMemory;
  readonly #order: FactOrder<Name>;
  readonly #countings: ToCount[];
  readonly #found = new Map<number, FactColumns>();
  readonly #runs: Run[];
  /** Packs of which only a part counts; nothing is kept of them. */
  readonly #loose: readonly PackNeeded[];

  constructor(memory: FactMemory, order: FactOrder<Name>) {
    this.#memory = memory;
    this.#order = order;
    this.#countings = countingsOf(order.name, order.task);
    const isKept = ({ isWhole, skipped }: PackNeeded) => this.#countings.length > 0 && isWhole && skipped.length === 0;
    this.#loose = order.packs.filter((pack) => !isKept(pack));
    this.#runs = byRun(order.packs.filter(isKept)).map((packs) => ({
      packs,
      parts: this.#countings.map((asked) => memory.kept.find(keyOf(packs, asked), asked.now)),
    }));
    const missing = this.#runs.filter(({ parts }) => parts.includes(undefined)).flatMap(({ packs }) => packs);
    this.lacks = [...this.#loose, ...missing].filter((pack) => !this.#take(pack)).map(({ number }) => number);
  }

  #take(pack: PackNeeded): boolean {
    const columns = this.#memory.shelf.find(pack);
    if (columns) this.#found.set(pack.number, columns);
    return columns !== undefined;
  }

  give(number: number, pack: StoredPack): void {
    if (pack) this.#found.set(number, this.#memory.shelf.put(number, pack));
  }

  part(): FactPart<Name> {
    const { name, task, live } = this.#order;
    if (name === 'prepare') prepareColumns(task as TaskOf<'prepare'>, this.#piecesOf(this.#loose));
    const loose = [...this.#piecesOf(this.#loose), ...live.map((columns) => ({ columns, skipped: null }))];
    const counted = this.#countings.map((asked, index) => {
      const runs = this.#runs.map((run) => run.parts[index] ?? this.#countRun(run, asked));
      return addParts([...runs, countPieces(loose, asked)], asked);
    });
    return { counted, own: this.#countings.length > 0 ? null : ownPart(name, task, loose) };
  }

  #countRun({ packs }: Run, asked: ToCount): CountedPart {
    const pieces = this.#piecesOf(packs);
    const part = countPieces(pieces, asked);
    const settledAt = Math.max(0, ...pieces.map(({ columns }) => settledAtOf(columns)));
    // A pack that is gone meanwhile, or young, is counted anew the next time.
    if (pieces.length === packs.length && asked.now >= settledAt)
      this.#memory.kept.put(keyOf(packs, asked), part, settledAt);
    return part;
  }

  #piecesOf(packs: readonly PackNeeded[]): Piece[] {
    return packs.flatMap(({ number, skipped }) => {
      const columns = this.#found.get(number);
      return columns ? [{ columns, skipped: skipped.length > 0 ? new Set(skipped) : null }] : [];
    });
  }
}

function byRun(packs: readonly PackNeeded[]): PackNeeded[][] {
  const runs = new Map<number, PackNeeded[]>();
  for (const pack of packs) {
    const run = runs.get(runOf(pack.number));
    if (run) run.push(pack);
    else runs.set(runOf(pack.number), [pack]);
  }
  return [...runs.values()];
}

/** Everything that a counting of these packs depends on: not the period, because all of them lies within it, and the zone only where it tells the hour or the day. */
function keyOf(packs: readonly PackNeeded[], { question, by, wanted, isExact }: ToCount): string {
  const { from: _, to: __, zone, ...rest } = question;
  const wall = isOnWall(by, question) ? zone : null;
  return JSON.stringify([packs.map(({ number, stamp }) => [number, stamp]), rest, wall, by, wanted, isExact]);
}
