import { locked } from './conversation-row.ts';
import { listOf } from './list-of.ts';
import { type Operation, rows, run, takeChanges } from './operation.ts';
import { prepare } from './prepare.ts';

const theirs = prepare<{ ids: string }>()((db, p, dialect) =>
  locked(
    db
      .selectFrom('conversation')
      .select('no')
      .where('visitor_id', 'in', listOf(p.ids, dialect) as never)
      .orderBy('no'),
    dialect,
  ),
);
const moveOn = prepare<{ no: number; change: number }>()((db, p) =>
  db.updateTable('conversation').set({ change: p.change }).where('no', '=', p.no),
);

/** M8: who is one person has changed, and with it what is said of their conversations, though none of them was touched. */
export function* touchPeople(visitorIds: readonly string[]): Operation<void> {
  const found = yield* rows(theirs, { ids: JSON.stringify(visitorIds) });
  if (found.length === 0) return;
  let change = (yield* takeChanges(found.length)) - found.length;
  for (const { no } of found) {
    change += 1;
    yield* run(moveOn, { no, change });
  }
}
