import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const joinedTo = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('visitor').select('joined_to').where('id', '=', p.id),
);
const joined = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('visitor').select('id').where('joined_to', '=', p.id).orderBy('id'),
);

/** J8: the profile that stands for this person. Joining keeps it one step away. */
export function* rootOf(visitorId: string): Operation<string> {
  return (yield* row(joinedTo, { id: visitorId }))?.joined_to ?? visitorId;
}

/** The profile that stands for her first, then those that were joined to it. */
export function* listProfiles(visitorId: string): Operation<string[]> {
  const root = yield* rootOf(visitorId);
  return [root, ...(yield* rows(joined, { id: root })).map(({ id }) => id)];
}
