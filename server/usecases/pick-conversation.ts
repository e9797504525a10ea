import type { AgentCommands, Placed } from '../../protocol/wire/events.ts';
import { decidePick } from '../domain/by-hand.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { takeByHand } from './take-by-hand.ts';

/** From the queue, by the agent's own hand (T3). */
export function pickConversation(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['conversation:pick']['in'],
): Promise<Done<Placed>> {
  return takeByHand(context, subject, input.conversationId, decidePick);
}
