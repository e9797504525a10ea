import type { Nothing, ReceiptIn } from '../../protocol/wire/events.ts';
import { decideReceipt } from '../domain/conversation.ts';
import type { AgentSubject, Context, Done, Notice, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';
import { actorOf, loadConversation } from './load-conversation.ts';

/** Raises the marks of one side (C12). What was read was delivered too. */
export async function setReceipt(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  input: ReceiptIn,
): Promise<Done<Nothing>> {
  const state = await loadConversation(context, subject, input.conversationId);
  if (!state) return refused('not_found');
  const decision = decideReceipt(state, actorOf(subject));
  if (decision.do === 'refuse') return refused(decision.error);
  const written = await context.store.raiseMarks({
    conversationId: state.id,
    by: subject.kind,
    deliveredSeq: Math.max(input.deliveredSeq, input.readSeq),
    readSeq: input.readSeq,
  });
  if ('result' in written) return refused('not_found');
  const notices: Notice[] = [];
  const { id: conversationId, visitorId, agentId } = state;
  if (written.raised) notices.push({ tell: 'marks', conversationId, visitorId, agentId, marks: written.marks });
  if (written.change !== null) notices.push({ tell: 'inbox', change: written.change });
  return answered({}, notices);
}
