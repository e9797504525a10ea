import { REPORT_ROWS_MAX, SATISFIED_SCORE_MIN, SCORE_MAX, SCORE_MIN } from '../../protocol/wire/limits.ts';
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
  if (isOfWords(asked)) return askBusiness(context, subject, 'wordRows', asked);
  if (asked.of.startsWith('promised:')) return askBusiness(context, subject, 'promisedRows', asked);
  const scores = scoresOf(asked.of);
  if (!scores) return listMeasureRows(context, subject, asked);
  const { question, of, cursor, limit = REPORT_ROWS_MAX } = asked;
  const named =
    scores.only === null ? asked : { question: narrowed(question, scores.only), of: 'rated' as const, cursor, limit };
  const knows = knowsNameless(question);
  const offset = cursor === null || !knows ? null : NAMELESS.exec(cursor)?.[1];
  const done = await listMeasureRows(context, subject, offset ? { ...named, cursor: null } : named);
  if (!done.answer.ok) return done;
  const value = { ...done.answer.value, question, of };
  if (!knows) return answered(value);
  const total = value.total + (await countNameless(context, question, scores));
  // In this order whole pages of rows come first, then whole pages of the others.
  if (!offset) return answered({ ...value, total, next: value.next ?? (total > value.total ? 'nameless-0' : null) });
  const { min: scoreMin, max: scoreMax } = scores;
  const page = { ...namelessOf(context, question), scoreMin, scoreMax, limit, offset: Number(offset) };
  const nameless = (await context.store.listAnonymous(page)).map(sayAsked(await context.store.listQuestionWords()));
  const read = Number(offset) + nameless.length;
  const next = value.total + read < total && nameless.length > 0 ? `nameless-${read}` : null;
  return answered({ ...value, total, rows: [], nameless, next });
}

interface Scores {
  min: number;
  max: number;
  /** One score alone: what those with a name are narrowed to. */
  only: number | null;
}

function scoresOf(of: RowsAsked['of']): Scores | undefined {
  if (of === 'rated') return { min: SCORE_MIN, max: SCORE_MAX, only: null };
  if (of === 'satisfied') return { min: SATISFIED_SCORE_MIN, max: SCORE_MAX, only: null };
  const only = Number(/^score:(\d)$/.exec(of)?.[1] ?? 0);
  return only === 0 ? undefined : { min: only, max: only, only };
}

/** A question that is narrowed to another score already has no such rows. */
function narrowed(question: Question, score: number): Question {
  const asked = String(score);
  if (question.score === undefined || question.score === asked) return { ...question, score: asked };
  return { ...question, score: 'none' };
}

async function countNameless(context: Context, question: Question, { min, max }: Scores): Promise<number> {
  const counts = await context.store.countAnonymous(namelessOf(context, question));
  return counts.reduce((sum, { score, n }) => sum + (score >= min && score <= max ? n : 0), 0);
}

function isOfWords(asked: RowsAsked): asked is WordsAsked {
  return asked.of.startsWith('words:');
}
