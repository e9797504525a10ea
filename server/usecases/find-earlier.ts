import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadConversation } from './load-conversation.ts';

/** The same visitor's conversation before this one. */
export async function findEarlier(
  context: Context,
  subject: AgentSubject,
  { conversationId }: AgentCommands['conversation:earlier']['in'],
): Promise<Done<AgentCommands['conversation:earlier']['out']>> {
  if (!(await loadConversation(context, subject, conversationId))) return refused('not_found');
  return answered({ earlier: (await context.store.findEarlier(conversationId)) ?? null });
}
