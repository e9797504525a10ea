import { REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { MeasureRow, MeasureRows, Question, RowsOf } from '../../protocol/wire/measures.ts';
import { groupColumns } from '../domain/measures/group-columns.ts';
import { type FigureRow, listRows, type TakeRow } from '../domain/measures/rows-of.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { aimOf, createGrouper } from './count-measures.ts';
import { answered, refused } from './finish.ts';
import { readColumns } from './read-columns.ts';

export interface RowsAsked {
  question: Question;
  of: RowsOf;
  /** Where the page before ended. */
  cursor: string | null;
}

type Place = Pick<FigureRow, 'openedAt' | 'no' | 'episode' | 'seq'>;

/** The rows behind a figure, the latest first: found by the figure's own definition, so that there are as many as it says. */
export async function listMeasureRows(
  context: Context,
  _subject: AgentSubject,
  { question, of, cursor }: RowsAsked,
): Promise<Done<MeasureRows>> {
  const after = cursor === null ? null : readCursor(cursor);
  if (after === undefined)
    return refused('invalid_payload', { field: 'cursor', hint: 'Send `next` of the page before.' });
  const at = context.clock.now();
  const aim = aimOf(question, at);
  const grouper = createGrouper(context, question, null);
  const page = new LatestRows(after);
  for await (const { columns, skipped } of readColumns(context, question)) {
    for (const grouping of groupColumns(columns, grouper, skipped)) {
      listRows(columns, grouping, of, aim, page.add);
    }
  }
  const found = page.take();
  const last = found.at(-1);
  const next = page.hasMore && last ? writeCursor(last) : null;
  const rows = await toLines(context, found);
  return answered({ question, at, of, total: page.total, rows, nameless: [], next });
}

/** Keeps the page that follows a place, out of any number of rows in any order. */
class LatestRows {
  total = 0;
  hasMore = false;
  readonly #after: Place | null;
  #kept: FigureRow[] = [];
  #oldestAt = 0;

  constructor(after: Place | null) {
    this.#after = after;
  }

  readonly add: TakeRow = (columns, episode, wait, ms, isLonger) => {
    this.total += 1;
    const openedAt = columns.openedAt[episode] as number;
    // Nearly all of many are too old for the page.
    if (openedAt < this.#oldestAt) {
      this.hasMore = true;
      return;
    }
    const seq = wait < 0 ? 0 : (columns.waitSeq[wait] as number);
    const place = { openedAt, no: columns.no[episode] as number, episode: columns.episode[episode] as number, seq };
    if (this.#after && compare(place, this.#after) <= 0) return;
    this.#kept.push({ ...place, ms, isLonger });
    if (this.#kept.length >= REPORT_ROWS_MAX * 8) this.#cut();
  };

  take(): FigureRow[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept.sort(compare);
    if (this.#kept.length < REPORT_ROWS_MAX) return;
    if (this.#kept.length > REPORT_ROWS_MAX) this.hasMore = true;
    this.#kept = this.#kept.slice(0, REPORT_ROWS_MAX);
    this.#oldestAt = this.#kept.at(-1)?.openedAt ?? 0;
  }
}

/** The latest first, and one order for all that began at once. */
function compare(one: Place, other: Place): number {
  return other.openedAt - one.openedAt || other.no - one.no || other.episode - one.episode || other.seq - one.seq;
}

function writeCursor({ openedAt, no, episode, seq }: Place): string {
  return [openedAt, no, episode, seq].join('-');
}

function readCursor(text: string): Place | undefined {
  if (!/^\d{1,16}(?:-\d{1,16}){3}$/.test(text)) return undefined;
  const [openedAt, no, episode, seq] = text.split('-').map(Number) as [number, number, number, number];
  return { openedAt, no, episode, seq };
}

async function toLines({ store }: Context, rows: readonly FigureRow[]): Promise<MeasureRow[]> {
  if (rows.length === 0) return [];
  const lines = new Map((await store.readFactLines(rows)).map((line) => [`${line.no} ${line.episode}`, line]));
  return rows.flatMap((row) => {
    const line = lines.get(`${row.no} ${row.episode}`);
    if (!line) return [];
    const { no, written, ...shown } = line;
    const all = written.reduce((sum, { messages }) => sum + messages, 0);
    const shares = written.map(({ name, messages }) => ({ name, share: messages / all }));
    return [{ ...shown, ms: row.ms, isLonger: row.isLonger, shares }];
  });
}
