import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FindLines, FoundLines, StoredLine } from '../find-store.ts';
import type { DialectName } from './dialect.ts';
import { blocksDown, isRare, openScope } from './find-scope.ts';
import { BLOCK_LINES, blockMark, blockOf, matchOf } from './find-words.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

const LAST = Number.MAX_SAFE_INTEGER;
/** A word that many write fills a page from these; a look at more would cost each question. */
const FIRST_BLOCKS = 4;

interface Params {
  sqliteMatch: string;
  postgresMatch: string;
  before: number;
  /** No line before this one: a help to the databases' planners. */
  down: number;
  from: number;
  to: number;
  status: string;
  limit: number;
}

type Row = Omit<StoredLine, 'text'> & {
  body: string | null;
  name: string | null;
  email: string | null;
  identityEmail: string | null;
};

/** Planned anew: how many lines have a word decides where to begin. */
const matchingIn = (isStretch: boolean) =>
  prepare<Params>()(
    (db, p, dialect) => ({
      compile: () => build(p, dialect, isStretch).compile(db as Kysely<Tables>),
    }),
    'anew',
  );
const matching = matchingIn(false);
const matchingInStretch = matchingIn(true);

/** The newest lines with these words first; only they are joined with what they stand for. */
function build(p: Params, dialect: DialectName, isStretch: boolean): RawBuilder<Row> {
  // By itself, so that PostgreSQL does not walk along the words of a million lines to choose from two thousand.
  const stretch = sql`(select * from find_line where no < ${p.before} and no >= ${p.down} offset 0)`;
  const joined =
    dialect === 'sqlite'
      ? sql`find_words cross join find_line as l on l.no = find_words.rowid
          cross join conversation as c on c.no = l.conversation_no`
      : sql`${isStretch ? stretch : sql`find_line`} as l join conversation as c on c.no = l.conversation_no`;
  const match =
    dialect === 'sqlite'
      ? sql`find_words match ${p.sqliteMatch} and find_words.rowid < ${p.before} and find_words.rowid >= ${p.down}`
      : sql`l.words @@ (${p.postgresMatch})::tsquery and l.no < ${p.before} and l.no >= ${p.down}`;
  const order = dialect === 'sqlite' ? sql`find_words.rowid` : sql`l.no`;
  return sql<Row>`
    with l as (
      select l.no, l.kind, l.place, l.at, l.conversation_no from ${joined}
      where ${match} and l.at >= ${p.from} and l.at < ${p.to}
        and (${p.status} = '' or (c.status = 'closed') = (${p.status} = 'closed'))
      order by ${order} desc limit ${p.limit}
    )
    select l.no, l.kind, l.place, l.at, c.id as "conversationId", c.status, site.name as "siteName",
      visitor.label as "visitorLabel", coalesce(entry.body, team_entry.body) as body,
      coalesce(entry.author, case when l.kind = 'note' then 'agent' end) as author, agent.name as "agentName",
      visitor_identity.name, c.email, visitor_identity.email as "identityEmail"
    from l
    join conversation as c on c.no = l.conversation_no
    join site on site.id = c.site_id
    join visitor on visitor.id = c.visitor_id
    left join visitor_identity on visitor_identity.visitor_id = c.visitor_id
    left join entry on l.kind = 'message' and entry.conversation_no = l.conversation_no and entry.seq = l.place
    left join team_entry
      on l.kind = 'note' and team_entry.conversation_no = l.conversation_no and team_entry.number = l.place
    left join agent on agent.id = coalesce(case when entry.author = 'agent' then entry.author_id end, team_entry.by_id)
    order by l.no desc`;
}

/**
 * L9: what narrows leads. Few open conversations are looked at whole; else the newest blocks; where they do not fill the page
 * and one part of the question is rare, all that is left; where none is, more blocks, and then it ends for now.
 */
export function* findLines(input: FindLines): Operation<FoundLines> {
  const open = yield* openScope(input);
  if (open) return open.length === 0 ? { lines: [], next: null } : yield* lookAtAll(input, open);
  const lines: StoredLine[] = [];
  let before = input.before ?? LAST;
  let upTo = blockOf(before - 1);
  let left = Math.max(1, Math.floor(input.lookedMax / BLOCK_LINES));
  for (let first = true; left > 0; first = false) {
    const wanted = first ? Math.min(FIRST_BLOCKS, left) : left;
    const blocks = yield* blocksDown(input, upTo, wanted);
    const last = blocks.at(-1);
    if (last === undefined) return { lines, next: null };
    const down = last * BLOCK_LINES;
    const limit = input.limit + 1 - lines.length;
    const newest = blocks[0] ?? last;
    const isStretch = newest - last === blocks.length - 1;
    // No further than the blocks reach: a time chooses old ones, and above them is all that came since.
    const end = Math.min(before, (newest + 1) * BLOCK_LINES);
    lines.push(...(yield* look({ ...input, limit }, blocks.map(blockMark), end, down, isStretch)));
    if (lines.length > input.limit) return pageOf(input, lines);
    if (blocks.length < wanted) return { lines, next: null };
    left -= blocks.length;
    before = down;
    upTo = last - 1;
    if (first && (yield* isRare(input, before))) return yield* lookAtAll({ ...input, before }, [], lines);
  }
  return { lines, next: (yield* blocksDown(input, upTo, 1)).length > 0 ? before : null };
}

function* lookAtAll(input: FindLines, scope: string[], known: StoredLine[] = []): Operation<FoundLines> {
  const limit = input.limit + 1 - known.length;
  return pageOf(input, [...known, ...(yield* look({ ...input, limit }, scope, input.before ?? LAST, 0))]);
}

/** One more than asked for was looked for, to know whether there is one. */
function pageOf({ limit, before }: FindLines, found: StoredLine[]): FoundLines {
  if (found.length <= limit) return { lines: found, next: null };
  const lines = found.slice(0, limit);
  return { lines, next: lines.at(-1)?.no ?? before ?? LAST };
}

/** `isStretch`: lines between the two are those of the scope, and no others. */
function* look(
  input: FindLines,
  scope: string[],
  before: number,
  down: number,
  isStretch = false,
): Operation<StoredLine[]> {
  const found = yield* rows(isStretch ? matchingInStretch : matching, {
    sqliteMatch: matchOf(input, scope, 'sqlite'),
    postgresMatch: matchOf(input, scope, 'postgres'),
    before,
    down,
    from: input.from ?? 0,
    to: input.to ?? LAST,
    status: input.status ?? '',
    limit: input.limit,
  });
  return found.map(({ body, name, email, identityEmail, ...line }) => {
    const person = [line.visitorLabel, name, email, identityEmail].filter(Boolean);
    return { ...line, text: body ?? [...new Set(person)].join(' · ') };
  });
}
