import type { AgentCommands, Placed } from '../../protocol/wire/events.ts';
import { decideMove, decideReturn, type ReturnDecision } from '../domain/by-hand.ts';
import type { Conversation } from '../store/store.ts';
import type { RequeueConversation } from '../store/team-store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';

type Back = Pick<RequeueConversation, 'reason' | 'department'>;

/** Back to the queue, at the place it had (T9). */
export function returnConversation(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['conversation:return']['in'],
): Promise<Done<Placed>> {
  return giveBack(context, subject, input, { reason: 'returned' }, (state) => decideReturn(state, subject.agent));
}

/** To the queue of another department, at the place it had (T9). */
export async function moveConversation(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['conversation:move']['in'],
): Promise<Done<Placed>> {
  const departments = await context.store.listDepartments();
  const department = departments.find((one) => one.id === input.departmentId);
  const back: Back = { reason: 'moved', ...(department ? { department } : {}) };
  return giveBack(context, subject, input, back, (state) => decideMove(state, subject.agent, department !== undefined));
}

function giveBack(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['conversation:return']['in'],
  back: Back,
  decide: (state: Conversation) => ReturnDecision,
): Promise<Done<Placed>> {
  return retryStale(async () => {
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    const decision = decide(state);
    if (decision.do === 'refuse') return refused(decision.error, decision.hint ? { hint: decision.hint } : {});
    const written = await context.store.requeueConversation({
      conversationId: state.id,
      expectVersion: state.version,
      byAgentId: subject.agent.id,
      note: input.note?.trim() || null,
      at: context.clock.now(),
      ...back,
    });
    if (written.result === 'stale') return 'stale';
    recentConversationsOf(context.store).forget(state.id);
    return answered(lastPlace(written.entries), tellEntries(written), true);
  });
}
