import type { AgentCommands, InboxList } from '../../protocol/wire/events.ts';
import { INBOX_CLOSED_MAX, INBOX_CONVERSATIONS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';
import { withTargets } from './targets-now.ts';

/** A page of what is open, oldest place first; with the first one what was closed last, and the position to sync from. */
export async function listInbox(
  context: Context,
  _subject: AgentSubject,
  { after }: AgentCommands['inbox:list']['in'],
): Promise<Done<InboxList>> {
  const page = await context.store.listInbox({
    openLimit: INBOX_CONVERSATIONS_MAX - INBOX_CLOSED_MAX,
    closedLimit: after ? 0 : INBOX_CLOSED_MAX,
    after,
  });
  return answered({ ...page, conversations: await withTargets(context, page.conversations) });
}
