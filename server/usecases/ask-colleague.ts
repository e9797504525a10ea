import type { AskIn } from '../../protocol/wire/events.ts';
import { ASK_MS, MEMBERS_MAX } from '../../protocol/wire/limits.ts';
import { decideAsk } from '../domain/by-hand.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';

/** To take it over (T4) or to come in (T6). Until the answer nothing changes for the visitor. */
export async function askColleague(
  context: Context,
  subject: AgentSubject,
  input: AskIn,
): Promise<Done<{ until: number }>> {
  return retryStale(async () => {
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    const at = context.clock.now();
    const members = await context.store.listMembers({ now: at, limit: MEMBERS_MAX });
    const asked = members.find((one) => one.id === input.agentId);
    const decision = decideAsk(state, subject.agent, input.kind, asked);
    if (decision.do === 'refuse') return refused(decision.error, decision.hint ? { hint: decision.hint } : {});
    const until = at + ASK_MS;
    const written = await context.store.askColleague({
      conversationId: state.id,
      expectVersion: state.version,
      agentId: subject.agent.id,
      kind: input.kind,
      toAgentId: input.agentId,
      note: input.note?.trim() || null,
      until,
      at,
    });
    if (written.result === 'stale') return 'stale';
    recentConversationsOf(context.store).forget(state.id);
    return answered({ until }, tellEntries(written));
  });
}
