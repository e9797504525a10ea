import { sql } from 'kysely';
import type { Marked } from './find-words.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { putWords } from './put-lines.ts';
import { dropLine, dropWords, lockTaking } from './take-up-words.ts';

const lineAt = prepare<{ no: number; place: number }>()((db, p) =>
  db
    .selectFrom('find_line')
    .select(['no as line', 'at'])
    .where('conversation_no', '=', p.no)
    .where('place', '=', p.place)
    .where('kind', '=', sql.lit('message')),
);

interface Retaken {
  no: number;
  place: number;
  /** Empty: nothing of it is to be found any more. */
  text: string;
  marked: Marked;
}

/**
 * What was said before is not found any more from this commit on (L8). The lock keeps it apart from whoever takes up words just
 * now: what that one has read it has also written when we look; what it reads later are the new words.
 */
export function* retakeWords({ no, place, text, marked }: Retaken): Operation<void> {
  yield* lockTaking();
  const known = yield* row(lineAt, { no, place });
  if (!known) return;
  yield* run(dropWords, { line: known.line });
  if (text === '') yield* run(dropLine, { line: known.line });
  else yield* putWords({ no: known.line, conversationNo: no, place, at: known.at, text, ...marked });
}
