import { sql } from 'kysely';
import type { ConversationMail, MailConversation, MailSpan, Queued } from '../mail-store.ts';
import { lockConversation } from './conversation-row.ts';
import { addMail } from './mail-outbox.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const COLUMNS = [
  'id',
  'site_id as siteId',
  'visitor_id as visitorId',
  'status',
  'email',
  'page_url as pageUrl',
  'language',
  'head',
  'visitor_read as visitorRead',
  'episode',
  'conversation.closed_at as closedAt',
  'conversation.score',
] as const;
/** J12, J13: what was emptied, or is about to be because its person is erased, is written and rated no more. */
const byId = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .leftJoin('episode', (join) =>
      join
        .onRef('episode.conversation_no', '=', 'conversation.no')
        .onRef('episode.number', '=', 'conversation.episode'),
    )
    .select(COLUMNS)
    .select('episode.rated_at as ratedAt')
    .where('conversation.id', '=', p.id)
    .where('conversation.erased_at', 'is', null)
    .where(sql<boolean>`not exists (select 1 from erasure where erasure.visitor_id = conversation.visitor_id)`),
);
/** The words of the index, one by one: SQLite takes it only then. */
const unread = prepare<MailSpan>()((db, p) =>
  db
    .selectFrom('conversation')
    .select('id')
    .where(sql<boolean>`email is not null and last_author = 'agent' and visitor_read < head and mailed_seq < head`)
    .where('site_id', '=', p.siteId)
    .where('last_at', '>', p.after)
    .where('last_at', '<=', p.upTo)
    .orderBy('last_at')
    .limit(p.limit),
);
const unrated = prepare<MailSpan>()((db, p) =>
  db
    .selectFrom('conversation')
    .select('id')
    .where(sql<boolean>`email is not null and status = 'closed' and score is null and asked_episode < episode`)
    .where('site_id', '=', p.siteId)
    .where('closed_at', '>', p.after)
    .where('closed_at', '<=', p.upTo)
    .orderBy('closed_at')
    .limit(p.limit),
);

export function* findMailConversation(id: string): Operation<MailConversation | undefined> {
  return yield* row(byId, { id });
}

export function* listUnreadAnswers(input: MailSpan): Operation<string[]> {
  return (yield* rows(unread, input)).map(({ id }) => id);
}

export function* listUnrated(input: MailSpan): Operation<string[]> {
  return (yield* rows(unrated, input)).map(({ id }) => id);
}

/** The conversation is locked: what is read here stays true until the commit. */
const marks = prepare<{ no: number }>()((db, p) =>
  db.selectFrom('conversation').select(['email', 'last_author', 'mailed_seq', 'asked_episode']).where('no', '=', p.no),
);
const answers = prepare<{ no: number; afterSeq: number }>()((db, p) =>
  db
    .selectFrom('entry')
    .select([sql<number>`coalesce(max(seq), 0)`.as('last')])
    .where('conversation_no', '=', p.no)
    .where('seq', '>', p.afterSeq)
    .where('kind', '=', sql.lit('message'))
    .where('author', '=', sql.lit('agent')),
);
const markMailed = prepare<{ no: number; seq: number }>()((db, p) =>
  db.updateTable('conversation').set({ mailed_seq: p.seq }).where('no', '=', p.no),
);
const markAsked = prepare<{ no: number; episode: number }>()((db, p) =>
  db.updateTable('conversation').set({ asked_episode: p.episode }).where('no', '=', p.no),
);
const ended = prepare<{ no: number; episode: number }>()((db, p) =>
  db
    .selectFrom('episode')
    .select(['outcome', 'rated_at'])
    .where('conversation_no', '=', p.no)
    .where('number', '=', p.episode),
);

/** E8: marked in any case, so that nobody looks at the same words again. */
export function* queueAnswerMail(input: ConversationMail): Operation<Queued | 'nothing'> {
  const { conversationId, at } = input;
  const state = yield* lockConversation(conversationId);
  const known = state && (yield* row(marks, { no: state.no }));
  if (!known || known.email === null || known.last_author !== 'agent') return 'nothing';
  const { no, site_id: siteId, head } = state;
  const afterSeq = Math.max(state.visitor_read, known.mailed_seq);
  const last = Number((yield* row(answers, { no, afterSeq }))?.last ?? 0);
  yield* run(markMailed, { no, seq: head });
  if (last === 0) return 'nothing';
  return yield* addMail({
    ...{ id: input.id, cause: `answer ${conversationId} ${last}`, conversationNo: null, state: 'waiting' },
    ...{ document: { kind: 'answer', conversationId, afterSeq, upToSeq: last }, to: input.targetOf(known.email) },
    ...{ siteId, visitorId: null, limits: input.limits, at },
  });
}

/** E9: asked for at most once in an episode, and never about what was spam. */
export function* queueRatingMail(input: ConversationMail): Operation<Queued | 'nothing'> {
  const { conversationId, at } = input;
  const state = yield* lockConversation(conversationId);
  const known = state && (yield* row(marks, { no: state.no }));
  if (!known || known.email === null || state.status !== 'closed') return 'nothing';
  const { no, site_id: siteId, episode } = state;
  if (known.asked_episode >= episode) return 'nothing';
  yield* run(markAsked, { no, episode });
  const how = yield* row(ended, { no, episode });
  // K9: who answered without a name has been asked, too.
  if (!how || how.rated_at !== null || how.outcome === 'spam' || state.first_response_ms === null) return 'nothing';
  return yield* addMail({
    ...{ id: input.id, cause: `rating ${conversationId} ${episode}`, conversationNo: null, state: 'waiting' },
    ...{ document: { kind: 'rating', conversationId, episode }, to: input.targetOf(known.email) },
    ...{ siteId, visitorId: null, limits: input.limits, at },
  });
}
