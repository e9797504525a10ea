import { sql } from 'kysely';
import type { Intake } from '../../../protocol/wire/front.ts';
import type { EpisodeRowOfFacts, Facts } from '../../domain/measures/fact-rows.ts';
import type { FactNames } from '../fact-store.ts';
import { again } from './came-again.ts';
import { numbersOf } from './list-of.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

/** J8: profiles that were joined count as one person. */
const ROOT = sql<string>`coalesce(visitor.joined_to, visitor.id)`;

const episodes = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    // Episodes of older releases have none.
    .leftJoin('opening', (join) =>
      join
        .onRef('opening.conversation_no', '=', 'episode.conversation_no')
        .onRef('opening.episode', '=', 'episode.number'),
    )
    .leftJoin('intake', 'intake.conversation_no', 'episode.conversation_no')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('visitor_identity', (join) => join.on('visitor_identity.visitor_id', '=', ROOT))
    .where('episode.conversation_no', 'in', numbersOf(p.nos, dialect) as never)
    .orderBy('episode.conversation_no')
    .orderBy('episode.number')
    .select([
      'episode.conversation_no as no',
      'episode.number as episode',
      'conversation.site_id as siteId',
      'conversation.department_id as latestDepartmentId',
      'conversation.language as saidLanguage',
      'conversation.tags',
      'conversation.page_url as pageUrl',
      'conversation.episode as latest',
      'conversation.status',
      'conversation.wait_started_at as waitStartedAt',
      'conversation.wait_started_seq as waitStartedSeq',
      'conversation.wait_queue_ms as waitQueueMs',
      'conversation.entered_at as enteredAt',
      'opening.episode as known',
      'opening.department_id as departmentId',
      'opening.language',
      'opening.page',
      'opening.topic',
      'opening.segments',
      'opening.closed_then as closedThen',
      'opening.target_ms as targetMs',
      'episode.opened_at as openedAt',
      'episode.closed_at as closedAt',
      'episode.closed_by as closedBy',
      'episode.outcome',
      'episode.score',
      'episode.solved',
      'episode.complaint',
      'intake.document as intake',
      'episode.last_agent_id as lastAgentId',
      'episode.first_response_ms as firstResponseMs',
      'episode.rated_at as ratedAt',
      'episode.words_from as wordsFrom',
      'episode.effort',
      'episode.recommend',
      sql<number>`case when episode.comment is null then 0 else 1 end`.as('commented'),
      sql<string>`case when visitor_identity.subject is null then 'v:' || ${ROOT} else 's:' || visitor_identity.subject end`.as(
        'person',
      ),
      'episode.purchase_stage as stage',
      'episode.gone_at as goneAt',
      'episode.gone_how as goneHow',
    ]),
);
const waits = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .selectFrom('wait')
    .where('conversation_no', 'in', numbersOf(p.nos, dialect) as never)
    .orderBy('conversation_no')
    .orderBy('episode')
    .orderBy('started_seq')
    .select([
      'conversation_no as no',
      'episode',
      'started_seq as startedSeq',
      'first',
      'started_at as startedAt',
      'length_ms as lengthMs',
      'queue_ms as queueMs',
      'end',
      'agent_id as agentId',
    ]),
);
const assignments = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .selectFrom('assignment')
    .where('conversation_no', 'in', numbersOf(p.nos, dialect) as never)
    .orderBy('conversation_no')
    .orderBy('number')
    .select(['conversation_no as no', 'agent_id as agentId', 'at', 'ended_at as endedAt', 'end_reason as endReason']),
);
const promises = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .selectFrom('promise')
    .where('conversation_no', 'in', numbersOf(p.nos, dialect) as never)
    .orderBy('conversation_no')
    .orderBy('episode')
    .select(['conversation_no as no', 'episode', 'at', 'high_ms as highMs']),
);
/** M6: who wrote how much of what was rated. */
export const written = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .selectFrom('episode')
    .innerJoin('entry', 'entry.conversation_no', 'episode.conversation_no')
    .where('episode.conversation_no', 'in', numbersOf(p.nos, dialect) as never)
    .where('episode.score', 'is not', null)
    .where('entry.kind', '=', sql.lit('message'))
    .where('entry.author', '=', sql.lit('agent'))
    .whereRef('entry.at', '>=', 'episode.opened_at')
    .where((eb) => eb.or([eb('episode.closed_at', 'is', null), eb('entry.at', '<=', eb.ref('episode.closed_at'))]))
    .groupBy(['episode.conversation_no', 'episode.number', 'entry.author_id'])
    .orderBy('episode.conversation_no')
    .orderBy('episode.number')
    .orderBy('entry.author_id')
    .select((eb) => [
      'episode.conversation_no as no',
      'episode.number as episode',
      'entry.author_id as agentId',
      eb.fn.countAll<number>().as('messages'),
    ]),
);

export function* readFacts(given: readonly number[]): Operation<Facts> {
  const nos = JSON.stringify(given);
  return {
    episodes: (yield* rows(episodes, { nos })).map(toEpisode),
    waits: yield* rows(waits, { nos }),
    assignments: yield* rows(assignments, { nos }),
    again: yield* rows(again, { nos }),
    promises: yield* rows(promises, { nos }),
    written: (yield* rows(written, { nos })).map((one) => ({
      ...one,
      agentId: one.agentId ?? '',
      messages: Number(one.messages),
    })),
  };
}

function toEpisode(found: NonNullable<typeof episodes.row>): EpisodeRowOfFacts {
  const { no, episode, siteId, topic, targetMs, openedAt, closedAt, closedBy, outcome, score, lastAgentId, stage } =
    found;
  const isLive = found.closedAt === null && found.latest === episode;
  const { waitStartedAt: startedAt, waitStartedSeq: startedSeq } = found;
  return {
    ...{ no, episode, siteId, topic, targetMs, openedAt, closedAt, closedBy, outcome, score, lastAgentId, stage },
    departmentId: found.known === null ? found.latestDepartmentId : found.departmentId,
    language: found.language ?? found.saidLanguage,
    page: found.page ?? found.pageUrl,
    segments: found.segments ?? '[]',
    tags: found.tags ?? '[]',
    solved: found.solved,
    complaint: found.complaint === 1 || (episode === 1 && saidComplaint(found.intake)) ? 1 : 0,
    closedThen: found.closedThen ?? 0,
    goneAt: found.goneAt,
    goneHow: found.goneHow,
    person: found.person,
    ...saidWith(found),
    running:
      isLive && startedAt !== null && startedSeq !== null
        ? { startedAt, startedSeq, queueMs: found.waitQueueMs }
        : null,
    queuedSince: isLive && found.status === 'queued' ? found.enteredAt : null,
  };
}

/** What went with the rating, and what the measures of business look at. */
function saidWith({
  firstResponseMs,
  ratedAt,
  wordsFrom,
  effort,
  recommend,
  commented,
}: NonNullable<typeof episodes.row>) {
  return { firstResponseMs, ratedAt, wordsFrom: Number(wordsFrom), effort, recommend, commented: Number(commented) };
}

/** What the form said belongs to the episode that it opened. */
function saidComplaint(intake: string | null): boolean {
  return intake !== null && (JSON.parse(intake) as Intake).complaint === true;
}

const sites = prepare()((db) => db.selectFrom('site').select(['id', 'name', 'retired_at as goneAt']).orderBy('name'));
const departments = prepare()((db) =>
  db.selectFrom('department').select(['id', 'name', 'removed_at as goneAt']).orderBy('name'),
);
export const agents = prepare()((db) => db.selectFrom('agent').select(['id', 'name']).orderBy('name'));

export function* listNames(): Operation<FactNames> {
  return {
    sites: yield* rows(sites, {}),
    departments: yield* rows(departments, {}),
    agents: yield* rows(agents, {}),
  };
}
