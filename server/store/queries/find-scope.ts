import { sql } from 'kysely';
import type { FindLines } from '../find-store.ts';
import { conversationMark, partsOf } from './find-words.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';

/** What narrows a question, so that it leads (L9, decision 0251). */

/** More open conversations than this are looked at block by block. */
const OPEN_MAX = 200;
/** A part of a question counts as rare up to this share of what may be looked at. */
const RARE_SHARE = 8;

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
const counted = prepare<{ sqliteMatch: string; postgresMatch: string; before: number; limit: number }>()(
  (db, p, dialect) => ({
    compile: () =>
      (dialect === 'sqlite'
        ? sql<{ n: number }>`select count(*) as n from (select 1 from find_words
            where find_words match ${p.sqliteMatch} and rowid < ${p.before} order by rowid desc limit ${p.limit})`
        : // By itself, so that the limit does not talk it into looking through all lines for a word that nobody wrote.
          sql<{
            n: number;
          }>`with found as materialized (select no from find_line where words @@ (${p.postgresMatch})::tsquery)
            select count(*) as n from (select 1 from found where no < ${p.before} limit ${p.limit}) as counted`
      ).compile(db),
  }),
  'anew',
);

/** The newest blocks with lines of that time. */
export function* blocksDown(input: FindLines, upTo: number, limit: number): Operation<number[]> {
  const found = yield* rows(blocks, { upTo, from: input.from ?? 0, to: input.to ?? Number.MAX_SAFE_INTEGER, limit });
  return found.map(({ no }) => no);
}

/** Marks of the open conversations, where they are few and short enough to be looked at whole. */
export function* openScope(input: FindLines): Operation<string[] | undefined> {
  if (input.status !== 'open') return undefined;
  const found = yield* rows(opened, { limit: OPEN_MAX + 1 });
  const lines = found.reduce((sum, { head, teamHead }) => sum + head + teamHead, 0);
  return found.length > OPEN_MAX || lines > input.lookedMax ? undefined : found.map(({ no }) => conversationMark(no));
}

/** Whether one part of the question leaves so little before this line that all of it can be looked at. */
export function* isRare(input: FindLines, before: number): Operation<boolean> {
  const most = Math.floor(input.lookedMax / RARE_SHARE);
  const postgres = partsOf(input, 'postgres');
  for (const [at, sqliteMatch] of partsOf(input, 'sqlite').entries()) {
    const part = { sqliteMatch, postgresMatch: postgres[at] ?? '', before, limit: most + 1 };
    if (Number((yield* row(counted, part))?.n ?? 0) <= most) return true;
  }
  return false;
}
