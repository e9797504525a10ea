import type { ForecastRows } from '../../protocol/wire/business.ts';
import { REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { Question } from '../../protocol/wire/measures.ts';
import type { Period } from '../store/store.ts';
import { askNarrowed } from './ask-narrowed.ts';
import type { ForecastAsked, PastHours } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { listMeasureRows } from './list-measure-rows.ts';

export interface ForecastRowsAsked extends ForecastAsked {
  /** The hour of the forecast. */
  at: number;
  /** Where the page before ended. */
  cursor?: string | undefined;
}

/** Which of the past hours comes next, and where within it. */
const CURSOR = /^(\d)\.(.{0,70})$/;

/** What an hour of the forecast is made of: a prediction has no rows, but the same hours of the past weeks have. */
export async function listForecastRows(
  context: Context,
  subject: AgentSubject,
  { cursor = '0.', ...asked }: ForecastRowsAsked,
): Promise<Done<ForecastRows>> {
  const { answer } = await askNarrowed(context, subject, 'pastHours', asked);
  if (!answer.ok) return { answer, notices: [] };
  const past = answer.value;
  const [, begin, within] = CURSOR.exec(cursor) ?? [];
  if (begin === undefined)
    return refused('invalid_payload', { field: 'cursor', hint: 'Send `next` of the page before.' });
  const [found, next] = [{ total: 0, rows: [] as ForecastRows['rows'] }, { value: null as string | null }];
  for (const [index, span] of past.spans.entries()) {
    const isPast = index < Number(begin);
    const page = await listMeasureRows(context, subject, {
      question: questionOf(span, past),
      of: 'episodes',
      cursor: index === Number(begin) && within ? within : null,
    });
    if (!page.answer.ok) return { answer: page.answer, notices: [] };
    const { total, rows, next: more } = page.answer.value;
    found.total += total;
    if (isPast || next.value !== null) continue;
    found.rows.push(...rows);
    if (more !== null) next.value = `${index}.${more}`;
    else if (found.rows.length >= REPORT_ROWS_MAX && index + 1 < past.spans.length) next.value = `${index + 1}.`;
  }
  return answered({ at: asked.at, ...found, nameless: [], next: next.value });
}

function questionOf(span: Period, { siteId, departmentId, only }: PastHours): Question {
  return {
    ...{ ...span, zone: 'UTC', clock: 'calendar', ...only },
    ...(siteId !== null && { site: siteId }),
    ...(departmentId !== null && { department: departmentId }),
  };
}
