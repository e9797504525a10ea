import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { FeedbackFilter } from '../../../protocol/wire/feedback.ts';
import type { Period } from '../changes.ts';
import type { FeedbackFacts, ReadFeedback, SaidLine } from '../feedback-store.ts';
import { countAnswers, countEnded, listFollowed } from './feedback-facts.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

const LOW_SCORE_MAX = 2;
const GOOD_SCORE_MIN = 4;

/** What was said before the chat is a JSON text; in a value the quotes would have a backslash before them. */
const COMPLAINED = '%"complaint":true%';

function isNamed(eb: ExpressionBuilder<Tables, 'episode'>, which: FeedbackFilter) {
  switch (which) {
    case 'all':
      return eb('episode.score', 'is not', null);
    case 'low':
      return eb('episode.score', '<=', LOW_SCORE_MAX);
    case 'good':
      return eb('episode.score', '>=', GOOD_SCORE_MIN);
    case 'unresolved':
      return eb('episode.outcome', '=', 'unresolved');
    case 'comment':
      return eb('episode.comment', 'is not', null);
    case 'complaint':
      return isComplaint(eb);
  }
}

/** Said with the rating, or before the first episode. */
function isComplaint(eb: ExpressionBuilder<Tables, 'episode'>) {
  const before = eb
    .selectFrom('intake')
    .select('intake.conversation_no')
    .whereRef('intake.conversation_no', '=', 'episode.conversation_no')
    .where('intake.document', 'like', sql.lit(COMPLAINED));
  return eb.or([eb('episode.complaint', '=', 1), eb.and([eb('episode.number', '=', 1), eb.exists(before)])]);
}

function isNameless(eb: ExpressionBuilder<Tables, 'anonymous_answer'>, which: FeedbackFilter) {
  switch (which) {
    case 'all':
      return eb('score', 'is not', null);
    case 'low':
      return eb('score', '<=', LOW_SCORE_MAX);
    case 'good':
      return eb('score', '>=', GOOD_SCORE_MIN);
    case 'unresolved':
      return eb('solved', '=', 'no');
    case 'comment':
      return eb('comment', 'is not', null);
    // A complaint wants an answer: nobody makes one without a name.
    case 'complaint':
      return eb('score', '<', 0);
  }
}

const namedIn = (db: Kysely<Tables>, p: Period, which: FeedbackFilter) =>
  db
    .selectFrom('episode')
    .where('episode.opened_at', '>=', p.from)
    .where('episode.opened_at', '<', p.to)
    .where((eb) => isNamed(eb, which));
const namelessIn = (db: Kysely<Tables>, p: Period, which: FeedbackFilter) =>
  db
    .selectFrom('anonymous_answer')
    .where('day_at', '>=', p.from)
    .where('day_at', '<', p.to)
    .where((eb) => isNameless(eb, which));

const saidAt = sql<number>`coalesce(episode.rated_at, episode.closed_at, episode.opened_at)`;

function queriesOf(which: FeedbackFilter) {
  const named = prepare<Period & { limit: number }>()((db, p) =>
    namedIn(db, p, which)
      .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
      .innerJoin('site', 'site.id', 'conversation.site_id')
      .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
      .leftJoin('agent', 'agent.id', 'episode.last_agent_id')
      .select([
        'episode.conversation_no as no',
        'episode.number',
        'conversation.id as conversationId',
        saidAt.as('at'),
        'episode.words_from as wordsFrom',
        'conversation.site_id as siteId',
        'visitor.label',
        'site.name as siteName',
        'agent.name as agentName',
        'episode.score',
        'episode.effort',
        'episode.recommend',
        'episode.solved',
        'episode.reasons',
        'episode.complaint',
        'episode.comment',
      ])
      .orderBy(saidAt, 'desc')
      .orderBy('episode.conversation_no', 'desc')
      .limit(p.limit),
  );
  const nameless = prepare<Period & { limit: number }>()((db, p) =>
    namelessIn(db, p, which)
      .innerJoin('site', 'site.id', 'anonymous_answer.site_id')
      .selectAll('anonymous_answer')
      .select('site.name as siteName')
      .orderBy('day_at', 'desc')
      .orderBy('anonymous_answer.id')
      .limit(p.limit),
  );
  const countNamed = prepare<Period>()((db, p) =>
    namedIn(db, p, which).select((eb) => eb.fn.countAll<number>().as('n')),
  );
  const countNameless = prepare<Period>()((db, p) =>
    namelessIn(db, p, which).select((eb) => eb.fn.countAll<number>().as('n')),
  );
  return { named, nameless, countNamed, countNameless };
}

const queries: Record<FeedbackFilter, ReturnType<typeof queriesOf>> = {
  all: queriesOf('all'),
  low: queriesOf('low'),
  good: queriesOf('good'),
  unresolved: queriesOf('unresolved'),
  complaint: queriesOf('complaint'),
  comment: queriesOf('comment'),
};

const lastFollowUp = prepare<{ no: number; number: number }>()((db, p) =>
  db
    .selectFrom('follow_up')
    .select(['id', 'due_at as dueAt', 'done_at as doneAt', 'outcome'])
    .where('conversation_no', '=', p.no)
    .where('episode', '=', p.number)
    .where('kind', '<>', 'snooze')
    .orderBy('made_at', 'desc')
    .limit(1),
);

/** One moment: all figures, and the lines of one filter with its exact number. */
export function* readFeedback(input: ReadFeedback): Operation<FeedbackFacts> {
  const { which, limit, followUpsMax } = input;
  const period = { from: input.from, to: input.to };
  const scores = yield* countAnswers('score', period);
  const effort = yield* countAnswers('effort', period);
  const recommend = yield* countAnswers('recommend', period);
  const found = queries[which];
  const total =
    Number((yield* row(found.countNamed, period))?.n ?? 0) + Number((yield* row(found.countNameless, period))?.n ?? 0);
  return {
    scores: [1, 2, 3, 4, 5].map((score) => scores.all.get(score) ?? 0) as FeedbackFacts['scores'],
    effort: [...effort.all],
    recommend: [...recommend.all],
    anonymous: scores.nameless,
    closed: yield* countEnded(period),
    ...(yield* listFollowed({ ...period, limit: followUpsMax })),
    total,
    lines: yield* listLines(which, { ...period, limit }),
  };
}

function* listLines(which: FeedbackFilter, input: Period & { limit: number }): Operation<SaidLine[]> {
  const found = queries[which];
  const lines: SaidLine[] = [];
  for (const { no, number, reasons, complaint, solved, ...line } of yield* rows(found.named, input)) {
    const followUp = (yield* row(lastFollowUp, { no, number })) ?? null;
    lines.push({ ...line, ...saidOf(reasons, solved), complaint: complaint === 1, followUp });
  }
  for (const one of yield* rows(found.nameless, input)) {
    const { day_at: at, site_id: siteId, words_from: wordsFrom, siteName, score, effort, recommend, comment } = one;
    lines.push({
      ...{ siteId, wordsFrom },
      ...{ conversationId: null, at, label: null, siteName, agentName: null, score, effort, recommend, comment },
      ...saidOf(one.reasons, one.solved),
      ...{ complaint: false, followUp: null },
    });
  }
  return lines.toSorted((one, other) => other.at - one.at).slice(0, input.limit);
}

function saidOf(reasons: string | null, solved: string | null): Pick<SaidLine, 'reasons' | 'solved'> {
  return { reasons: reasons === null ? [] : JSON.parse(reasons), solved: solved as SaidLine['solved'] };
}
