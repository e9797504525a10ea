import type { Nothing, TypingIn } from '../../protocol/wire/events.ts';
import { decideTyping } from '../domain/conversation.ts';
import { maskUnsent } from '../domain/people/mask-cards.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';
import { actorOf, loadConversation } from './load-conversation.ts';
import { loadServiceBook } from './service-book.ts';

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
  if (subject.kind === 'visitor')
    return answered({}, [{ ...told, text: await previewOf(context, subject, input.text) }]);
  const { id, name } = subject.agent;
  return answered({}, [{ ...told, agent: { id, name } }]);
}

/** J17: what is not sent yet, where the owner wants the team to see it; undefined: nothing is said of it. */
async function previewOf(context: Context, { siteId }: VisitorSubject, text: string | undefined) {
  if (text === undefined) return undefined;
  const { visitors, keeping } = (await loadServiceBook(context)).settingsOf(siteId);
  if (!visitors.preview) return undefined;
  return keeping.masksCards ? maskUnsent(text) : text;
}
