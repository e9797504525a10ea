import { SAVED_REPLIES_MAX } from '../../../protocol/wire/limits.ts';
import type { SavedReply } from '../../../protocol/wire/replies.ts';
import { count, insertOne, type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import { touchPlan } from './routing-plan.ts';
import { unlessKnown } from './unless-known.ts';

type Written = SavedReply & { at: number };

const all = prepare()((db) =>
  db
    .selectFrom('saved_reply')
    .leftJoin('department', (join) =>
      join.onRef('department.id', '=', 'saved_reply.department_id').on('department.removed_at', 'is', null),
    )
    .select(['saved_reply.id', 'shortcut', 'body', 'department.id as departmentId'])
    .orderBy('shortcut'),
);
const countAll = prepare()((db) => db.selectFrom('saved_reply').select((eb) => eb.fn.countAll<number>().as('replies')));
const insert = prepare<Written>()((db, p, dialect) =>
  unlessKnown(
    db
      .insertInto('saved_reply')
      .values({ id: p.id, shortcut: p.shortcut, body: p.body, department_id: p.departmentId, changed_at: p.at }),
    dialect,
  ),
);
const named = prepare<{ shortcut: string }>()((db, p) =>
  db.selectFrom('saved_reply').select('id').where('shortcut', '=', p.shortcut),
);
const change = prepare<Written>()((db, p) =>
  db
    .updateTable('saved_reply')
    .set({ shortcut: p.shortcut, body: p.body, department_id: p.departmentId, changed_at: p.at })
    .where('id', '=', p.id),
);
const remove = prepare<{ id: string }>()((db, p) => db.deleteFrom('saved_reply').where('id', '=', p.id));

export function* listReplies(): Operation<SavedReply[]> {
  return yield* rows(all, {});
}

export function* addReply(input: Written): Operation<'added' | 'taken' | 'too_many'> {
  // First: changes of what owners set come one after another, so that the looks below can be trusted.
  yield* touchPlan();
  const { replies } = (yield* row(countAll, {})) ?? { replies: 0 };
  if (Number(replies) >= SAVED_REPLIES_MAX) return 'too_many';
  return (yield* insertOne(insert, input)) ? 'added' : 'taken';
}

export function* changeReply(input: Written): Operation<'changed' | 'taken' | 'not_found'> {
  yield* touchPlan();
  const other = yield* row(named, { shortcut: input.shortcut });
  if (other && other.id !== input.id) return 'taken';
  return (yield* count(change, input)) === 1 ? 'changed' : 'not_found';
}

export function* removeReply(id: string): Operation<'removed' | 'not_found'> {
  return (yield* count(remove, { id })) === 1 ? 'removed' : 'not_found';
}
