import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadConversation } from './load-conversation.ts';

/** What the page of this conversation's visitor says of her, what she said before it began, and whether there is one before it. */
export async function readVisitor(
  context: Context,
  subject: AgentSubject,
  { conversationId }: AgentCommands['visitor:read']['in'],
): Promise<Done<AgentCommands['visitor:read']['out']>> {
  const conversation = await loadConversation(context, subject, conversationId);
  if (!conversation) return refused('not_found');
  const profile = await context.store.readVisitorProfile(conversation.visitorId);
  const intake = await context.store.readIntake(conversation.id);
  const hasEarlier = (await context.store.findEarlier(conversation.id)) !== undefined;
  return answered({ ...profile, hasEarlier, ...(intake && { intake }) });
}
