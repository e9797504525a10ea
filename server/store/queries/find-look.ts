import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FindLines, StoredLine } from '../find-store.ts';
import type { DialectName } from './dialect.ts';
import { BLOCK_LINES, blockMark, conversationMark, matchOf } from './find-words.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

/**
 * One look for the words of a question. SQLite's index walks from the newest line down and meets a scope within itself. PostgreSQL's
 * gathers first, all of it: so there the scope gives the lines, and the words are weighed in each (decision 0310).
 */

/** What leads: these blocks of lines, these conversations, or words and marks of which one is rare. */
export type Scope = { blocks: number[] } | { conversations: number[] } | { lead: string };

interface Params {
  /** For PostgreSQL: an array of numbers, or what its index is asked for. */
  scope: string;
  sqliteMatch: string;
  postgresMatch: string;
  before: number;
  /** No line before this one: a help to SQLite's planner. */
  down: number;
  from: number;
  to: number;
  status: string;
  limit: number;
}

/** What was found, and whether its visitor is being erased: then nobody is told of it (J12). */
export type LookedLine = StoredLine & { erasing: boolean };

type Row = Omit<StoredLine, 'text'> & {
  erasing: number | boolean;
  body: string | null;
  name: string | null;
  email: string | null;
  identityEmail: string | null;
};

type Source = (p: Params) => RawBuilder<unknown>;

/** Each by itself (a limit, an offset), so that the planner does not go by the words after all. */
const SOURCES = {
  blocks: (p: Params) => sql`unnest(${p.scope}::bigint[]) as block(no) cross join lateral (
    select * from find_line where no >= block.no * ${sql.lit(BLOCK_LINES)} and no < (block.no + 1) * ${sql.lit(BLOCK_LINES)}
    order by no limit ${sql.lit(BLOCK_LINES)}) as l`,
  conversations: (p: Params) =>
    sql`(select * from find_line where conversation_no = any(${p.scope}::bigint[]) offset 0) as l`,
  lead: (p: Params) => sql`(select * from find_line where words @@ (${p.scope})::tsquery offset 0) as l`,
} satisfies Record<string, Source>;

/** Planned anew: how much a scope gives decides how to get it. */
const lookIn = (source: Source) =>
  prepare<Params>()(
    (db, p, dialect) => ({ compile: () => build(p, dialect, source).compile(db as Kysely<Tables>) }),
    'anew',
  );
const LOOKS = {
  blocks: lookIn(SOURCES.blocks),
  conversations: lookIn(SOURCES.conversations),
  lead: lookIn(SOURCES.lead),
};

/** The newest lines with these words first; only they are joined with what they stand for. */
function build(p: Params, dialect: DialectName, source: Source): RawBuilder<Row> {
  const isOf = sql`exists (select 1 from conversation as c
    where c.no = l.conversation_no and (c.status = 'closed') = (${p.status} = 'closed'))`;
  const [from, match, order] =
    dialect === 'sqlite'
      ? [
          sql`find_words cross join find_line as l on l.no = find_words.rowid`,
          sql`find_words match ${p.sqliteMatch} and find_words.rowid < ${p.before} and find_words.rowid >= ${p.down}`,
          sql`find_words.rowid`,
        ]
      : [source(p), sql`l.words @@ (${p.postgresMatch})::tsquery and l.no < ${p.before}`, sql`l.no`];
  return sql<Row>`
    with l as (
      select l.no, l.kind, l.place, l.at, l.conversation_no from ${from}
      where ${match} and l.at >= ${p.from} and l.at < ${p.to} and (${p.status} = '' or ${isOf})
      order by ${order} desc limit ${p.limit}
    )
    select l.no, l.kind, l.place, l.at, c.id as "conversationId", c.status, site.name as "siteName",
      visitor.label as "visitorLabel", coalesce(entry.body, team_entry.body) as body,
      coalesce(entry.author, case when l.kind = 'note' then 'agent' end) as author, agent.name as "agentName",
      visitor_identity.name, c.email, visitor_identity.email as "identityEmail",
      exists (select 1 from erasure where erasure.visitor_id = c.visitor_id and erasure.done_at is null) as erasing
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

export function* look(input: FindLines, scope: Scope, before: number, down: number): Operation<LookedLine[]> {
  const { query, value, marks } = read(scope);
  const found = yield* rows(query, {
    scope: value,
    sqliteMatch: matchOf(input, marks, 'sqlite'),
    postgresMatch: matchOf(input, [], 'postgres'),
    before,
    down,
    from: input.from ?? 0,
    to: input.to ?? Number.MAX_SAFE_INTEGER,
    status: input.status ?? '',
    limit: input.limit,
  });
  return found.map(({ body, name, email, identityEmail, erasing, ...line }) => {
    const person = [line.visitorLabel, name, email, identityEmail].filter(Boolean);
    return { ...line, erasing: Boolean(erasing), text: body ?? [...new Set(person)].join(' · ') };
  });
}

function read(scope: Scope) {
  if ('lead' in scope) return { query: LOOKS.lead, value: scope.lead, marks: [] };
  if ('blocks' in scope)
    return { query: LOOKS.blocks, value: `{${scope.blocks.join(',')}}`, marks: scope.blocks.map(blockMark) };
  const { conversations } = scope;
  return {
    query: LOOKS.conversations,
    value: `{${conversations.join(',')}}`,
    marks: conversations.map(conversationMark),
  };
}
