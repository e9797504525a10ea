import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { VisitorProfile } from '../../protocol/wire/visitor.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadConversation } from './load-conversation.ts';

/** What the page of this conversation's visitor says of her. */
export async function readVisitor(
  context: Context,
  subject: AgentSubject,
  { conversationId }: AgentCommands['visitor:read']['in'],
): Promise<Done<VisitorProfile>> {
  const conversation = await loadConversation(context, subject, conversationId);
  if (!conversation) return refused('not_found');
  return answered(await context.store.readVisitorProfile(conversation.visitorId));
}
