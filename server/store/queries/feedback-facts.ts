import { type Kysely, sql } from 'kysely';
import type { Followed } from '../../domain/feedback/won-back.ts';
import type { Period } from '../changes.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

/** The first rating of the same person after the follow-up was made (K5); profiles that were joined are one (J8). */
function next<Value>(column: 'score' | 'solved') {
  return sql<Value | null>`(select ${sql.ref(`later.${column}`)} from episode as later
    inner join conversation as theirs on theirs.no = later.conversation_no
    where theirs.visitor_id in (select profile.id from visitor as profile where coalesce(profile.joined_to, profile.id) =
      (select coalesce(own.joined_to, own.id) from visitor as own where own.id = conversation.visitor_id)) and later.rated_at > follow_up.made_at
      and later.score is not null order by later.rated_at, later.conversation_no limit 1)`;
}

function followed(db: Kysely<Tables>) {
  return db
    .selectFrom('follow_up')
    .innerJoin('conversation', 'conversation.no', 'follow_up.conversation_no')
    .select([
      'follow_up.id',
      'follow_up.conversation_no as no',
      'follow_up.episode',
      'follow_up.made_at as madeAt',
      'follow_up.due_at as dueAt',
      'follow_up.done_at as doneAt',
      'follow_up.outcome',
      'follow_up.kind',
      next<number>('score').as('nextScore'),
      next<string>('solved').as('nextSolved'),
    ]);
}

const madeIn = prepare<Period & { limit: number }>()((db, p) =>
  followed(db)
    .where('follow_up.made_at', '>=', p.from)
    .where('follow_up.made_at', '<', p.to)
    .orderBy('follow_up.made_at', 'desc')
    .limit(p.limit),
);
const dueIn = prepare<Period & { limit: number }>()((db, p) =>
  followed(db)
    .where('follow_up.due_at', '>=', p.from)
    .where('follow_up.due_at', '<', p.to)
    .orderBy('follow_up.due_at', 'desc')
    .limit(p.limit),
);

export function* listFollowed(input: Period & { limit: number }): Operation<{ made: Followed[]; due: Followed[] }> {
  const { from, to, limit } = input;
  return { made: yield* rows(madeIn, { from, to, limit }), due: yield* rows(dueIn, { from, to, limit }) };
}
