import type { Placed } from '../../protocol/wire/events.ts';
import type { Hand, HandState, TakeDecision } from '../domain/by-hand.ts';
import { REASONS } from '../domain/reasons.ts';
import { weightOf } from '../domain/routing/standing.ts';
import type { Conversation } from '../store/store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { findPlace } from './find-place.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { readSettings } from './read-settings.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';

type Take = Extract<TakeDecision, { do: 'take' }>;

/** Load, decide, take: what picking and taking over have in common. */
export async function takeByHand(
  context: Context,
  subject: AgentSubject,
  conversationId: string,
  decide: (state: HandState, agent: Hand) => TakeDecision,
): Promise<Done<Placed>> {
  return retryStale(async () => {
    const state = await loadConversation(context, subject, conversationId);
    if (!state) return refused('not_found');
    const decision = decide(state, subject.agent);
    if (decision.do === 'refuse') return refused(decision.error, decision.hint ? { hint: decision.hint } : {});
    if (decision.do === 'repeat') return answered(await findPlace(context, state, 'assigned'));
    return take(context, subject, state, decision.how);
  });
}

/** To this agent. Whoever had it has room again, so routing looks. */
export async function take(
  context: Context,
  subject: AgentSubject,
  state: Conversation,
  how: Take['how'],
): Promise<Done<Placed> | 'stale'> {
  const { agent } = subject;
  const from = state.agentId === null ? undefined : await context.store.findAgent(state.agentId);
  const written = await context.store.takeConversation({
    conversationId: state.id,
    expectVersion: state.version,
    agentId: agent.id,
    how,
    reason: REASONS[how](agent.name, from?.name ?? ''),
    weight: weightOf((await readSettings(context.store)).plan),
    at: context.clock.now(),
  });
  if (written.result === 'stale') return 'stale';
  recentConversationsOf(context.store).forget(state.id);
  return answered(lastPlace(written.entries), tellEntries(written), state.agentId !== null);
}
