import type { InboxList, Nothing } from '../../protocol/wire/events.ts';
import { INBOX_CLOSED_MAX, INBOX_CONVERSATIONS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** What is open, oldest place first, what was closed last, and the position to sync from. */
export async function listInbox(context: Context, _subject: AgentSubject, _input: Nothing): Promise<Done<InboxList>> {
  return answered(
    await context.store.listInbox({
      openLimit: INBOX_CONVERSATIONS_MAX - INBOX_CLOSED_MAX,
      closedLimit: INBOX_CLOSED_MAX,
    }),
  );
}
