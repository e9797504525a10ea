import type { Planned } from '../../protocol/wire/composer.ts';
import type { AgentCommands } from '../../protocol/wire/events.ts';
import {
  PLANNED_AHEAD_MS_MAX,
  PLANNED_LISTED_MAX,
  PLANNED_PER_CONVERSATION_MAX,
} from '../../protocol/wire/limits-of-composer.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { decideMessage } from '../domain/conversation.ts';
import type { PlannedWritten, StoredPlanned } from '../store/composer-store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { actorOf, loadConversation } from './load-conversation.ts';
import { plannedTold, tellPlanned } from './planned-told.ts';

const FOREIGN = { hint: 'Its author changes it; those who direct the team may take it back.' };
const CHANGED = { hint: 'It was sent, taken back or changed meanwhile. Read the list again.' };

type In<Name extends keyof AgentCommands> = AgentCommands[Name]['in'];

/** D5: by whoever may write to the visitor now. */
export async function addPlanned(
  context: Context,
  subject: AgentSubject,
  input: In<'planned:add'>,
): Promise<Done<Planned>> {
  const at = context.clock.now();
  const state = await loadConversation(context, subject, input.conversationId);
  if (!state) return refused('not_found');
  const decision = decideMessage(state, actorOf(subject), at, false);
  if (decision.do === 'refuse') return refused(decision.error);
  if (!isAhead(input.sendAt, at)) return wrongTime();
  const { clientId: id, conversationId, body, sendAt, close = null } = input;
  const written = await context.store.addPlanned({
    ...{ id, conversationId, agentId: subject.agent.id, body, sendAt, close, at },
    max: PLANNED_PER_CONVERSATION_MAX,
  });
  if ('planned' in written) {
    const planned = await plannedTold(context, written.planned, state);
    return answered(planned, written.result === 'added' ? [tellPlanned(planned)] : []);
  }
  if (written.result === 'not_found') return refused('not_found');
  if (written.result === 'conflict') return refused('cid_conflict');
  return refused('invalid_payload', { hint: `At most ${PLANNED_PER_CONVERSATION_MAX} of a conversation.` });
}

export async function changePlanned(
  context: Context,
  subject: AgentSubject,
  input: In<'planned:change'>,
): Promise<Done<Planned>> {
  const before = await context.store.findPlanned(input.id);
  if (!before) return refused('not_found');
  if (before.by.id !== subject.agent.id) return refused('forbidden', FOREIGN);
  if (input.sendAt !== undefined && !isAhead(input.sendAt, context.clock.now())) return wrongTime();
  return finish(context, subject, await context.store.changePlanned(input));
}

export async function cancelPlanned(
  context: Context,
  subject: AgentSubject,
  { id }: In<'planned:cancel'>,
): Promise<Done<Planned>> {
  const before = await context.store.findPlanned(id);
  if (!before) return refused('not_found');
  if (before.by.id !== subject.agent.id && !may(subject.agent, 'conversation:direct')) {
    return refused('forbidden', FOREIGN);
  }
  const written = await context.store.cancelPlanned({ id, at: context.clock.now() });
  // Taken back twice is answered as taken back.
  const isDone = written.result === 'stale' && written.planned.state === 'cancelled';
  return finish(context, subject, isDone ? { ...written, result: 'changed' } : written);
}

export async function listPlanned(
  context: Context,
  subject: AgentSubject,
  { conversationId }: In<'planned:list'>,
): Promise<Done<{ at: number; planned: Planned[] }>> {
  const asked = conversationId === undefined ? undefined : await loadConversation(context, subject, conversationId);
  if (conversationId !== undefined && !asked) return refused('not_found');
  const found = await context.store.listPlanned(
    conversationId === undefined ? { agentId: subject.agent.id, limit: PLANNED_LISTED_MAX } : { conversationId },
  );
  const planned = await Promise.all(found.map((one) => withHours(context, subject, one)));
  return answered({ at: context.clock.now(), planned });
}

async function finish(context: Context, subject: AgentSubject, written: PlannedWritten): Promise<Done<Planned>> {
  if (written.result === 'not_found') return refused('not_found');
  if (written.result === 'stale') return refused('changed_meanwhile', CHANGED);
  const planned = await withHours(context, subject, written.planned);
  return answered(planned, [tellPlanned(planned)]);
}

async function withHours(context: Context, subject: AgentSubject, stored: StoredPlanned): Promise<Planned> {
  const state = await loadConversation(context, subject, stored.conversationId);
  if (!state) throw new Error(`The conversation of the planned message ${stored.id} is gone.`);
  return plannedTold(context, stored, state);
}

function isAhead(sendAt: number, now: number): boolean {
  return sendAt > now && sendAt - now <= PLANNED_AHEAD_MS_MAX;
}

function wrongTime(): Done<never> {
  return refused('invalid_payload', { field: 'sendAt', hint: 'A time to come, at most 90 days ahead.' });
}
