import type { Kysely } from 'kysely';
import type { ConversationSummary } from '../../../protocol/wire/model.ts';
import { toMarks } from './conversation-row.ts';
import { readChange } from './installation.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

function lines(db: Kysely<Tables>) {
  return db
    .selectFrom('conversation')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('agent', 'agent.id', 'conversation.agent_id')
    .selectAll('conversation')
    .select(['site.name as site_name', 'visitor.label', 'agent.name as agent_name']);
}

const open = prepare<{ openLimit: number }>()((db, p) =>
  lines(db)
    .where('conversation.status', '<>', 'closed')
    .orderBy('conversation.queued_at')
    .orderBy('conversation.no')
    .limit(p.openLimit),
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

export function* listInbox(input: {
  openLimit: number;
  closedLimit: number;
}): Operation<{ conversations: ConversationSummary[]; change: number }> {
  const change = yield* readChange();
  const found = [...(yield* rows(open, input)), ...(yield* rows(closed, input))];
  return { conversations: found.map(toSummary), change };
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
    ...(line.held === 1 ? { held: true } : {}),
  };
}
