import type { MergePlan, MergeSide } from '../../../protocol/wire/people.ts';
import type { MergeRefused } from '../people-store.ts';
import { listOf } from './list-of.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { daysOfPerson, raiseDays } from './order-days.ts';
import { listProfiles, rootOf } from './person-root.ts';
import { prepare } from './prepare.ts';
import { touchPeople } from './touch-people.ts';
import { lockVisitor } from './visitor-lock.ts';

interface Profile {
  id: string;
  siteId: string;
  label: string;
  subject: string | null;
  name: string | null;
}

/** What went along, so that it finds its way back. */
interface Moved {
  notes: string[];
  tags: string[];
  orders: string[];
  /** Profiles that had been joined to the one that is joined now. */
  profiles: string[];
}

const profile = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('visitor')
    .leftJoin('visitor_identity', 'visitor_identity.visitor_id', 'visitor.id')
    .select([
      'visitor.id',
      'visitor.site_id as siteId',
      'visitor.label',
      'visitor_identity.subject',
      'visitor_identity.name',
    ])
    .where('visitor.id', '=', p.id),
);
const notes = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('person_note').select('id').where('visitor_id', '=', p.id).orderBy('id'),
);
const tags = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('person_tag').select('tag').where('visitor_id', '=', p.id).orderBy('tag'),
);
const orders = prepare<{ siteId: string; person: string }>()((db, p) =>
  db
    .selectFrom('shop_order')
    .select('order_id as id')
    .where('site_id', '=', p.siteId)
    .where('person', '=', p.person)
    .orderBy('order_id'),
);
const joined = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('visitor').select('id').where('joined_to', '=', p.id).orderBy('id'),
);
const conversations = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('visitor_id', 'in', (eb) =>
      eb
        .selectFrom('visitor')
        .select('id')
        .where((w) => w.or([w('id', '=', p.id), w('joined_to', '=', p.id)])),
    ),
);
const moveNotes = prepare<{ ids: string; to: string }>()((db, p, dialect) =>
  db
    .updateTable('person_note')
    .set({ visitor_id: p.to })
    .where('id', 'in', listOf(p.ids, dialect) as never),
);
const copyTags = prepare<{ from: string; to: string; tags: string }>()((db, p, dialect) =>
  db
    .insertInto('person_tag')
    .columns(['visitor_id', 'tag', 'by_id', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('person_tag')
        .select((s) => [s.cast<string>(s.val(p.to), 'text').as('visitor_id'), 'tag', 'by_id', 'at'])
        .where('visitor_id', '=', p.from)
        .where('tag', 'in', listOf(p.tags, dialect) as never),
    )
    .onConflict((c) => c.doNothing()),
);
const dropTags = prepare<{ from: string; tags: string }>()((db, p, dialect) =>
  db
    .deleteFrom('person_tag')
    .where('visitor_id', '=', p.from)
    .where('tag', 'in', listOf(p.tags, dialect) as never),
);
const moveOrders = prepare<{ siteId: string; ids: string; from: string; to: string }>()((db, p, dialect) =>
  db
    .updateTable('shop_order')
    .set({ person: p.to })
    .where('site_id', '=', p.siteId)
    .where('person', '=', p.from)
    .where('order_id', 'in', listOf(p.ids, dialect) as never),
);
const join = prepare<{ ids: string; to: string | null }>()((db, p, dialect) =>
  db
    .updateTable('visitor')
    .set({ joined_to: p.to })
    .where('id', 'in', listOf(p.ids, dialect) as never),
);
const keep = prepare<{
  id: string;
  siteId: string;
  fromId: string;
  intoId: string;
  byId: string;
  at: number;
  document: string;
}>()((db, p) =>
  db.insertInto('visitor_merge').values({
    id: p.id,
    site_id: p.siteId,
    from_id: p.fromId,
    into_id: p.intoId,
    by_id: p.byId,
    at: p.at,
    document: p.document,
    undone_at: null,
    undone_by: null,
  }),
);
const standing = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('visitor_merge')
    .select(['site_id as siteId', 'from_id as fromId', 'into_id as intoId', 'document'])
    .where('id', '=', p.id)
    .where('undone_at', 'is', null),
);
const undo = prepare<{ id: string; byId: string; at: number }>()((db, p) =>
  db
    .updateTable('visitor_merge')
    .set({ undone_at: p.at, undone_by: p.byId })
    .where('id', '=', p.id)
    .where('undone_at', 'is', null),
);
/** Joined once more since: what was joined to the one that stood is on that one's way now. */
const retarget = prepare<{ from: string; to: string }>()((db, p) =>
  db.updateTable('visitor_merge').set({ into_id: p.to }).where('into_id', '=', p.from).where('undone_at', 'is', null),
);

const personOf = ({ id, subject }: Profile) => (subject === null ? `v:${id}` : `s:${subject}`);

/** J8: which of the two stays, and why not where they cannot be joined. */
function* pairOf(input: {
  fromId: string;
  intoId: string;
}): Operation<{ from: Profile; into: Profile } | MergeRefused> {
  const from = yield* row(profile, { id: yield* rootOf(input.fromId) });
  const into = yield* row(profile, { id: yield* rootOf(input.intoId) });
  if (!from || !into) return 'not_found';
  if (from.id === into.id) return 'same';
  if (from.siteId !== into.siteId) return 'other_site';
  // Whom the site has signed for is never joined to anybody else.
  return from.subject === null ? { from, into } : 'verified';
}

export function* planMerge(input: { fromId: string; intoId: string }): Operation<MergePlan | MergeRefused> {
  const pair = yield* pairOf(input);
  if (typeof pair === 'string') return pair;
  const { from, into } = pair;
  const here = yield* rows(tags, { id: into.id });
  const theirs = yield* rows(tags, { id: from.id });
  return {
    stays: shown(into),
    joins: shown(from),
    conversations: Number((yield* row(conversations, { id: from.id }))?.n ?? 0),
    notes: (yield* rows(notes, { id: from.id })).length,
    tags: theirs.filter(({ tag }) => !here.some((one) => one.tag === tag)).length,
    orders: (yield* rows(orders, { siteId: from.siteId, person: personOf(from) })).length,
  };
}

const shown = ({ id, name, label, subject }: Profile): MergeSide => ({
  ...(name === null ? { id, name: label, made: true } : { id, name }),
  verified: subject !== null,
});

export function* mergePeople(input: {
  id: string;
  fromId: string;
  intoId: string;
  byId: string;
  at: number;
}): Operation<'merged' | MergeRefused> {
  // In one order, so that two merges the other way round do not wait for each other.
  for (const id of [input.fromId, input.intoId].sort()) yield* lockVisitor(id);
  const pair = yield* pairOf(input);
  if (typeof pair === 'string') return pair;
  const { from, into } = pair;
  const siteId = from.siteId;
  const here = (yield* rows(tags, { id: into.id })).map(({ tag }) => tag);
  const moved: Moved = {
    notes: (yield* rows(notes, { id: from.id })).map(({ id }) => id),
    tags: (yield* rows(tags, { id: from.id })).map(({ tag }) => tag).filter((tag) => !here.includes(tag)),
    orders: (yield* rows(orders, { siteId, person: personOf(from) })).map(({ id }) => id),
    profiles: (yield* rows(joined, { id: from.id })).map(({ id }) => id),
  };
  yield* move(moved, { siteId, from: from.id, to: into.id, fromPerson: personOf(from), toPerson: personOf(into) });
  yield* run(join, { ids: JSON.stringify([from.id, ...moved.profiles]), to: into.id });
  yield* run(retarget, { from: from.id, to: into.id });
  const { id, byId, at } = input;
  const document = JSON.stringify(moved);
  yield* run(keep, { id, siteId, fromId: from.id, intoId: into.id, byId, at, document });
  yield* touchPeople(yield* listProfiles(into.id));
  return 'merged';
}

export function* undoMerge(input: {
  id: string;
  byId: string;
  at: number;
}): Operation<{ fromId: string; intoId: string } | 'not_found'> {
  const found = yield* row(standing, { id: input.id });
  if (!found) return 'not_found';
  for (const id of [found.fromId, found.intoId].sort()) yield* lockVisitor(id);
  if ((yield* count(undo, input)) === 0) return 'not_found';
  const { siteId, fromId, intoId } = found;
  const moved = JSON.parse(found.document) as Moved;
  const into = yield* row(profile, { id: intoId });
  if (into) {
    const toPerson = `v:${fromId}`;
    yield* move(moved, { siteId, from: intoId, to: fromId, fromPerson: personOf(into), toPerson });
  }
  yield* touchPeople(yield* listProfiles(intoId));
  yield* run(join, { ids: JSON.stringify([fromId]), to: null });
  yield* run(join, { ids: JSON.stringify(moved.profiles), to: fromId });
  return { fromId, intoId };
}

interface Way {
  siteId: string;
  from: string;
  to: string;
  fromPerson: string;
  toPerson: string;
}

function* move(moved: Moved, { siteId, from, to, fromPerson, toPerson }: Way): Operation<void> {
  yield* run(moveNotes, { ids: JSON.stringify(moved.notes), to });
  yield* run(copyTags, { from, to, tags: JSON.stringify(moved.tags) });
  yield* run(dropTags, { from, tags: JSON.stringify(moved.tags) });
  if (moved.orders.length === 0) return;
  const days = yield* daysOfPerson({ siteId, person: fromPerson });
  yield* run(moveOrders, { siteId, ids: JSON.stringify(moved.orders), from: fromPerson, to: toPerson });
  yield* raiseDays(days);
}
