import type { Answer } from '../../protocol/wire/errors.ts';
import type { BusinessQuestion, BusinessTask, BusinessTasks } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { listBusinessRows } from './list-business-rows.ts';
import { readBusiness } from './read-business.ts';
import { readBusinessSplit } from './read-business-split.ts';
import { readFeedback } from './read-feedback.ts';
import { readForecast, readPastHours } from './read-forecast.ts';
import { listPromisedRows, readPromised } from './read-promised.ts';
import { listWordingRows, readQuestionWordings } from './wordings.ts';

type Workers = {
  [Name in BusinessTask]: (
    context: Context,
    subject: AgentSubject,
    asked: BusinessTasks[Name][0],
  ) => Promise<Done<BusinessTasks[Name][1]>>;
};
const WORKERS: Workers = {
  report: readBusiness,
  splits: readBusinessSplit,
  rows: listBusinessRows,
  forecast: readForecast,
  pastHours: readPastHours,
  feedback: readFeedback,
  wordings: readQuestionWordings,
  wordRows: listWordingRows,
  promised: readPromised,
  promisedRows: listPromisedRows,
};

/** In this thread. */
export async function answerBusiness<Name extends BusinessTask>(
  context: Context,
  { name, asked, agent }: Pick<BusinessQuestion<Name>, 'name' | 'asked' | 'agent'>,
): Promise<Answer<BusinessTasks[Name][1]>> {
  const done = await WORKERS[name](context, { kind: 'agent', agent, sessionId: '' }, asked);
  return done.answer;
}

/**
 * Figures of business, the forecast and what was said read every conversation of their period, seconds of work for a year of a busy
 * team: nobody's message waits for that (G8).
 */
export async function askBusiness<Name extends BusinessTask>(
  context: Context,
  { agent }: AgentSubject,
  name: Name,
  asked: BusinessTasks[Name][0],
): Promise<Done<BusinessTasks[Name][1]>> {
  const question = { name, asked, agent, now: context.clock.now() };
  const answer = context.business ? await context.business.ask(question) : await answerBusiness(context, question);
  return { answer, notices: [] };
}
