import { sql } from 'kysely';
import type { ConversationSummary } from '../../../protocol/wire/model.ts';
import type { ListInbox } from '../store.ts';
import { lines, toSummary } from './inbox-line.ts';
import { readChange } from './installation.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

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
