import type { Merge, PersonConversation, PersonOrder, PersonRating } from '../../../protocol/wire/people.ts';
import {
  PERSON_CONVERSATIONS_SHOWN_MAX,
  PERSON_ORDERS_SHOWN_MAX,
  PERSON_RATINGS_SHOWN_MAX,
} from '../../../protocol/wire/people-limits.ts';
import type { PersonFacts } from '../people-store.ts';
import { listOf } from './list-of.ts';
import { type Operation, row, rows } from './operation.ts';
import { listPersonNotes, listPersonTags } from './person-notes.ts';
import { listProfiles } from './person-root.ts';
import { prepare } from './prepare.ts';
import { readVisitorProfile } from './visitor-profiles.ts';
import { readVisit } from './visits.ts';

const find = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('visitor')
    .innerJoin('site', 'site.id', 'visitor.site_id')
    .leftJoin('visitor_identity', 'visitor_identity.visitor_id', 'visitor.id')
    .select([
      'visitor.id',
      'visitor.site_id as siteId',
      'site.key as siteKey',
      'visitor.label',
      'visitor.email',
      'visitor.made_at',
      'visitor.seen_at',
      'visitor_identity.subject',
    ])
    .where('visitor.id', '=', p.id),
);
const segment = prepare<{ siteId: string; subject: string }>()((db, p) =>
  db.selectFrom('customer').select('segment').where('site_id', '=', p.siteId).where('subject', '=', p.subject),
);
const orders = prepare<{ siteId: string; people: string; limit: number }>()((db, p, dialect) =>
  db
    .selectFrom('shop_order')
    .select(['order_id as id', 'at', 'minor', 'currency', 'cancelled', 'source'])
    .where('site_id', '=', p.siteId)
    .where('person', 'in', listOf(p.people, dialect) as never)
    .orderBy('at', 'desc')
    .orderBy('order_id')
    .limit(p.limit),
);
const orderCount = prepare<{ siteId: string; people: string }>()((db, p, dialect) =>
  db
    .selectFrom('shop_order')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('site_id', '=', p.siteId)
    .where('person', 'in', listOf(p.people, dialect) as never),
);
const conversations = prepare<{ ids: string; limit: number }>()((db, p, dialect) =>
  db
    .selectFrom('conversation')
    .leftJoin('episode', (join) =>
      join
        .onRef('episode.conversation_no', '=', 'conversation.no')
        .onRef('episode.number', '=', 'conversation.episode'),
    )
    .select([
      'conversation.id',
      'conversation.status',
      'conversation.opened_at as openedAt',
      'episode.outcome',
      'last_text as lastText',
    ])
    .where('conversation.visitor_id', 'in', listOf(p.ids, dialect) as never)
    .orderBy('conversation.no', 'desc')
    .limit(p.limit),
);
const ratings = prepare<{ ids: string; limit: number }>()((db, p, dialect) =>
  db
    .selectFrom('conversation')
    .innerJoin('episode', 'episode.conversation_no', 'conversation.no')
    .select(['conversation.id as conversationId', 'episode.rated_at as at', 'episode.score', 'episode.comment'])
    .where('conversation.visitor_id', 'in', listOf(p.ids, dialect) as never)
    .where('episode.score', 'is not', null)
    .orderBy('episode.rated_at', 'desc')
    .limit(p.limit),
);
const merges = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('visitor_merge')
    .innerJoin('visitor', 'visitor.id', 'visitor_merge.from_id')
    .innerJoin('agent', 'agent.id', 'visitor_merge.by_id')
    .select(['visitor_merge.id', 'from_id as fromId', 'visitor.label as fromLabel', 'by_id', 'agent.name', 'at'])
    .where('into_id', '=', p.id)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc'),
);

export function* readPerson(visitorId: string): Operation<PersonFacts | undefined> {
  const profiles = yield* listProfiles(visitorId);
  const id = profiles[0] ?? visitorId;
  const found = yield* row(find, { id });
  if (!found) return undefined;
  const { siteId, siteKey, label, email, subject } = found;
  const ids = JSON.stringify(profiles);
  const people = [...profiles.map((one) => `v:${one}`), ...(subject === null ? [] : [`s:${subject}`])];
  const begun = yield* listConversations(ids);
  return {
    ...{ id, siteId, siteKey, label, email },
    firstSeenAt: Number(found.made_at),
    seenAt: Number(found.seen_at),
    said: yield* readVisitorProfile(id),
    tags: yield* listPersonTags(id),
    segment: subject === null ? null : ((yield* row(segment, { siteId, subject }))?.segment ?? null),
    notes: yield* listPersonNotes(id),
    visit: yield* latestVisit(profiles),
    orders: yield* listOrders(siteId, people, PERSON_ORDERS_SHOWN_MAX),
    ordersCount: Number((yield* row(orderCount, { siteId, people: JSON.stringify(people) }))?.n ?? 0),
    ratings: yield* listRatings(ids),
    conversations: begun,
    returning: begun.length > 1,
    joined: yield* listMerges(id),
    joinedTo: id === visitorId ? null : id,
  };
}

function* latestVisit(profiles: readonly string[]): Operation<PersonFacts['visit']> {
  let latest: PersonFacts['visit'] = null;
  for (const id of profiles) {
    const visit = yield* readVisit(id);
    if (visit && (!latest || visit.at > latest.at)) latest = visit;
  }
  return latest;
}

export function* listOrders(siteId: string, people: readonly string[], limit: number): Operation<PersonOrder[]> {
  const found = yield* rows(orders, { siteId, people: JSON.stringify(people), limit });
  return found.map(({ id, at, minor, currency, cancelled, source }) => ({
    ...{ id, currency },
    at: Number(at),
    minor: Number(minor),
    cancelled: Number(cancelled) === 1,
    checked: source === 'server',
  }));
}

function* listConversations(ids: string): Operation<PersonConversation[]> {
  return yield* rows(conversations, { ids, limit: PERSON_CONVERSATIONS_SHOWN_MAX });
}

function* listRatings(ids: string): Operation<PersonRating[]> {
  const found = yield* rows(ratings, { ids, limit: PERSON_RATINGS_SHOWN_MAX });
  return found.map(({ conversationId, at, score, comment }) => ({
    ...{ conversationId, comment },
    at: Number(at ?? 0),
    score: score ?? 0,
  }));
}

function* listMerges(id: string): Operation<Merge[]> {
  return (yield* rows(merges, { id })).map(({ by_id, name, ...merge }) => ({ ...merge, by: { id: by_id, name } }));
}
