import type { AgentCommands } from '../../protocol/wire/events.ts';
import { type Watched, WHOLE_THREAD_ENTRIES_MAX } from '../../protocol/wire/thread.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadConversation } from './load-conversation.ts';

/** Whether this agent may watch it, and how a long one stands. Who watches what is known to the connection alone, so nothing is stored. */
export async function watchConversation(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['conversation:watch']['in'],
): Promise<Done<Watched>> {
  if (input.conversationId === null) return answered({});
  const state = await loadConversation(context, subject, input.conversationId);
  if (!state) return refused('not_found');
  if (state.erased) return answered({ erased: true });
  if (state.head <= WHOLE_THREAD_ENTRIES_MAX) return answered({});
  return answered({ standing: await context.store.findStanding(state.id) });
}
