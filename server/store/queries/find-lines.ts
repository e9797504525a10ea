import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FindLines, StoredLine } from '../find-store.ts';
import type { DialectName } from './dialect.ts';
import { matchOf } from './find-words.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

const LAST = Number.MAX_SAFE_INTEGER;

interface Params {
  sqliteMatch: string;
  postgresMatch: string;
  before: number;
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

const lines = prepare<Params>()((db, p, dialect) => ({
  compile: () => build(p, dialect).compile(db as Kysely<Tables>),
}));

/** The newest lines with these words first; only they are joined with what they stand for. */
function build(p: Params, dialect: DialectName): RawBuilder<Row> {
  const matching =
    dialect === 'sqlite'
      ? sql`find_words cross join find_line as l on l.no = find_words.rowid
          cross join conversation as c on c.no = l.conversation_no`
      : sql`find_line as l join conversation as c on c.no = l.conversation_no`;
  const match =
    dialect === 'sqlite'
      ? sql`find_words match ${p.sqliteMatch} and find_words.rowid < ${p.before}`
      : sql`l.words @@ (${p.postgresMatch})::tsquery and l.no < ${p.before}`;
  const order = dialect === 'sqlite' ? sql`find_words.rowid` : sql`l.no`;
  return sql<Row>`
    with l as (
      select l.no, l.kind, l.place, l.at, l.conversation_no from ${matching}
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

export function* findLines(input: FindLines): Operation<StoredLine[]> {
  const found = yield* rows(lines, {
    sqliteMatch: matchOf(input, 'sqlite'),
    postgresMatch: matchOf(input, 'postgres'),
    before: input.before ?? LAST,
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
