import { sql } from 'kysely';
import { type ClosedFilter, type ClosedPage, type ClosedPlace, isNamed } from '../../../protocol/wire/inbox.ts';
import type { ListClosed } from '../inbox-store.ts';
import { lines, toSummary } from './inbox-line.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';

interface Params {
  closedAt: number;
  afterId: string;
  look: number;
  limit: number;
  tag: string;
  segment: string;
  siteId: string;
  departmentId: string;
  agentId: string;
  language: string;
  scoreMin: number;
  scoreMax: number;
  channel: string;
}

type Order = ListClosed['order'];
const FAR = Number.MAX_SAFE_INTEGER;
const NO_DEPARTMENT = '-';

/** The next stretch by the index of closed ones, entered at its place (S6); `look` bounds what one question may cost (U5). */
const stretch = (order: Order, p: Params) => {
  const way = sql.raw(order === 'newest' ? '<' : '>');
  const by = sql.raw(order === 'newest' ? 'desc' : 'asc');
  const end = sql.raw(order === 'newest' ? String(FAR) : '-1');
  return sql<{ no: number; closed_at: number; id: string }>`(select no, closed_at, id from conversation
    where status = 'closed' and (closed_at, no)
      ${way} (${p.closedAt}, coalesce((select place.no from conversation as place where place.id = ${p.afterId}), ${end}))
    order by closed_at ${by}, no ${by} limit ${p.look})`;
};

/** A word of a JSON list, quoted as it stands there. */
const holds = (column: string, word: string) =>
  sql<boolean>`(${word} = '' or replace(coalesce(${sql.ref(column)}, ''), ${word}, '') <> coalesce(${sql.ref(column)}, ''))`;

const fitting = (order: Order) =>
  prepare<Params>()((db, p) =>
    lines(db)
      .innerJoin(stretch(order, p).as('looked'), 'looked.no', 'conversation.no')
      .where(holds('conversation.tags', p.tag))
      .where(holds('opening.segments', p.segment))
      .where(sql<boolean>`(${p.siteId} = '' or conversation.site_id = ${p.siteId})`)
      .where(
        sql<boolean>`(${p.departmentId} = '' or coalesce(conversation.department_id, ${sql.lit(NO_DEPARTMENT)}) = ${p.departmentId})`,
      )
      .where(sql<boolean>`(${p.agentId} = '' or conversation.agent_id = ${p.agentId})`)
      .where(
        sql<boolean>`(${p.language} = '' or lower(conversation.language) = ${p.language}
          or lower(conversation.language) like ${p.language} || '-%')`,
      )
      .where(sql<boolean>`coalesce(conversation.score, 0) between ${p.scoreMin} and ${p.scoreMax}`)
      .where(sql<boolean>`(${p.channel} = '' or (conversation.email is not null) = (${p.channel} = 'mail'))`)
      .orderBy('looked.closed_at', order === 'newest' ? 'desc' : 'asc')
      .orderBy('looked.no', order === 'newest' ? 'desc' : 'asc')
      .limit(p.limit),
  );
const lastOf = (order: Order) =>
  prepare<Pick<Params, 'closedAt' | 'afterId' | 'look'> & { skip: number }>()((db, p) =>
    db
      .selectFrom(stretch(order, p as unknown as Params).as('looked'))
      .select(['looked.closed_at as closedAt', 'looked.id as conversationId'])
      .orderBy('looked.closed_at', order === 'newest' ? 'desc' : 'asc')
      .orderBy('looked.no', order === 'newest' ? 'desc' : 'asc')
      .limit(1)
      .offset(p.skip),
  );
const FITTING = { newest: fitting('newest'), oldest: fitting('oldest') };
const LAST_OF = { newest: lastOf('newest'), oldest: lastOf('oldest') };
const SCORES = { low: [1, 2], middle: [3, 3], good: [4, 5], none: [0, 0] } as const;

export function* listClosedLines(input: ListClosed): Operation<ClosedPage> {
  const { filter, order, after, limit, look } = input;
  const from = { closedAt: after?.closedAt ?? (order === 'newest' ? FAR : -1), afterId: after?.conversationId ?? '' };
  const { text = '' } = filter;
  // A name is compared as people read it, which no database does for us: then all of the stretch is looked at here.
  const asked = text === '' ? limit + 1 : look;
  const found = (yield* rows(FITTING[order], { ...from, ...paramsOf(filter), look, limit: asked })).map(toSummary);
  const fits = text === '' ? found : found.filter((one) => isNamed(one.visitor, text));
  const conversations = fits.slice(0, limit);
  if (fits.length > limit) return { conversations, next: placeOf(conversations.at(-1)) };
  const next = yield* row(LAST_OF[order], { ...from, look, skip: look - 1 });
  return { conversations, next: next ?? null };
}

function paramsOf(filter: ClosedFilter) {
  const [scoreMin, scoreMax] = filter.rating ? SCORES[filter.rating] : [0, 5];
  return {
    tag: filter.tag === undefined ? '' : JSON.stringify(filter.tag),
    segment: filter.segment === undefined ? '' : JSON.stringify(filter.segment),
    siteId: filter.siteId ?? '',
    departmentId: filter.departmentId === undefined ? '' : filter.departmentId || NO_DEPARTMENT,
    agentId: filter.agentId ?? '',
    language: filter.language?.toLowerCase() ?? '',
    scoreMin,
    scoreMax,
    channel: filter.channel ?? '',
  };
}

function placeOf(last: { closedAt: number | null; id: string } | undefined): ClosedPlace | null {
  return last && last.closedAt !== null ? { closedAt: last.closedAt, conversationId: last.id } : null;
}
