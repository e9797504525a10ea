import { sql } from 'kysely';
import type { FindLines } from '../find-store.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

/** What narrows a question, so that it leads (L9, decision 0251). */

/** More open conversations than this are looked at block by block. */
const OPEN_MAX = 200;

const blocks = prepare<{ upTo: number; from: number; to: number; limit: number }>()((db, p) =>
  db
    .selectFrom('find_block')
    .select('no')
    .where('no', '<=', p.upTo)
    .where('to_at', '>=', p.from)
    .where('from_at', '<', p.to)
    .orderBy('no', 'desc')
    .limit(p.limit),
);
const opened = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(['no', 'head', 'team_head as teamHead'])
    .where('status', '<>', sql.lit('closed'))
    .orderBy('queued_at')
    .orderBy('no')
    .limit(p.limit),
);
/** The newest blocks with lines of that time. */
export function* blocksDown(input: FindLines, upTo: number, limit: number): Operation<number[]> {
  const found = yield* rows(blocks, { upTo, from: input.from ?? 0, to: input.to ?? Number.MAX_SAFE_INTEGER, limit });
  return found.map(({ no }) => no);
}

/** The open conversations, where they are few and short enough to be looked at whole. */
export function* openScope(input: FindLines): Operation<number[] | undefined> {
  if (input.status !== 'open') return undefined;
  const found = yield* rows(opened, { limit: OPEN_MAX + 1 });
  const lines = found.reduce((sum, { head, teamHead }) => sum + head + teamHead, 0);
  return found.length > OPEN_MAX || lines > input.lookedMax ? undefined : found.map(({ no }) => no);
}
