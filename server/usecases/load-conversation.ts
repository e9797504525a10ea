import type { Actor } from '../domain/conversation.ts';
import type { Conversation } from '../store/store.ts';
import type { AgentSubject, Context, VisitorSubject } from './context.ts';

/**
 * The conversation, if this subject may know that it exists: visitors only their own, agents all. Unknown and foreign
 * are the same `undefined` (C2), so that no answer tells whether an id is in use.
 */
export async function loadConversation(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  conversationId: string,
): Promise<Conversation | undefined> {
  const conversation = await context.store.findConversation(conversationId);
  if (!conversation) return undefined;
  if (subject.kind === 'visitor' && conversation.visitorId !== subject.visitorId) return undefined;
  return conversation;
}

export function actorOf(subject: VisitorSubject | AgentSubject): Actor {
  return subject.kind === 'visitor'
    ? { kind: 'visitor', id: subject.visitorId }
    : { kind: 'agent', id: subject.agent.id, role: subject.agent.role, rights: subject.agent.rights };
}
