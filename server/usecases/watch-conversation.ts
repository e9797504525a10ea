import type { AgentCommands, Nothing } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadConversation } from './load-conversation.ts';

/** Whether this agent may watch it. Who watches what is known to the connection alone, so nothing is stored. */
export async function watchConversation(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['conversation:watch']['in'],
): Promise<Done<Nothing>> {
  if (input.conversationId === null) return answered({});
  const state = await loadConversation(context, subject, input.conversationId);
  return state ? answered({}) : refused('not_found');
}
