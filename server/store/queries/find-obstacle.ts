import { sql } from 'kysely';
import type { NewMessage } from '../store.ts';
import type { AnsweredMeanwhile, NothingQuoted } from '../thread-store.ts';
import { type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';

const colleagues = prepare<{ no: number; after: number; authorId: string }>()((db, p) =>
  db
    .selectFrom('entry')
    .select('seq')
    .where('conversation_no', '=', p.no)
    .where('seq', '>', p.after)
    .where('kind', '=', sql.lit('message'))
    .where('author', '=', sql.lit('agent'))
    .where('author_id', '<>', p.authorId)
    .limit(1),
);
const message = prepare<{ no: number; seq: number }>()((db, p) =>
  db
    .selectFrom('entry')
    .select('seq')
    .where('conversation_no', '=', p.no)
    .where('seq', '=', p.seq)
    .where('kind', '=', sql.lit('message')),
);

/**
 * Why a message is not to be stored though its author may write. Under the conversation's lock, so that of two colleagues who
 * press at the same instant the second one is told of the first (C20). Costs nothing where nothing came meanwhile.
 */
export function* findObstacle(
  { no, head }: { no: number; head: number },
  { author, authorId, seenSeq = head, quote }: NewMessage,
): Operation<AnsweredMeanwhile | NothingQuoted | undefined> {
  if (author === 'agent' && seenSeq < head && (yield* row(colleagues, { no, after: seenSeq, authorId })))
    return { result: 'answered_meanwhile' };
  if (quote !== undefined && !(yield* row(message, { no, seq: quote }))) return { result: 'nothing_quoted' };
  return undefined;
}
