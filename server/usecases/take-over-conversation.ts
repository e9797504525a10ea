import type { AgentCommands, Placed } from '../../protocol/wire/events.ts';
import { decideTakeover } from '../domain/by-hand.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { takeByHand } from './take-by-hand.ts';

/** From a colleague, by who directs (T8). */
export function takeOverConversation(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['conversation:takeover']['in'],
): Promise<Done<Placed>> {
  return takeByHand(context, subject, input.conversationId, decideTakeover);
}
