import type { Nothing } from '../../protocol/wire/events.ts';
import type { FeedbackLine, FeedbackReport, KindWords } from '../../protocol/wire/feedback.ts';
import { KIND_WORDS_AGE_MS_MAX, KIND_WORDS_MAX, REPORT_FOLLOW_UPS_MAX } from '../../protocol/wire/limits.ts';
import { readEffort, readRecommend } from '../domain/feedback/figures.ts';
import { readFollowUps } from '../domain/feedback/won-back.ts';
import { ASKED, type AskedQuestion, readWordings, wordingAt, wordingsOf } from '../domain/feedback/wordings.ts';
import { readCsat } from '../domain/rating.ts';
import type { KeptWords } from '../store/feedback-store.ts';
import type { FeedbackAsked } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** What visitors said of the episodes opened in a period, and what was made of it (K8). */
export async function readFeedback(
  context: Context,
  _subject: AgentSubject,
  { from, to, which, limit }: FeedbackAsked,
): Promise<Done<FeedbackReport>> {
  const question = { from, to, which, limit, followUpsMax: REPORT_FOLLOW_UPS_MAX };
  const { store } = context;
  const facts = await store.readFeedback(question);
  const [kept, counts, { sites }] = await Promise.all([
    store.listQuestionWords(),
    store.countAsked({ from, to, siteId: null }),
    store.listNames(),
  ]);
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  return answered({
    from,
    to,
    anonymous: facts.anonymous,
    csat: readCsat(facts.scores, facts.closed),
    effort: readEffort(new Map(facts.effort)),
    recommend: readRecommend(new Map(facts.recommend)),
    followUps: readFollowUps(facts.made, facts.due, context.clock.now()),
    total: facts.total,
    wordings: readWordings(kept, counts, (id) => names.get(id) ?? id),
    lines: facts.lines.map(({ siteId, wordsFrom, ...line }) => ({
      ...line,
      asked: wordsOf(kept, siteId, wordsFrom, line),
    })),
  });
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
