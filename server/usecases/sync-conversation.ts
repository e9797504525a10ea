import type { Position } from '../../protocol/wire/events.ts';
import { SYNC_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import type { SyncPage } from '../../protocol/wire/model.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadConversation } from './load-conversation.ts';

/** Entries after a position, one page. */
export async function syncConversation(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  input: Position,
): Promise<Done<SyncPage>> {
  const state = await loadConversation(context, subject, input.conversationId);
  if (!state) return refused('not_found');
  const page = await context.store.readPage({
    conversationId: state.id,
    afterSeq: input.afterSeq,
    limit: SYNC_ENTRIES_MAX,
  });
  return page ? answered(page) : refused('not_found');
}
