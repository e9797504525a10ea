import { sql } from 'kysely';
import type { DepartmentFilter } from '../business-store.ts';
import type { Period } from '../store.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const opened = prepare<Period & { site: string; bucketMs: number }>()((db, p) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .where('episode.opened_at', '>=', p.from)
    .where('episode.opened_at', '<', p.to)
    .where((eb) => eb.or([eb(sql`cast(${p.site} as text)`, '=', ''), eb('conversation.site_id', '=', p.site)]))
    // Whole numbers on both sides: what is left over is cut off.
    .select(sql<number>`episode.opened_at / cast(${p.bucketMs} as bigint)`.as('bucket'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('bucket')
    .orderBy('bucket'),
);
/** Of one department: where the episode stood last (N1); of older releases, where its conversation does. */
const openedIn = prepare<Period & { site: string; department: string; bucketMs: number }>()((db, p) =>
  db
    .selectFrom('episode')
    .innerJoin('conversation', 'conversation.no', 'episode.conversation_no')
    .leftJoin('opening', (join) =>
      join
        .onRef('opening.conversation_no', '=', 'episode.conversation_no')
        .onRef('opening.episode', '=', 'episode.number'),
    )
    .where('episode.opened_at', '>=', p.from)
    .where('episode.opened_at', '<', p.to)
    .where((eb) => eb.or([eb(sql`cast(${p.site} as text)`, '=', ''), eb('conversation.site_id', '=', p.site)]))
    .where((eb) =>
      eb.or([
        eb('opening.department_id', '=', p.department),
        eb.and([eb('opening.episode', 'is', null), eb('conversation.department_id', '=', p.department)]),
      ]),
    )
    .select(sql<number>`episode.opened_at / cast(${p.bucketMs} as bigint)`.as('bucket'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('bucket')
    .orderBy('bucket'),
);
/** Numbers go up with time: the first of them that fits, not the least of all. */
const first = prepare<{ site: string; department: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select('opened_at as at')
    .where((eb) => eb.or([eb(sql`cast(${p.site} as text)`, '=', ''), eb('site_id', '=', p.site)]))
    .where((eb) => eb.or([eb(sql`cast(${p.department} as text)`, '=', ''), eb('department_id', '=', p.department)]))
    .orderBy('no')
    .limit(1),
);
/**
 * M5: with what agents before had of the same episode. Only of those that were handed on anything more is looked up.
 */
const handledBefore = sql<number>`case when assignment.number = 1 then 0 else coalesce((
  select sum(earlier.ended_at - earlier.at) from assignment as earlier
  where earlier.conversation_no = assignment.conversation_no and earlier.number < assignment.number and earlier.at >= (
    select max(episode.opened_at) from episode
    where episode.conversation_no = assignment.conversation_no and episode.opened_at <= assignment.at)), 0) end`;
const handling = prepare<{ site: string; department: string; since: number }>()((db, p) =>
  db
    .selectFrom('assignment')
    .innerJoin('conversation', 'conversation.no', 'assignment.conversation_no')
    .where('assignment.end_reason', '=', sql.lit('closed'))
    .where('assignment.ended_at', '>=', p.since)
    .where((eb) => eb.or([eb(sql`cast(${p.site} as text)`, '=', ''), eb('conversation.site_id', '=', p.site)]))
    .where((eb) =>
      eb.or([eb(sql`cast(${p.department} as text)`, '=', ''), eb('conversation.department_id', '=', p.department)]),
    )
    .select((eb) => [
      eb.fn.countAll<number>().as('n'),
      sql<number | null>`avg(assignment.ended_at - assignment.at + ${handledBefore})`.as('meanMs'),
    ]),
);

export function* countOpened({
  siteId,
  departmentId = null,
  ...input
}: Period & DepartmentFilter & { bucketMs: number }): Operation<{ bucket: number; count: number }[]> {
  const of = { ...input, site: siteId ?? '' };
  const found =
    departmentId === null ? yield* rows(opened, of) : yield* rows(openedIn, { ...of, department: departmentId });
  return found.map(({ bucket, count }) => ({ bucket: Number(bucket), count: Number(count) }));
}

export function* findFirstOpenedAt({ siteId, departmentId }: DepartmentFilter): Operation<number | null> {
  const at = (yield* row(first, { site: siteId ?? '', department: departmentId ?? '' }))?.at;
  return at == null ? null : Number(at);
}

/** How long conversations took that ended with an agent: all of it, also where it was passed on (M5). */
export function* readHandling({ siteId, departmentId, since }: DepartmentFilter & { since: number }): Operation<{
  n: number;
  meanMs: number | null;
}> {
  const found = yield* row(handling, { site: siteId ?? '', department: departmentId ?? '', since });
  return { n: Number(found?.n ?? 0), meanMs: found?.meanMs == null ? null : Number(found.meanMs) };
}
