import { type Kysely, sql } from 'kysely';
import type { FollowUpFilter } from '../../../protocol/wire/feedback.ts';
import type { Followed, FollowedAlike } from '../../domain/feedback/won-back.ts';
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

const TIMES = { made: 'follow_up.made_at', due: 'follow_up.due_at' } as const;
type Times = keyof typeof TIMES;

/** Made, or due, in a period. */
function followedIn(db: Kysely<Tables>, p: Period, times: Times) {
  return db
    .selectFrom('follow_up')
    .innerJoin('conversation', 'conversation.no', 'follow_up.conversation_no')
    .where(TIMES[times], '>=', p.from)
    .where(TIMES[times], '<', p.to)
    .select([
      'follow_up.id',
      'follow_up.conversation_no as no',
      'follow_up.episode',
      'follow_up.due_at as dueAt',
      'follow_up.done_at as doneAt',
      'follow_up.outcome',
      'follow_up.kind',
      sql<number>`${sql.ref(TIMES[times])}`.as('at'),
      // Whether it was done in time says nothing of what came after.
      (times === 'due' ? sql<number | null>`cast(null as integer)` : next<number>('score')).as('nextScore'),
      (times === 'due' ? sql<string | null>`cast(null as text)` : next<string>('solved')).as('nextSolved'),
    ]);
}

const bit = (isSo: ReturnType<typeof sql<boolean>>) => sql<number>`case when ${isSo} then 1 else 0 end`;

/** What is worked out stands within, so that it is grouped by its name: a time that is bound twice is two to PostgreSQL. */
const alike = (times: Times) =>
  prepare<Period & { now: number }>()((db, p) =>
    db
      .selectFrom((within) =>
        within
          .selectFrom(followedIn(db, p, times).as('found'))
          .select(['found.kind', 'found.outcome', 'found.nextScore', 'found.nextSolved'])
          .select([
            bit(sql`found.${sql.ref('doneAt')} is not null`).as('isDone'),
            bit(sql`found.${sql.ref('dueAt')} <= ${p.now}`).as('isOver'),
            bit(sql`found.${sql.ref('doneAt')} <= found.${sql.ref('dueAt')}`).as('isKept'),
          ])
          .as('one'),
      )
      .selectAll('one')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .groupBy(['kind', 'outcome', 'nextScore', 'nextSolved', 'isDone', 'isOver', 'isKept']),
  );
const counts = { made: alike('made'), due: alike('due') };

const latest = (which: FollowUpFilter) =>
  prepare<Period & { now: number; limit: number }>()((db, p) => {
    const found = db.selectFrom(followedIn(db, p, which === 'due' ? 'due' : 'made').as('found')).selectAll('found');
    const fitting =
      which === 'due'
        ? found.where('found.kind', '<>', 'snooze').where('found.dueAt', '<=', p.now)
        : found
            .where('found.kind', '=', 'feedback')
            .where('found.nextScore', which === 'heard' ? 'is not' : 'is', null);
    return fitting.orderBy('found.at', 'desc').orderBy('found.id', 'desc').limit(p.limit);
  });
const lists = { heard: latest('heard'), silent: latest('silent'), due: latest('due') };

/** O(follow-ups of the period); no more leave the database than there are kinds of them. */
export function* countFollowed({ from, to, now }: Period & { now: number }) {
  return { made: yield* countAlike('made', { from, to, now }), due: yield* countAlike('due', { from, to, now }) };
}

function* countAlike(times: Times, asked: Period & { now: number }): Operation<FollowedAlike[]> {
  return (yield* rows(counts[times], asked)).map(({ isDone, isOver, isKept, n, ...one }) => ({
    ...one,
    ...{ isDone: isDone === 1, isOver: isOver === 1, isKept: isKept === 1, n: Number(n) },
  }));
}

/** Those that a figure counts, the latest first. */
export function* listFollowed(
  input: Period & { which: FollowUpFilter; now: number; limit: number },
): Operation<Followed[]> {
  const { which, ...asked } = input;
  return (yield* rows(lists[which], asked)).map(({ kind: _kind, at: _at, ...one }) => one);
}
