import type { AgentCommands, Placed } from '../../protocol/wire/events.ts';
import { decideLeave } from '../domain/by-hand.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';

/** Out again, whoever was invited in (T7). */
export async function leaveConversation(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['conversation:leave']['in'],
): Promise<Done<Placed>> {
  return retryStale(async () => {
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    const decision = decideLeave(state, subject.agent);
    if (decision.do === 'refuse') return refused(decision.error, decision.hint ? { hint: decision.hint } : {});
    const written = await context.store.leaveConversation({
      conversationId: state.id,
      expectVersion: state.version,
      agentId: subject.agent.id,
      at: context.clock.now(),
    });
    if (written.result === 'stale') return 'stale';
    recentConversationsOf(context.store).forget(state.id);
    return answered(lastPlace(written.entries), tellEntries(written));
  });
}
