import type { Placed, VisitorCommands } from '../../protocol/wire/events.ts';
import { decideContact } from '../domain/conversation.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';

/** An address to answer to, as typed: a label, never an identity (C10, D7). */
export async function leaveContact(
  context: Context,
  subject: VisitorSubject,
  input: VisitorCommands['conversation:contact']['in'],
): Promise<Done<Placed>> {
  const state = await loadConversation(context, subject, input.conversationId);
  if (!state) return refused('not_found');
  const decision = decideContact(state, subject.visitorId);
  if (decision.do === 'refuse') return refused(decision.error);
  const at = context.clock.now();
  const written = await context.store.setContact({ conversationId: state.id, email: input.email, at });
  if (written.result === 'not_found') return refused('not_found');
  return answered(lastPlace(written.entries), tellEntries(written));
}
