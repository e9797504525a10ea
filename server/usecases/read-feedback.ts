import type { Nothing } from '../../protocol/wire/events.ts';
import {
  type FeedbackFilter,
  type FeedbackLine,
  type FeedbackReport,
  FOLLOW_UP_FILTERS,
  type FollowUpFilter,
  type KindWords,
} from '../../protocol/wire/feedback.ts';
import { KIND_WORDS_AGE_MS_MAX, KIND_WORDS_MAX } from '../../protocol/wire/limits.ts';
import type { Csat } from '../../protocol/wire/report.ts';
import { type AskedCount, countAnswers, findSaid } from '../domain/feedback/answers.ts';
import { readEffort, readRecommend } from '../domain/feedback/figures.ts';
import { latestPlaces } from '../domain/feedback/latest-places.ts';
import { countFollowed, type Followed, isHit, readFollowUps } from '../domain/feedback/won-back.ts';
import { ASKED, type AskedQuestion, readWordings, wordingAt, wordingsOf } from '../domain/feedback/wordings.ts';
import { readCsat } from '../domain/rating.ts';
import type { KeptWords, SaidLine } from '../store/feedback-store.ts';
import type { FeedbackAsked } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';
import { keepBooks, refuseTooOld } from './keep-books.ts';

/** What visitors said of the episodes opened in a period, and what was made of it (K8). */
export async function readFeedback(
  context: Context,
  _subject: AgentSubject,
  { from, to, which, limit }: FeedbackAsked,
): Promise<Done<FeedbackReport>> {
  const { store } = context;
  const { books, fresh, now } = await keepBooks(context);
  const tooOld = refuseTooOld({ books }, from);
  if (tooOld) return tooOld;
  const chosen = { from, to, siteId: null };
  const { ended, asked } = countAnswers(books, fresh, chosen);
  const found = isOfFollowUps(which) ? null : findSaid(books, fresh, chosen, which);
  const places = found ? latestPlaces(found, limit) : [];
  const [kept, nameless, { sites }, said] = await Promise.all([
    store.listQuestionWords(),
    store.countAskedNameless(chosen),
    store.listNames(),
    store.readSaid({ from, to, now, which, limit, places }),
  ]);
  const followUps = readFollowUps(said.made, said.due);
  const lines = isOfFollowUps(which) ? await linesOf(context, said.followed, which) : said.lines;
  const counts = [...asked, ...nameless];
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  return answered({
    from,
    to,
    anonymous: nameless.reduce((sum, { question, n }) => sum + (question === 'score' ? n : 0), 0),
    csat: readCsat(scoresOf(counts), ended),
    effort: readEffort(answersTo(counts, 'effort')),
    recommend: readRecommend(answersTo(counts, 'recommend')),
    followUps,
    total: isOfFollowUps(which) ? countFollowed(followUps, which) : (found?.count ?? 0) + said.nameless,
    wordings: readWordings(kept, counts, (id) => names.get(id) ?? id),
    lines: lines.map(({ siteId, wordsFrom, no: _no, number: _number, ...line }) => ({
      ...line,
      asked: wordsOf(kept, siteId, wordsFrom, line),
    })),
  });
}

function isOfFollowUps(which: FeedbackFilter): which is FollowUpFilter {
  return FOLLOW_UP_FILTERS.some((one) => one === which);
}

/** One for each follow-up, with what was said in its episode. */
async function linesOf({ store }: Context, chosen: readonly Followed[], which: FollowUpFilter): Promise<SaidLine[]> {
  const lines = await store.listSaid(chosen);
  const byPlace = new Map(lines.map((line) => [`${line.no} ${line.number}`, line]));
  return chosen.flatMap((one) => {
    const { no, episode, id, dueAt, doneAt, outcome } = one;
    const line = byPlace.get(`${no} ${episode}`);
    return line ? [{ ...line, followUp: { id, dueAt, doneAt, outcome }, isHit: isHit(one, which) }] : [];
  });
}

function scoresOf(counts: readonly AskedCount[]): Csat['scores'] {
  const scores = answersTo(counts, 'score');
  return [1, 2, 3, 4, 5].map((score) => scores.get(score) ?? 0) as Csat['scores'];
}

/** How often each answer was given, whatever the words were. */
function answersTo(counts: readonly AskedCount[], question: AskedQuestion): Map<number, number> {
  const found = new Map<number, number>();
  for (const one of counts) if (one.question === question) found.set(one.answer, (found.get(one.answer) ?? 0) + one.n);
  return found;
}

/** K10: of each question that was answered. */
function wordsOf(kept: readonly KeptWords[], siteId: string, from: number, line: Record<AskedQuestion, number | null>) {
  const asked = ASKED.filter((question) => line[question] !== null);
  const words = asked.map((question) => [question, wordingAt(wordingsOf(kept, siteId, question), from)?.words ?? {}]);
  return Object.fromEntries(
    words.filter(([, said]) => Object.keys(said as object).length > 0),
  ) as FeedbackLine['asked'];
}

/** K6: one's own good words; nobody is ranked by them. */
export async function readOwnFeedback(
  context: Context,
  { agent }: AgentSubject,
  _input: Nothing,
): Promise<Done<{ words: KindWords[] }>> {
  const since = context.clock.now() - KIND_WORDS_AGE_MS_MAX;
  return answered({ words: await context.store.listKindWords({ agentId: agent.id, since, limit: KIND_WORDS_MAX }) });
}
