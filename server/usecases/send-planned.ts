import type { Planned } from '../../protocol/wire/composer.ts';
import type { AgentCommands } from '../../protocol/wire/events.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { decidePlanned } from '../domain/composer/decide-planned.ts';
import { decideMessage } from '../domain/conversation.ts';
import type { StoredPlanned } from '../store/composer-store.ts';
import type { Conversation } from '../store/store.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import { answered, refused, tellEntries } from './finish.ts';
import { actorOf } from './load-conversation.ts';
import { plannedTold, tellPlanned } from './planned-told.ts';
import { retryStale } from './retry-stale.ts';
import { tellAbsentAuthor } from './tell-absent-author.ts';

const CHANGED = { hint: 'It was sent, taken back or changed meanwhile. Read the list again.' };

/** Its author has seen what held it, and says: now, as it is. */
export async function sendPlannedNow(
  context: Context,
  subject: AgentSubject,
  { id, version }: AgentCommands['planned:send']['in'],
): Promise<Done<Planned>> {
  return retryStale(async () => {
    const planned = await context.store.findPlanned(id);
    if (!planned) return refused('not_found');
    if (planned.by.id !== subject.agent.id) return refused('forbidden');
    // Pressed twice: it left with the first.
    if (planned.state === 'sent') return answered(await told(context, planned));
    if (planned.version !== version || planned.state === 'cancelled') return refused('changed_meanwhile', CHANGED);
    const state = await context.store.findConversation(planned.conversationId);
    if (!state) return refused('not_found');
    const decision = decideMessage(state, actorOf(subject), context.clock.now(), false);
    if (decision.do === 'refuse') return refused(decision.error);
    const sent = await send(context, planned, state);
    return sent === 'stale' ? 'stale' : answered(sent.planned, sent.notices);
  });
}

/** Its time has come (D6, D7): it leaves, or asks. Whoever comes second, another node or a look after a restart, finds it done. */
export async function sendPlannedDue(context: Context, planned: StoredPlanned): Promise<Notice[]> {
  const now = context.clock.now();
  const state = await context.store.findConversation(planned.conversationId);
  if (!state || planned.state !== 'waiting' || planned.sendAt > now) return [];
  const visitorSeq = await context.store.findLastVisitorSeq(state.id);
  const author = await context.store.findAgent(planned.by.id);
  const mayWrite = author !== undefined && may(author, 'conversation:serve');
  const asked = { agentId: planned.by.id, mayWrite, sendAt: planned.sendAt, baseSeq: planned.baseSeq };
  const decision = decidePlanned(state, asked, visitorSeq, now);
  if (decision.do === 'send') {
    // Stale: something moved in the same moment. The next look decides anew.
    const sent = await send(context, planned, state);
    return sent === 'stale' ? [] : sent.notices;
  }
  const { id, version } = planned;
  const written = await context.store.holdPlanned({ id, version, because: decision.because });
  if (written.result !== 'changed') return [];
  await tellAbsentAuthor(context, written.planned, decision.because);
  return [tellPlanned(await plannedTold(context, written.planned, state))];
}

async function send(
  context: Context,
  { id, version }: StoredPlanned,
  state: Conversation,
): Promise<'stale' | { planned: Planned; notices: Notice[] }> {
  const at = context.clock.now();
  const expected = { expectVersion: state.version, expectHead: state.head };
  const result = await context.store.sendPlanned({ id, version, ...expected, at });
  if (result.result === 'stale') return 'stale';
  const planned = await plannedTold(context, result.planned, state);
  return { planned, notices: [...tellEntries(result.written), tellPlanned(planned)] };
}

async function told(context: Context, planned: StoredPlanned): Promise<Planned> {
  const state = await context.store.findConversation(planned.conversationId);
  if (!state) throw new Error(`The conversation of the planned message ${planned.id} is gone.`);
  return plannedTold(context, planned, state);
}
