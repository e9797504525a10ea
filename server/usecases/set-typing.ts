import type { Nothing, TypingIn } from '../../protocol/wire/events.ts';
import { decideTyping } from '../domain/conversation.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';
import { actorOf, loadConversation } from './load-conversation.ts';

/** Tells the other side; nothing is stored (C11). */
export async function setTyping(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  input: TypingIn,
): Promise<Done<Nothing>> {
  const state = await loadConversation(context, subject, input.conversationId);
  if (!state) return refused('not_found');
  const decision = decideTyping(state, actorOf(subject));
  if (decision.do === 'refuse') return refused(decision.error);
  const { id: conversationId, visitorId, agentId } = state;
  const told = { tell: 'typing', conversationId, visitorId, agentId, by: subject.kind, typing: input.typing } as const;
  if (subject.kind === 'visitor') return answered({}, [told]);
  const { id, name } = subject.agent;
  return answered({}, [{ ...told, agent: { id, name } }]);
}
