import { REPORT_PROMISES_MAX, REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { FILTERS, type MeasureRows, type MeasuresPromised, type Question } from '../../protocol/wire/measures.ts';
import { countPromised, judgePromised, type Promised } from '../domain/queue/back-test.ts';
import type { PromisedAsked, PromisedRowsAsked } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { toMeasureRows } from './measure-rows.ts';

/**
 * M17: what visitors were told about their wait, against what came of it. Of all sites or of one; no other filter is known of it. `linesMax`: so
 * many of the lines are told, the latest.
 */
export async function readPromised(
  context: Context,
  _subject: AgentSubject,
  { question, linesMax }: PromisedAsked,
): Promise<Done<MeasuresPromised>> {
  const at = context.clock.now();
  const told = await toldOf(context, question);
  if (told === null) return answered({ question, at, promised: null, isCut: false, lines: [] });
  const lines = told.found.map(judgePromised);
  return answered({ question, at, promised: countPromised(lines), isCut: told.isCut, lines: lines.slice(0, linesMax) });
}

/** The episodes behind a part of it, by the same judgement, so that there are as many as the share says. */
export async function listPromisedRows(
  context: Context,
  _subject: AgentSubject,
  { question, of, cursor, limit = REPORT_ROWS_MAX }: PromisedRowsAsked,
): Promise<Done<MeasureRows>> {
  const offset = Number(cursor ?? 0);
  if (!Number.isInteger(offset) || offset < 0)
    return refused('invalid_payload', { field: 'cursor', hint: 'Send `next` of the page before.' });
  const part = of.slice('promised:'.length);
  const told = await toldOf(context, question);
  const lines = (told?.found ?? []).map((one) => ({ ...judgePromised(one), no: one.no }));
  const found = lines.filter(({ result }) => result === part || (part === 'all' && result !== 'unknown'));
  const shown = found.slice(offset, offset + limit);
  const places = shown.map(({ no, episode, at, waitMs }) => {
    return { no, episode, openedAt: at, seq: 0, ms: waitMs, isLonger: false };
  });
  const read = offset + shown.length;
  const next = shown.length > 0 && read < found.length ? String(read) : null;
  const rows = await toMeasureRows(context, places);
  return answered({ question, at: context.clock.now(), of, total: found.length, rows, nameless: [], next });
}

/** Null: what was told cannot be narrowed so. */
async function toldOf({ store }: Context, question: Question): Promise<{ found: Promised[]; isCut: boolean } | null> {
  if (FILTERS.some((name) => name !== 'site' && question[name] !== undefined)) return null;
  const { from, to, site = null } = question;
  const found = await store.listPromises({ from, to, siteId: site, limit: REPORT_PROMISES_MAX + 1 });
  return { found: found.slice(0, REPORT_PROMISES_MAX), isCut: found.length > REPORT_PROMISES_MAX };
}
