import { sql } from 'kysely';
import type { KindWords } from '../../../protocol/wire/feedback.ts';
import type { Period } from '../changes.ts';
import type { Complaint } from '../feedback-store.ts';
import { isComplaint } from './feedback-lines.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

/** Said before the chat: with its opening. */
const saidAt = sql<number>`case when episode.complaint = 1 then episode.rated_at else episode.opened_at end`;

const complaints = prepare<Period & { limit: number }>()((db, p) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .where('episode.opened_at', '>=', p.from)
    .where('episode.opened_at', '<', p.to)
    .where((eb) => isComplaint(eb as never) as never)
    .select((eb) => [
      'conversation.id as conversationId',
      'episode.number as episode',
      'conversation.site_id as siteId',
      'conversation.department_id as departmentId',
      saidAt.as('saidAt'),
      'episode.outcome',
      'episode.closed_at as closedAt',
      eb
        .selectFrom('follow_up')
        .select((inner) => inner.fn.min<number | null>('follow_up.done_at').as('at'))
        .whereRef('follow_up.conversation_no', '=', 'episode.conversation_no')
        .whereRef('follow_up.episode', '=', 'episode.number')
        .where('follow_up.outcome', '=', sql.lit('won_back'))
        .as('wonBackAt'),
      eb
        .selectFrom('episode as later')
        .innerJoin('conversation as theirs', 'theirs.no', 'later.conversation_no')
        .select((inner) => inner.fn.min<number | null>('later.rated_at').as('at'))
        .whereRef('theirs.visitor_id', '=', 'conversation.visitor_id')
        .where('later.solved', '=', sql.lit('yes'))
        .where('later.rated_at', '>=', saidAt)
        .as('confirmedAt'),
    ])
    .orderBy('episode.opened_at')
    .limit(p.limit),
);

const kindWords = prepare<{ agentId: string; since: number; limit: number }>()((db, p) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .where('episode.last_agent_id', '=', p.agentId)
    .where('episode.rated_at', '>=', p.since)
    .where('episode.score', '>=', 4)
    .where('episode.comment', 'is not', null)
    .select([
      'conversation.id as conversationId',
      'episode.rated_at as at',
      'visitor.label',
      'episode.score',
      'episode.comment',
    ])
    .orderBy('episode.rated_at', 'desc')
    .limit(p.limit),
);

export function* listComplaints(input: Period & { limit: number }): Operation<Complaint[]> {
  return (yield* rows(complaints, input)).map(({ closedAt, wonBackAt, ...complaint }) => ({
    ...complaint,
    resolvedAt: complaint.outcome === 'resolved' ? closedAt : wonBackAt,
  }));
}

/** K6: what was said well of chats that this agent served last. */
export function* listKindWords(input: { agentId: string; since: number; limit: number }): Operation<KindWords[]> {
  return (yield* rows(kindWords, input)) as KindWords[];
}
