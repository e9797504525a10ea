import { sql } from 'kysely';
import type { Intake } from '../../../protocol/wire/front.ts';
import type { OwnTalk, OwnTalks } from '../../../protocol/wire/own.ts';
import { OWN_ORDERS_MAX } from '../../../protocol/wire/people-limits.ts';
import type { OwnFacts } from '../people-store.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import { listOrders } from './read-person.ts';
import { readVisitorProfile } from './visitor-profiles.ts';
import { readVisit } from './visits.ts';

type Of = { visitorId: string };

const find = prepare<Of>()((db, p) =>
  db.selectFrom('visitor').select(['site_id as siteId', 'email', 'made_at']).where('id', '=', p.visitorId),
);
const conversations = prepare<Of>()((db, p) =>
  db
    .selectFrom('conversation')
    .select(sql<number>`count(*)`.as('n'))
    .where('visitor_id', '=', p.visitorId)
    .where('erased_at', 'is', null),
);
const messages = prepare<Of>()((db, p) =>
  db
    .selectFrom('entry')
    .innerJoin('conversation', 'conversation.no', 'entry.conversation_no')
    .select(['entry.author', sql<number>`count(*)`.as('n'), sql<number>`count(entry.file)`.as('files')])
    .where('conversation.visitor_id', '=', p.visitorId)
    .where('conversation.erased_at', 'is', null)
    .where('entry.kind', '=', 'message')
    .groupBy('entry.author'),
);
const talks = prepare<Of & { after: string; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .leftJoin('intake', 'intake.conversation_no', 'conversation.no')
    .select(['conversation.id', 'opened_at', 'closed_at', 'page_url', 'page_title', 'intake.document'])
    .where('conversation.visitor_id', '=', p.visitorId)
    .where('conversation.erased_at', 'is', null)
    // Nobody else's is a place to go on from: of those nothing comes.
    .where(
      sql<boolean>`(${p.after} = '' or conversation.no > (select before.no from conversation as before
        where before.id = ${p.after} and before.visitor_id = ${p.visitorId}))`,
    )
    .orderBy('conversation.no')
    .limit(p.limit),
);

/** J14: of this profile alone. One that it was joined to, or that was joined to it, is not hers to read (J8). */
export function* readOwn({ visitorId }: Of): Operation<OwnFacts | undefined> {
  const found = yield* row(find, { visitorId });
  if (!found) return undefined;
  const said = yield* readVisitorProfile(visitorId);
  const people = [`v:${visitorId}`, ...(said.verified ? [`s:${said.verified.subject}`] : [])];
  const counted = yield* rows(messages, { visitorId });
  const of = (author: string) => Number(counted.find((one) => one.author === author)?.n ?? 0);
  return {
    ...{ said, email: found.email, sinceAt: Number(found.made_at) },
    visit: yield* readVisit(visitorId),
    orders: yield* listOrders(found.siteId, people, OWN_ORDERS_MAX),
    conversations: Number((yield* row(conversations, { visitorId }))?.n ?? 0),
    messages: { own: of('visitor'), team: of('agent') },
    files: counted.reduce((sum, one) => sum + Number(one.files), 0),
  };
}

export function* listOwnTalks(input: { visitorId: string; after?: string; limit: number }): Operation<OwnTalks> {
  const { visitorId, after = '', limit } = input;
  const found = yield* rows(talks, { visitorId, after, limit: limit + 1 });
  const shown = found.slice(0, limit).map(
    ({ id, opened_at, closed_at, page_url, page_title, document }): OwnTalk => ({
      ...{ conversationId: id, openedAt: Number(opened_at) },
      closedAt: closed_at === null ? null : Number(closed_at),
      page: page_url === null ? null : { url: page_url, title: page_title ?? '' },
      intake: document === null ? null : (JSON.parse(document) as Intake),
    }),
  );
  return { conversations: shown, more: found.length > limit };
}
