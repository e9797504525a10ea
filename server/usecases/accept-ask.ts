import type { AgentCommands, Placed } from '../../protocol/wire/events.ts';
import { decideAccept } from '../domain/by-hand.ts';
import type { Conversation } from '../store/store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { findPlace } from './find-place.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';
import { take } from './take-by-hand.ts';

/** Yes to a transfer (T4) or to an invitation (T6). */
export async function acceptAsk(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['ask:accept']['in'],
): Promise<Done<Placed>> {
  return retryStale(async () => {
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    const decision = decideAccept(state, subject.agent, context.clock.now());
    switch (decision.do) {
      case 'refuse':
        return refused(decision.error);
      case 'repeat':
        return answered(await findPlace(context, state, state.agentId === subject.agent.id ? 'assigned' : 'joined'));
      case 'take':
        return take(context, subject, state, 'transferred');
      case 'join':
        return join(context, subject, state);
    }
  });
}

async function join(context: Context, subject: AgentSubject, state: Conversation): Promise<Done<Placed> | 'stale'> {
  const written = await context.store.joinConversation({
    conversationId: state.id,
    expectVersion: state.version,
    agentId: subject.agent.id,
    at: context.clock.now(),
  });
  if (written.result === 'stale') return 'stale';
  recentConversationsOf(context.store).forget(state.id);
  return answered(lastPlace(written.entries), tellEntries(written));
}
