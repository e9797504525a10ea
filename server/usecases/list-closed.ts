import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { ClosedPage } from '../../protocol/wire/inbox.ts';
import {
  INBOX_CLOSED_LOOK_MAX,
  INBOX_CLOSED_NAMES_MAX,
  INBOX_CLOSED_PAGE_MAX,
} from '../../protocol/wire/inbox-limits.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** Closed conversations, page by page (U5). */
export async function listClosed(
  context: Context,
  _subject: AgentSubject,
  input: AgentCommands['inbox:closed']['in'],
): Promise<Done<ClosedPage>> {
  const look = input.filter.text ? INBOX_CLOSED_NAMES_MAX : INBOX_CLOSED_LOOK_MAX;
  return answered(await context.store.listClosedLines({ ...input, limit: INBOX_CLOSED_PAGE_MAX, look }));
}
