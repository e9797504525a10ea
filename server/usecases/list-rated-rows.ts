import { REPORT_ROWS_MAX, SATISFIED_SCORE_MIN } from '../../protocol/wire/limits.ts';
import type { MeasureRows, Question } from '../../protocol/wire/measures.ts';
import { askBusiness } from './business-desk.ts';
import type { WordsAsked } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';
import { listMeasureRows, type RowsAsked } from './list-measure-rows.ts';
import { knowsNameless, namelessOf } from './nameless-answers.ts';
import { sayAsked } from './wordings.ts';

/** After the last row; then the offset. */
const NAMELESS = /^nameless-(\d{1,9})$/;

/**
 * The rows behind a figure; behind one of ratings also what was said without a name, after all others, so that there are as many as
 * the figure says.
 */
export async function listRows(context: Context, subject: AgentSubject, asked: RowsAsked): Promise<Done<MeasureRows>> {
  const { question, of, cursor } = asked;
  if (isOfWords(asked)) return askBusiness(context, subject, 'wordRows', asked);
  const isOfRatings = (of === 'rated' || of === 'satisfied') && knowsNameless(question);
  if (!isOfRatings) return listMeasureRows(context, subject, asked);
  const scoreMin = of === 'satisfied' ? SATISFIED_SCORE_MIN : 1;
  const offset = cursor === null ? null : NAMELESS.exec(cursor)?.[1];
  const done = await listMeasureRows(context, subject, offset ? { ...asked, cursor: null } : asked);
  if (!done.answer.ok) return done;
  const { value } = done.answer;
  const total = value.total + (await countNameless(context, question, scoreMin));
  // In this order whole pages of rows come first, then whole pages of the others.
  if (!offset) return answered({ ...value, total, next: value.next ?? (total > value.total ? 'nameless-0' : null) });
  const page = { ...namelessOf(context, question), scoreMin, limit: REPORT_ROWS_MAX, offset: Number(offset) };
  const nameless = (await context.store.listAnonymous(page)).map(sayAsked(await context.store.listQuestionWords()));
  const read = Number(offset) + nameless.length;
  const next = value.total + read < total && nameless.length > 0 ? `nameless-${read}` : null;
  return answered({ ...value, total, rows: [], nameless, next });
}

async function countNameless(context: Context, question: Question, scoreMin: number): Promise<number> {
  const counts = await context.store.countAnonymous(namelessOf(context, question));
  return counts.reduce((sum, { score, n }) => sum + (score >= scoreMin ? n : 0), 0);
}

function isOfWords(asked: RowsAsked): asked is WordsAsked {
  return asked.of.startsWith('words:');
}
