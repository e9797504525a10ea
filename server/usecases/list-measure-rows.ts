import { REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { MeasureRows, Question, RowsOf } from '../../protocol/wire/measures.ts';
import type { RowPlace } from '../domain/measures/rows-of.ts';
import { askFacts } from './ask-facts.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { toMeasureRows } from './measure-rows.ts';

export interface RowsAsked {
  question: Question;
  of: RowsOf;
  /** Where the page before ended. */
  cursor: string | null;
  /** Of a page, unless it is a usual one. */
  limit?: number | undefined;
}

/** The rows behind a figure, the latest first: found by the figure's own definition, so that there are as many as it says. */
export async function listMeasureRows(
  context: Context,
  _subject: AgentSubject,
  { question, of, cursor, limit = REPORT_ROWS_MAX }: RowsAsked,
): Promise<Done<MeasureRows>> {
  const after = cursor === null ? null : readCursor(cursor);
  if (after === undefined)
    return refused('invalid_payload', { field: 'cursor', hint: 'Send `next` of the page before.' });
  const at = context.clock.now();
  const { total, rows, hasMore } = await askFacts(context, 'rows', { question, of, after, limit });
  const last = rows.at(-1);
  const next = hasMore && last ? writeCursor(last) : null;
  return answered({ question, at, of, total, rows: await toMeasureRows(context, rows), nameless: [], next });
}

function writeCursor({ openedAt, no, episode, seq }: RowPlace): string {
  return [openedAt, no, episode, seq].join('-');
}

function readCursor(text: string): RowPlace | undefined {
  if (!/^\d{1,16}(?:-\d{1,16}){3}$/.test(text)) return undefined;
  const [openedAt, no, episode, seq] = text.split('-').map(Number) as [number, number, number, number];
  return { openedAt, no, episode, seq };
}
