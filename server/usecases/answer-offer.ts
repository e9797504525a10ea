import type { AgentCommands, Nothing, Placed } from '../../protocol/wire/events.ts';
import { decideOffer } from '../domain/routing/answers.ts';
import { settingsFor } from '../domain/routing/standing.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { findPlace } from './find-place.ts';
import { answered, lastPlace, refused, tellEntries } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { readSettings } from './read-settings.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';

type In = AgentCommands['offer:accept']['in'];

/** Yes to a conversation that rings at this agent (R18). */
export async function acceptOffer(context: Context, subject: AgentSubject, input: In): Promise<Done<Placed>> {
  const agentId = subject.agent.id;
  return retryStale(async () => {
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    const at = context.clock.now();
    const decision = decideOffer(state, agentId, at);
    if (decision === 'repeat') return answered(await findPlace(context, state, 'assigned'));
    if (decision === 'over') return refused('ask_over');
    const { answerMs } = settingsFor(await readSettings(context.store), state.departmentId);
    const answerBy = answerMs === null ? null : at + answerMs;
    const accept = { conversationId: state.id, expectVersion: state.version, agentId, at, answerBy };
    const written = await context.store.acceptOffer(accept);
    if (written.result === 'stale') return 'stale';
    recentConversationsOf(context.store).forget(state.id);
    return answered(lastPlace(written.entries), tellEntries(written));
  });
}

/** No: to the next one, and not back to this agent while somebody else is there (R19). Saying no is no miss. */
export async function declineOffer(context: Context, subject: AgentSubject, input: In): Promise<Done<Nothing>> {
  return retryStale(async () => {
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    const at = context.clock.now();
    if (decideOffer(state, subject.agent.id, at) !== 'take') return refused('ask_over');
    const end = { conversationId: state.id, expectVersion: state.version, how: 'declined', missesMax: null } as const;
    const written = await context.store.endOffer({ ...end, at });
    if (written.result === 'stale') return 'stale';
    return answered({}, tellEntries(written), true);
  });
}
