import type { AgentCommands, Nothing } from '../../protocol/wire/events.ts';
import { decideCancel, decideDecline, type EndAskDecision, type Hand, type HandState } from '../domain/by-hand.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';

type In = AgentCommands['ask:decline']['in'];

/** No, thank you (T4): it stays with the one who asked. */
export function declineAsk(context: Context, subject: AgentSubject, input: In): Promise<Done<Nothing>> {
  return endAsk(context, subject, input, decideDecline);
}

/** The one who asked thought again. */
export function cancelAsk(context: Context, subject: AgentSubject, input: In): Promise<Done<Nothing>> {
  return endAsk(context, subject, input, decideCancel);
}

async function endAsk(
  context: Context,
  subject: AgentSubject,
  input: In,
  decide: (state: HandState, agent: Hand) => EndAskDecision,
): Promise<Done<Nothing>> {
  return retryStale(async () => {
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    const decision = decide(state, subject.agent);
    if (decision.do === 'refuse') return refused(decision.error);
    const written = await context.store.endAsk({
      conversationId: state.id,
      expectVersion: state.version,
      how: decision.how,
      byAgentId: subject.agent.id,
      at: context.clock.now(),
    });
    if (written.result === 'stale') return 'stale';
    recentConversationsOf(context.store).forget(state.id);
    return answered({}, tellEntries(written));
  });
}
