import { sql } from 'kysely';
import { BASIS } from '../../../protocol/kit/basis.ts';
import { OWN_REPLIES_MAX, SAVED_REPLIES_MAX } from '../../../protocol/wire/limits.ts';
import type { SavedReply } from '../../../protocol/wire/replies.ts';
import type { Based } from '../changes.ts';
import type { KeptReply, WrittenReply } from '../reply-store.ts';
import { isAnother } from './is-another.ts';
import { count, insertOne, type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import { touchPlan } from './routing-plan.ts';
import { unlessKnown } from './unless-known.ts';

type Owned = { ownerId: string };

/** The team's are nobody's own. */
const TEAM = '';
const OWNER = sql<string>`coalesce(owner_id, '')`;

const all = prepare<Owned>()((db, p) =>
  db
    .selectFrom('saved_reply')
    .leftJoin('department', (join) =>
      join.onRef('department.id', '=', 'saved_reply.department_id').on('department.removed_at', 'is', null),
    )
    .select(['saved_reply.id', 'shortcut', 'body', 'department.id as departmentId', 'owner_id as ownerId'])
    .where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', p.ownerId)]))
    .orderBy('shortcut')
    .orderBy(OWNER, 'desc'),
);
const countAll = prepare<Owned>()((db, p) =>
  db
    .selectFrom('saved_reply')
    .where(OWNER, '=', p.ownerId)
    .select((eb) => eb.fn.countAll<number>().as('replies')),
);
const insert = prepare<Omit<WrittenReply, 'ownerId'> & { ownerId: string | null }>()((db, p, dialect) =>
  unlessKnown(
    db.insertInto('saved_reply').values({
      ...{ id: p.id, shortcut: p.shortcut, body: p.body, department_id: p.departmentId },
      ...{ changed_at: p.at, owner_id: p.ownerId },
    }),
    dialect,
  ),
);
const ownerOf = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('saved_reply').select('owner_id').where('id', '=', p.id),
);
const named = prepare<Owned & { shortcut: string }>()((db, p) =>
  db.selectFrom('saved_reply').select('id').where('shortcut', '=', p.shortcut).where(OWNER, '=', p.ownerId),
);
const change = prepare<WrittenReply>()((db, p) =>
  db
    .updateTable('saved_reply')
    .set({ shortcut: p.shortcut, body: p.body, department_id: p.departmentId, changed_at: p.at })
    .where('id', '=', p.id),
);
const remove = prepare<{ id: string }>()((db, p) => db.deleteFrom('saved_reply').where('id', '=', p.id));

export function* listReplies(agentId: string): Operation<SavedReply[]> {
  return (yield* rows(all, { ownerId: agentId })).map(({ ownerId, ...reply }) =>
    ownerId === null ? reply : { ...reply, own: true },
  );
}

export function* findReplyOwner(id: string): Operation<KeptReply | undefined> {
  const found = yield* row(ownerOf, { id });
  return found && { ownerId: found.owner_id };
}

export function* addReply(input: WrittenReply): Operation<'added' | 'taken' | 'too_many'> {
  // First: changes of what owners set come one after another, so that the looks below can be trusted.
  yield* touchPlan();
  const { replies } = (yield* row(countAll, { ownerId: input.ownerId ?? TEAM })) ?? { replies: 0 };
  if (Number(replies) >= (input.ownerId === null ? SAVED_REPLIES_MAX : OWN_REPLIES_MAX)) return 'too_many';
  return (yield* insertOne(insert, input)) ? 'added' : 'taken';
}

export function* changeReply({
  basedOn,
  ...input
}: WrittenReply & Based): Operation<'changed' | 'taken' | 'not_found' | 'stale'> {
  yield* touchPlan();
  if (basedOn !== undefined) {
    const now = (yield* listReplies(input.ownerId ?? TEAM)).find(({ id }) => id === input.id);
    if (isAnother(now, BASIS.reply, basedOn)) return 'stale';
  }
  const other = yield* row(named, { shortcut: input.shortcut, ownerId: input.ownerId ?? TEAM });
  if (other && other.id !== input.id) return 'taken';
  return (yield* count(change, input)) === 1 ? 'changed' : 'not_found';
}

export function* removeReply(id: string): Operation<'removed' | 'not_found'> {
  return (yield* count(remove, { id })) === 1 ? 'removed' : 'not_found';
}
