import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { FollowUp, FollowUpList } from '../../protocol/wire/feedback.ts';
import {
  FOLLOW_UP_AHEAD_MS_MAX,
  FOLLOW_UPS_LISTED_MAX,
  FOLLOW_UPS_PER_CONVERSATION_MAX,
} from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { fitsOutcome, mayHandle } from '../domain/feedback/follow-up-rights.ts';
import type { AgentSubject, Context, Done, FollowUpNews, Notice } from './context.ts';
import { answered, refused } from './finish.ts';

const FOREIGN = { hint: 'Its owner and those who direct the team change it.' };
const NOBODY = { field: 'ownerId', hint: 'There is no such agent, or one who only looks on.' };
const ENDED = { hint: 'Somebody ended it meanwhile. Read the list again.' };

type In<Name extends keyof AgentCommands> = AgentCommands[Name]['in'];

/** K2: one's own; everybody's for who directs. */
export async function listFollowUps(
  context: Context,
  { agent }: AgentSubject,
  { list, after }: In<'followup:list'>,
): Promise<Done<FollowUpList>> {
  const whose = { agentId: agent.id, all: may(agent, 'conversation:direct') };
  const now = context.clock.now();
  const [page, counts] = await Promise.all([
    context.store.listFollowUps({ ...whose, list, after, limit: FOLLOW_UPS_LISTED_MAX }),
    context.store.countFollowUps({ ...whose, now }),
  ]);
  return answered({ at: now, ...page, ...counts });
}

/** K4: by hand, for oneself or for a colleague. */
export async function addFollowUp(
  context: Context,
  { agent }: AgentSubject,
  input: In<'followup:add'>,
): Promise<Done<FollowUp>> {
  const { conversationId, clientId, kind, dueAt, note } = input;
  const at = context.clock.now();
  const ownerId = kind === 'snooze' || input.ownerId === undefined ? agent.id : input.ownerId;
  if (!isAhead(dueAt, at)) return late();
  if (!(await isServing(context, ownerId))) return refused('invalid_payload', NOBODY);
  const result = await context.store.addFollowUp({
    ...{ id: clientId, conversationId, kind, ownerId, byId: agent.id, note: note || null, dueAt, at },
    max: FOLLOW_UPS_PER_CONVERSATION_MAX,
  });
  if ('followUp' in result)
    return answered(result.followUp, result.result === 'added' ? [told(result.followUp, 'made')] : []);
  if (result.result === 'not_found') return refused('not_found');
  if (result.result === 'conflict') return refused('cid_conflict');
  return refused('invalid_payload', { hint: `At most ${FOLLOW_UPS_PER_CONVERSATION_MAX} open ones by hand.` });
}

/** Another owner, another due time. */
export async function changeFollowUp(
  context: Context,
  { agent }: AgentSubject,
  { id, ownerId, dueAt }: In<'followup:change'>,
): Promise<Done<FollowUp>> {
  const before = await context.store.findFollowUp(id);
  if (!before || !isSeen(agent, before)) return refused('not_found');
  if (!mayHandle(agent, { ownerId: before.owner?.id ?? null })) return refused('forbidden', FOREIGN);
  if (dueAt !== undefined && !isAhead(dueAt, context.clock.now())) return late();
  if (ownerId !== undefined && !(await isServing(context, ownerId))) return refused('invalid_payload', NOBODY);
  const written = await context.store.changeFollowUp({ id, ownerId, dueAt });
  if (written.result === 'not_found') return refused('not_found');
  if (written.result === 'done') return refused('changed_meanwhile', ENDED);
  return answered(written.followUp, [told(written.followUp, 'changed', before.owner?.id ?? null)]);
}

/** K4: with what became of it. The first end stays. */
export async function endFollowUp(
  context: Context,
  { agent }: AgentSubject,
  { id, outcome, note }: In<'followup:done'>,
): Promise<Done<FollowUp>> {
  const before = await context.store.findFollowUp(id);
  if (!before || !isSeen(agent, before)) return refused('not_found');
  if (!mayHandle(agent, { ownerId: before.owner?.id ?? null })) return refused('forbidden', FOREIGN);
  if (!fitsOutcome(before, outcome))
    return refused('invalid_payload', { field: 'outcome', hint: `This outcome does not fit a ${before.kind}.` });
  const at = context.clock.now();
  const written = await context.store.endFollowUp({ id, byId: agent.id, outcome, note: note || null, at });
  if (written.result === 'not_found') return refused('not_found');
  return answered(written.followUp, written.result === 'changed' ? [told(written.followUp, 'done')] : []);
}

/** A reminder for oneself is nobody else's. */
function isSeen(agent: AgentSubject['agent'], { kind, owner }: FollowUp): boolean {
  return kind !== 'snooze' || owner?.id === agent.id;
}

function isAhead(dueAt: number, now: number): boolean {
  return dueAt > now && dueAt - now <= FOLLOW_UP_AHEAD_MS_MAX;
}

function late(): Done<never> {
  return refused('invalid_payload', { field: 'dueAt', hint: 'A time to come, at most a year ahead.' });
}

async function isServing({ store }: Context, ownerId: string | null): Promise<boolean> {
  if (ownerId === null) return true;
  const owner = await store.findAgent(ownerId);
  return owner !== undefined && may(owner, 'conversation:serve');
}

function told(followUp: FollowUp, why: FollowUpNews, before: string | null = null): Notice {
  return { tell: 'followUp', followUp, why, before };
}
