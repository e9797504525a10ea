import type { AgentCommands, Placed } from '../../protocol/wire/events.ts';
import { decideClose } from '../domain/conversation.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import { findPlace } from './find-place.ts';
import { answered, lastPlace, refused, tellEntries, tellWrapUp } from './finish.ts';
import { settleGone } from './gone-book.ts';
import { actorOf, loadConversation } from './load-conversation.ts';
import { mailFollowUp } from './mail-follow-up.ts';
import { newFollowUp } from './new-follow-up.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';
import { loadServiceBook } from './service-book.ts';

/** Ends the conversation with exactly one outcome (C7, M7). Ending it twice answers with the first end. */
export async function closeConversation(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  input: AgentCommands['conversation:close']['in'],
): Promise<Done<Placed>> {
  return retryStale(async () => {
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    const given = subject.kind === 'agent' ? input.outcome : undefined;
    const isGone = subject.kind === 'agent' && (await settleGone(context, state.visitorId));
    const decision = decideClose(state, actorOf(subject), given, isGone);
    if (decision.do === 'refuse') return refused(decision.error);
    if (decision.do === 'repeat') return answered(await findPlace(context, state, 'closed'));
    const { wrapUpMs } = (await loadServiceBook(context)).settingsOf(state.siteId);
    const at = context.clock.now();
    const written = await context.store.closeConversation({
      conversationId: state.id,
      expectVersion: state.version,
      by: decision.by,
      byAgentId: subject.kind === 'agent' ? subject.agent.id : null,
      outcome: decision.outcome,
      wrapUpMs,
      followUp: await newFollowUp(context, state, { outcome: decision.outcome }, at),
      at,
    });
    if (written.result === 'stale') return 'stale';
    recentConversationsOf(context.store).forget(state.id);
    if (written.followUp) await mailFollowUp(context, written.followUp, 'made');
    // The version held, so the agent who served it is the one who was loaded, whatever the write says about "now".
    const isServed = state.status === 'active';
    const notices = [
      ...tellEntries({ ...written, agentId: state.agentId }),
      ...(isServed ? tellWrapUp(state.agentId, at, wrapUpMs) : []),
    ];
    return answered(lastPlace(written.entries), notices, isServed);
  });
}
