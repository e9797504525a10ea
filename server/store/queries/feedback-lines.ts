import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import {
  ANSWER_FILTERS,
  type AnswerFilter,
  FOLLOW_UP_FILTERS,
  type FollowUpFilter,
} from '../../../protocol/wire/feedback.ts';
import type { Period } from '../changes.ts';
import type { EpisodePlace } from '../fact-store.ts';
import type { ReadSaid, SaidFacts, SaidLine } from '../feedback-store.ts';
import { countFollowed, listFollowed } from './feedback-facts.ts';
import { numbersOf } from './list-of.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

const LOW_SCORE_MAX = 2;
const GOOD_SCORE_MIN = 4;

function isNameless(eb: ExpressionBuilder<Tables, 'anonymous_answer'>, which: AnswerFilter) {
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
    case 'nameless':
      return eb('score', 'is not', null);
    case 'effort':
    case 'recommend':
      return eb(which, 'is not', null);
    // A complaint wants an answer: nobody makes one without a name.
    case 'complaint':
      return eb('score', '<', 0);
  }
}

const namelessIn = (db: Kysely<Tables>, p: Period, which: AnswerFilter) =>
  db
    .selectFrom('anonymous_answer')
    .where('day_at', '>=', p.from)
    .where('day_at', '<', p.to)
    .where((eb) => isNameless(eb, which));

const saidAt = sql<number>`coalesce(episode.rated_at, episode.closed_at, episode.opened_at)`;

const named = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('agent', 'agent.id', 'episode.last_agent_id')
    .where('episode.conversation_no', 'in', numbersOf(p.nos, dialect) as never)
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
    .orderBy('episode.conversation_no', 'desc'),
);

function queriesOf(which: AnswerFilter) {
  const nameless = prepare<Period & { limit: number }>()((db, p) =>
    namelessIn(db, p, which)
      .innerJoin('site', 'site.id', 'anonymous_answer.site_id')
      .selectAll('anonymous_answer')
      .select('site.name as siteName')
      .orderBy('day_at', 'desc')
      .orderBy('anonymous_answer.id')
      .limit(p.limit),
  );
  const countNameless = prepare<Period>()((db, p) =>
    namelessIn(db, p, which).select((eb) => eb.fn.countAll<number>().as('n')),
  );
  return { nameless, countNameless };
}

const queries = Object.fromEntries(ANSWER_FILTERS.map((which) => [which, queriesOf(which)])) as Record<
  AnswerFilter,
  ReturnType<typeof queriesOf>
>;

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

/** One moment: what was made of it, and the lines of one filter. */
export function* readSaid({ from, to, now, which, limit, places }: ReadSaid): Operation<SaidFacts> {
  const period = { from, to };
  const counted = yield* countFollowed({ ...period, now });
  if (isOfFollowUps(which))
    return { ...counted, followed: yield* listFollowed({ ...period, which, now, limit }), nameless: 0, lines: [] };
  const lines = [...(yield* listSaid(places)), ...(yield* listNameless(which, { ...period, limit }))];
  return {
    ...{ ...counted, followed: [] },
    nameless: Number((yield* row(queries[which].countNameless, period))?.n ?? 0),
    lines: lines.toSorted((one, other) => other.at - one.at).slice(0, limit),
  };
}

function isOfFollowUps(which: ReadSaid['which']): which is FollowUpFilter {
  return FOLLOW_UP_FILTERS.some((one) => one === which);
}

/** What was said in these episodes, in any order. */
export function* listSaid(places: readonly EpisodePlace[]): Operation<SaidLine[]> {
  if (places.length === 0) return [];
  const wanted = new Set(places.map(({ no, episode }) => `${no} ${episode}`));
  const nos = JSON.stringify([...new Set(places.map(({ no }) => no))]);
  const lines: SaidLine[] = [];
  for (const { no, number, reasons, complaint, solved, ...line } of yield* rows(named, { nos })) {
    if (!wanted.has(`${no} ${number}`)) continue;
    const followUp = (yield* row(lastFollowUp, { no, number })) ?? null;
    lines.push({ ...line, no, number, ...saidOf(reasons, solved), complaint: complaint === 1, followUp });
  }
  return lines;
}

function* listNameless(which: AnswerFilter, input: Period & { limit: number }): Operation<SaidLine[]> {
  return (yield* rows(queries[which].nameless, input)).map((one) => {
    const { day_at: at, site_id: siteId, words_from: wordsFrom, siteName, score, effort, recommend, comment } = one;
    return {
      ...{ siteId, wordsFrom, no: null, number: null },
      ...{ conversationId: null, at, label: null, siteName, agentName: null, score, effort, recommend, comment },
      ...saidOf(one.reasons, one.solved),
      ...{ complaint: false, followUp: null },
    };
  });
}

function saidOf(reasons: string | null, solved: string | null): Pick<SaidLine, 'reasons' | 'solved'> {
  return { reasons: reasons === null ? [] : JSON.parse(reasons), solved: solved as SaidLine['solved'] };
}
