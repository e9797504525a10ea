import { REPORT_PROMISES_MAX } from '../../protocol/wire/limits.ts';
import { FILTERS, type MeasuresPromised, type Question } from '../../protocol/wire/measures.ts';
import { countPromised, judgePromised } from '../domain/queue/back-test.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** M17: what visitors were told about their wait, against what came of it. Of all sites or of one; no other filter is known of it. */
export async function readPromised(
  context: Context,
  _subject: AgentSubject,
  question: Question,
): Promise<Done<MeasuresPromised>> {
  const at = context.clock.now();
  const { from, to, site } = question;
  const isNarrow = FILTERS.some((name) => name !== 'site' && question[name] !== undefined);
  if (isNarrow) return answered({ question, at, promised: null, lines: [] });
  const told = await context.store.listPromises({ from, to, limit: REPORT_PROMISES_MAX });
  const lines = told.filter(({ siteId }) => site === undefined || siteId === site).map(judgePromised);
  return answered({ question, at, promised: countPromised(lines), lines });
}
