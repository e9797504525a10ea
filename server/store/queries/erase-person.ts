import { sql } from 'kysely';
import { ERASED_LABEL } from '../../../protocol/kit/label.ts';
import { WORDS_TIDIED_PAGES } from '../../../protocol/wire/people-limits.ts';
import { eraseAboutThese } from './erase-about.ts';
import { listOf } from './list-of.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { raiseForgotten } from './order-days.ts';
import { nameAnew } from './orders.ts';
import { listProfiles, rootOf } from './person-root.ts';
import { prepare } from './prepare.ts';
import { touchPeople } from './touch-people.ts';

type Ids = { ids: string };

const exists = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('visitor').select(['id', 'site_id']).where('id', '=', p.id),
);
/** Browsers that act for her, or that were hers before the site signed for her (I3). */
const browsers = prepare<Ids>()((db, p, dialect) =>
  db
    .selectFrom('visitor')
    .select('id')
    .where('acts_as', 'in', listOf(p.ids, dialect) as never),
);
const subjects = prepare<Ids>()((db, p, dialect) =>
  db
    .selectFrom('visitor_identity')
    .select(['visitor_id', 'site_id', 'subject'])
    .where('visitor_id', 'in', listOf(p.ids, dialect) as never),
);
const customer = prepare<{ siteId: string; subject: string }>()((db, p) =>
  db.deleteFrom('customer').where('site_id', '=', p.siteId).where('subject', '=', p.subject),
);
const gone = (['visitor_profile', 'visitor_identity', 'visitor_token', 'mail'] as const).map((table) =>
  prepare<Ids>()((db, p, dialect) => db.deleteFrom(table).where('visitor_id', 'in', listOf(p.ids, dialect) as never)),
);
/** What no hash is equal to opens nothing. The row stays: figures tell who came again by it (M8). */
const nobody = prepare<Ids & { label: string }>()((db, p, dialect) =>
  db
    .updateTable('visitor')
    .set({
      label: p.label,
      email: sql.lit(null),
      token_hash: sql`'erased:' || id`,
      acts_as: sql.lit(null),
      identity_hash: sql.lit(null),
      identity_until: sql.lit(null),
    } as never)
    .where('id', 'in', listOf(p.ids, dialect) as never),
);
const keep = prepare<Ids & { byId: string; at: number }>()((db, p, dialect) => ({
  compile: () =>
    sql`insert into erasure (visitor_id, by_id, at, done_at)
      select id, ${p.byId}, ${p.at}, null from visitor where id in ${listOf(p.ids, dialect)}
      on conflict (visitor_id) do update set done_at = null`.compile(db),
}));
const due = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('erasure')
    .innerJoin('conversation', 'conversation.visitor_id', 'erasure.visitor_id')
    .where('erasure.done_at', 'is', null)
    .where('conversation.erased_at', 'is', null)
    .select(['conversation.id', 'conversation.visitor_id', 'conversation.status'])
    .orderBy('conversation.no')
    .limit(p.limit),
);
const undone = prepare()((db) => db.selectFrom('erasure').select('visitor_id').where('done_at', 'is', null).limit(1));
const marked = prepare()((db) => db.selectFrom('emptying').select('at').limit(1));
const unmark = prepare()((db) => db.deleteFrom('emptying'));
const end = prepare<{ at: number }>()((db, p) =>
  db
    .updateTable('erasure')
    .set({ done_at: p.at })
    .where('done_at', 'is', null)
    .where(
      sql<boolean>`not exists (select 1 from conversation
        where conversation.visitor_id = erasure.visitor_id and conversation.erased_at is null)`,
    ),
);
/** FTS5 keeps what was deleted in its older pages until they are merged. PostgreSQL has it in the rows themselves. */
const merge = prepare<{ pages: number }>()((db, p, dialect) => ({
  compile: () =>
    dialect === 'sqlite'
      ? sql`insert into find_words (find_words, rank) values ('merge', ${p.pages})`.compile(db)
      : sql`update find_state set one = one where ${p.pages} = 0 and one = 0`.compile(db),
}));
const pieces = prepare()((db, _, dialect) => ({
  compile: () =>
    dialect === 'sqlite'
      ? sql<{ n: number }>`select count(distinct segid) as n from find_words_idx`.compile(db)
      : sql<{ n: number }>`select 0 as n`.compile(db),
}));

export function* beginErasure(input: {
  visitorId: string;
  byId: string;
  at: number;
  own?: boolean;
}): Operation<{ ended: string[] } | 'not_found'> {
  const { visitorId, byId, at, own = false } = input;
  const found = yield* row(exists, { id: visitorId });
  if (!found) return 'not_found';
  // J15: who was joined to another profile holds no token of that one.
  const alone = own && (yield* rootOf(visitorId)) !== visitorId;
  const profiles = alone ? [visitorId] : yield* listProfiles(visitorId);
  const acting = yield* rows(browsers, { ids: JSON.stringify(profiles) });
  const ended = [...new Set([...profiles, ...acting.map(({ id }) => id)])];
  const ids = JSON.stringify(ended);
  yield* eraseAboutThese(profiles);
  for (const { visitor_id: id, site_id: siteId, subject } of yield* rows(subjects, { ids })) {
    // Amounts stay in the figures, as those of nobody who could be named.
    yield* nameAnew({ siteId, from: `s:${subject}`, to: `v:${id}` });
    yield* raiseForgotten(yield* count(customer, { siteId, subject }));
  }
  for (const each of gone) yield* run(each, { ids });
  yield* run(nobody, { ids, label: ERASED_LABEL });
  yield* run(keep, { ids, byId, at });
  // Whose they are is another now, also of those that were emptied before: what is packed of them is packed anew.
  yield* touchPeople(ended);
  return { ended };
}

export function* listToErase(
  limit: number,
): Operation<{ conversationId: string; visitorId: string; isOpen: boolean }[]> {
  return (yield* rows(due, { limit })).map(({ id, visitor_id: visitorId, status }) => ({
    ...{ conversationId: id, visitorId, isOpen: status !== 'closed' },
  }));
}

export function* tidyWords({ first }: { first: boolean }): Operation<boolean> {
  yield* run(merge, { pages: first ? -WORDS_TIDIED_PAGES : WORDS_TIDIED_PAGES });
  return Number((yield* row(pieces, {}) as Operation<{ n: number } | undefined>)?.n ?? 0) > 1;
}

export function* isErasing(): Operation<boolean> {
  return (yield* row(marked, {})) !== undefined || (yield* row(undone, {})) !== undefined;
}

export function* endErasures(at: number): Operation<number> {
  yield* run(unmark, {});
  return yield* count(end, { at });
}
