import type { ExpressionBuilder, Kysely } from 'kysely';
import { SCORE_MAX } from '../../../protocol/wire/limits.ts';
import type { Outcome } from '../../../protocol/wire/model.ts';
import type { EpisodeFilter, EpisodeRow, FirstWait, Period, ReportFacts } from '../store.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';
import { lengthMs } from './waits.ts';

const SATISFIED_SCORE_MIN = 4;
const ABANDONED: Outcome[] = ['abandoned_in_queue', 'abandoned_before_answer'];

/** What a number counts, once: for the number and for the list behind it. */
function isCounted(eb: ExpressionBuilder<Tables, 'episode'>, which: EpisodeFilter) {
  switch (which) {
    case 'all':
      return eb('episode.opened_at', 'is not', null);
    case 'answered':
      return eb('episode.first_response_ms', 'is not', null);
    case 'abandoned':
      return eb('episode.outcome', 'in', ABANDONED);
    case 'rated':
      return eb('episode.score', 'is not', null);
    case 'satisfied':
      return eb('episode.score', '>=', SATISFIED_SCORE_MIN);
  }
}

function inPeriod(db: Kysely<Tables>, p: Period) {
  return db.selectFrom('episode').where('episode.opened_at', '>=', p.from).where('episode.opened_at', '<', p.to);
}

function countOf(which: EpisodeFilter) {
  return prepare<Period>()((db, p) =>
    inPeriod(db, p)
      .where((eb) => isCounted(eb, which))
      .select((eb) => eb.fn.countAll<number>().as('n')),
  );
}

const counts = { all: countOf('all'), answered: countOf('answered'), abandoned: countOf('abandoned') };

const outcomes = prepare<Period>()((db, p) =>
  inPeriod(db, p)
    .where('episode.outcome', 'is not', null)
    .groupBy('episode.outcome')
    .select((eb) => ['episode.outcome', eb.fn.countAll<number>().as('n')]),
);
const scores = prepare<Period>()((db, p) =>
  inPeriod(db, p)
    .where('episode.score', 'is not', null)
    .groupBy('episode.score')
    .select((eb) => ['episode.score', eb.fn.countAll<number>().as('n')]),
);
const queueTimes = prepare<Period>()((db, p) =>
  inPeriod(db, p).where('episode.queue_ms', 'is not', null).select('episode.queue_ms'),
);
const endedWaits = prepare<Period>()((db, p) =>
  inPeriod(db, p)
    .innerJoin('wait', (join) =>
      join.onRef('wait.conversation_no', '=', 'episode.conversation_no').onRef('wait.episode', '=', 'episode.number'),
    )
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .select([
      'wait.length_ms',
      'wait.end',
      'wait.first',
      'wait.started_at as startedAt',
      'conversation.site_id as siteId',
      'conversation.department_id as departmentId',
    ]),
);
/** Episodes that are open, whose visitor waits now. */
const runningWaits = prepare<Period>()((db, p) =>
  inPeriod(db, p)
    .where('episode.closed_at', 'is', null)
    .innerJoin('conversation', (join) =>
      join
        .onRef('conversation.no', '=', 'episode.conversation_no')
        .onRef('conversation.episode', '=', 'episode.number'),
    )
    .where('conversation.wait_started_at', 'is not', null)
    .select([
      'conversation.wait_started_at',
      'conversation.first_response_ms',
      'conversation.site_id as siteId',
      'conversation.department_id as departmentId',
    ]),
);

/** `now`: until then the running waits have lasted at least; they are censored there (M11). */
export function* readReport(input: Period & { now: number }): Operation<ReportFacts> {
  const period = { from: input.from, to: input.to };
  const byOutcome = yield* rows(outcomes, period);
  const facts: ReportFacts = {
    conversations: numberOf(yield* row(counts.all, period)),
    answered: numberOf(yield* row(counts.answered, period)),
    abandoned: numberOf(yield* row(counts.abandoned, period)),
    firstWaits: { answeredMs: [], censoredMs: [] },
    firstSpans: [],
    waits: { answeredMs: [], censoredMs: [] },
    queueMs: (yield* rows(queueTimes, period)).map((one) => one.queue_ms ?? 0),
    scores: [0, 0, 0, 0, 0],
    // Every episode that ended has exactly one outcome (M7).
    closed: byOutcome.reduce((sum, one) => sum + Number(one.n), 0),
    outcomes: Object.fromEntries(byOutcome.map((one) => [one.outcome, Number(one.n)] as const)),
  };
  for (const one of yield* rows(scores, period)) {
    if (one.score !== null && one.score <= SCORE_MAX) facts.scores[one.score - 1] = Number(one.n);
  }
  for (const wait of yield* rows(endedWaits, period)) {
    const { siteId, departmentId, startedAt: from, length_ms: ms } = wait;
    const isAnswered = wait.end === 'answered';
    addWait(facts, wait.first === 1, { siteId, departmentId, from, to: from + ms, isAnswered });
  }
  for (const wait of yield* rows(runningWaits, period)) {
    const { siteId, departmentId } = wait;
    const from = wait.wait_started_at ?? input.now;
    const to = from + lengthMs(from, input.now);
    addWait(facts, wait.first_response_ms === null, { siteId, departmentId, from, to, isAnswered: false });
  }
  return facts;
}

function addWait(facts: ReportFacts, first: boolean, wait: FirstWait): void {
  const part = wait.isAnswered ? 'answeredMs' : 'censoredMs';
  const ms = wait.to - wait.from;
  facts.waits[part].push(ms);
  if (!first) return;
  facts.firstWaits[part].push(ms);
  facts.firstSpans.push(wait);
}

function numberOf(found: { n: number } | undefined): number {
  return Number(found?.n ?? 0);
}

function listOf(which: EpisodeFilter) {
  return prepare<Period & { limit: number }>()((db, p) =>
    inPeriod(db, p)
      .where((eb) => isCounted(eb, which))
      .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
      .innerJoin('site', 'site.id', 'conversation.site_id')
      .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
      .leftJoin('agent', 'agent.id', 'episode.last_agent_id')
      .select([
        'conversation.id as conversationId',
        'episode.number as episode',
        'site.name as siteName',
        'visitor.label as visitorLabel',
        'agent.name as agentName',
        'episode.opened_at as openedAt',
        'episode.closed_at as closedAt',
        'episode.outcome',
        'episode.first_response_ms as firstResponseMs',
        'episode.queue_ms as queueMs',
        'episode.score',
        'episode.comment',
      ])
      .orderBy('episode.opened_at', 'desc')
      .orderBy('episode.conversation_no', 'desc')
      .orderBy('episode.number', 'desc')
      .limit(p.limit),
  );
}

const lists: Record<EpisodeFilter, ReturnType<typeof listOf>> = {
  all: listOf('all'),
  answered: listOf('answered'),
  abandoned: listOf('abandoned'),
  rated: listOf('rated'),
  satisfied: listOf('satisfied'),
};

export function* listEpisodes(input: Period & { which: EpisodeFilter; limit: number }): Operation<EpisodeRow[]> {
  return yield* rows(lists[input.which], input);
}
