import type { AgentCommands, InboxPage } from '../../protocol/wire/events.ts';
import { INBOX_BEHIND_CHANGES_MAX, INBOX_CONVERSATIONS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';
import { withTargets } from './targets-now.ts';

/** Conversations that changed after a position. Too far behind, or ahead of all that is stored: list afresh. */
export async function syncInbox(
  context: Context,
  _subject: AgentSubject,
  input: AgentCommands['inbox:sync']['in'],
): Promise<Done<InboxPage>> {
  const { afterChange } = input;
  const change = await context.store.readChange();
  if (afterChange > change || change - afterChange > INBOX_BEHIND_CHANGES_MAX) {
    return answered({ conversations: [], change, more: false, reset: true });
  }
  const page = await context.store.listChanges({ afterChange, limit: INBOX_CONVERSATIONS_MAX });
  return answered({ ...page, conversations: await withTargets(context, page.conversations), reset: false });
}
