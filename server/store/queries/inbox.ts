import { type Kysely, sql } from 'kysely';
import type { Ask, ConversationSummary, Offer } from '../../../protocol/wire/model.ts';
import type { ListInbox } from '../store.ts';
import { participantsOf, toMarks } from './conversation-row.ts';
import { readChange } from './installation.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

function lines(db: Kysely<Tables>) {
  return db
    .selectFrom('conversation')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('visitor_identity', 'visitor_identity.visitor_id', 'conversation.visitor_id')
    .leftJoin('agent', 'agent.id', 'conversation.agent_id')
    .leftJoin('agent as rung', 'rung.id', 'conversation.offer_agent_id')
    .leftJoin('agent as asked', 'asked.id', 'conversation.ask_to')
    .leftJoin('agent as asker', 'asker.id', 'conversation.ask_by')
    .selectAll('conversation')
    .select([
      'site.name as site_name',
      'visitor.label',
      'visitor_identity.verified_at',
      'agent.name as agent_name',
      'rung.name as rung_name',
      'asked.name as asked_name',
      'asker.name as asker_name',
    ]);
}

const open = prepare<{ queuedAt: number; afterId: string; limit: number }>()((db, p) =>
  lines(db)
    .where('conversation.status', '<>', 'closed')
    // As one comparison, so that the index of places is entered there (S6).
    .where(
      sql<boolean>`(conversation.queued_at, conversation.no)
        > (${p.queuedAt}, coalesce((select place.no from conversation as place where place.id = ${p.afterId}), 0))`,
    )
    .orderBy('conversation.queued_at')
    .orderBy('conversation.no')
    .limit(p.limit),
);
const closed = prepare<{ closedLimit: number }>()((db, p) =>
  lines(db)
    .where('conversation.status', '=', 'closed')
    .orderBy('conversation.closed_at', 'desc')
    .orderBy('conversation.no', 'desc')
    .limit(p.closedLimit),
);
const changed = prepare<{ afterChange: number; limit: number }>()((db, p) =>
  lines(db).where('conversation.change', '>', p.afterChange).orderBy('conversation.change').limit(p.limit),
);

type Line = NonNullable<typeof open.row>;

const FROM_THE_START = { queuedAt: -1, conversationId: '' };

export function* listInbox(
  input: ListInbox,
): Operation<{ conversations: ConversationSummary[]; change: number; more: boolean }> {
  const { openLimit, closedLimit, after = FROM_THE_START } = input;
  const change = yield* readChange();
  // One more than asked, to know whether it goes on.
  const place = { queuedAt: after.queuedAt, afterId: after.conversationId, limit: openLimit + 1 };
  const found = yield* rows(open, place);
  const listed = [...found.slice(0, openLimit), ...(yield* rows(closed, { closedLimit }))];
  return { conversations: listed.map(toSummary), change, more: found.length > openLimit };
}

export function* listChanges(input: {
  afterChange: number;
  limit: number;
}): Operation<{ conversations: ConversationSummary[]; change: number; more: boolean }> {
  const head = yield* readChange();
  // One more than asked, to know whether it goes on.
  const found = yield* rows(changed, { afterChange: input.afterChange, limit: input.limit + 1 });
  const more = found.length > input.limit;
  const conversations = found.slice(0, input.limit).map(toSummary);
  return { conversations, change: more ? (conversations.at(-1)?.change ?? input.afterChange) : head, more };
}

function toSummary(line: Line): ConversationSummary {
  return {
    id: line.id,
    change: line.change,
    siteName: line.site_name,
    visitor: {
      id: line.visitor_id,
      label: line.label,
      email: line.email,
      pageUrl: line.page_url,
      pageTitle: line.page_title,
      ...(line.verified_at === null ? {} : { verified: true }),
    },
    status: line.status,
    agent: line.agent_id === null ? null : { id: line.agent_id, name: line.agent_name ?? '' },
    episode: line.episode,
    openedAt: line.opened_at,
    queuedAt: line.queued_at,
    closedAt: line.closed_at,
    head: line.head,
    waitingSince: line.wait_started_at,
    firstResponseMs: line.first_response_ms,
    lastText: line.last_text,
    lastAuthor: line.last_author,
    lastAt: line.last_at,
    unread: line.unread,
    score: line.score,
    marks: toMarks(line),
    departmentId: line.department_id,
    language: line.language,
    priority: line.priority,
    offer: offerOf(line),
    participants: [...participantsOf(line)],
    ask: askOf(line),
    teamHead: line.team_head,
    ...(line.held === 1 ? { held: true } : {}),
  };
}

function offerOf(line: Line): Offer | null {
  const { offer_agent_id: id, offer_until: until } = line;
  return id === null || until === null ? null : { agent: { id, name: line.rung_name ?? '' }, until };
}

function askOf(line: Line): Ask | null {
  const { ask_kind: kind, ask_to: to, ask_by: by, ask_until: until } = line;
  if (kind === null || to === null || by === null || until === null) return null;
  return { kind, to: { id: to, name: line.asked_name ?? '' }, by: { id: by, name: line.asker_name ?? '' }, until };
}
