import { aimOf, createGrouper } from './counted.ts';
import type { Piece, RowsAnswer, TaskOf } from './fact-tasks.ts';
import { groupColumns } from './group-columns.ts';
import { type FigureRow, listRows, type RowPlace, type RowTaker } from './rows-of.ts';

/** Rows are put in order when so many times the page have come together. */
const ROOM_TIMES = 8;

/** The rows behind a figure, the latest first: found by the figure's own definition, so that there are as many as it says. */
export function pageOfRows(
  { question, wall, of, after, limit, now }: TaskOf<'rows'>,
  pieces: readonly Piece[],
): RowsAnswer {
  const grouper = createGrouper(question, null, wall);
  const aim = aimOf(question, now);
  const page = new LatestRows(after, limit);
  for (const { columns, skipped } of pieces) listRows(columns, groupColumns(columns, grouper, skipped), of, aim, page);
  const rows = page.cut();
  return { total: page.total, rows, hasMore: page.hasMore };
}

/** Pages of parts of the facts are one page: each holds the first of its own. */
export function addPages({ limit }: TaskOf<'rows'>, parts: readonly RowsAnswer[]): RowsAnswer {
  const rows = parts.flatMap((part) => part.rows).sort(compare);
  const hasMore = rows.length > limit || parts.some((part) => part.hasMore);
  return { total: parts.reduce((sum, part) => sum + part.total, 0), rows: rows.slice(0, limit), hasMore };
}

/** Keeps the page that follows a place, out of any number of rows in any order. */
class LatestRows implements RowTaker {
  total = 0;
  hasMore = false;
  /** Whatever began before this is too old for the page. */
  oldestAt = 0;
  readonly #after: RowPlace | null;
  readonly #limit: number;
  #kept: FigureRow[] = [];

  constructor(after: RowPlace | null, limit: number) {
    this.#after = after;
    this.#limit = limit;
  }

  take(row: FigureRow): void {
    if (this.#after && compare(row, this.#after) <= 0) return;
    this.#kept.push(row);
    if (this.#kept.length >= this.#limit * ROOM_TIMES) this.cut();
  }

  cut(): FigureRow[] {
    this.#kept.sort(compare);
    if (this.#kept.length > this.#limit) this.hasMore = true;
    this.#kept = this.#kept.slice(0, this.#limit);
    if (this.#kept.length === this.#limit) this.oldestAt = this.#kept.at(-1)?.openedAt ?? 0;
    return this.#kept;
  }
}

/** The latest first, and one order for all that began at once. */
function compare(one: RowPlace, other: RowPlace): number {
  return other.openedAt - one.openedAt || other.no - one.no || other.episode - one.episode || other.seq - one.seq;
}
