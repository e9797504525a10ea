import type { Nothing } from '../../protocol/wire/events.ts';
import { OWN_REPLIES_MAX, SAVED_REPLIES_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import type { Based } from '../store/changes.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, changedMeanwhile, refused } from './finish.ts';

const FORBIDDEN = { hint: 'Owners, admins and supervisors write saved replies of the team; who serves, own ones.' };
const TAKEN = { field: 'shortcut', hint: 'Another saved reply has this shortcut.' };

/** V1, V4: everybody of the team reads and uses the team's, and nobody another one's own. */
export async function listSavedReplies(context: Context, { agent }: AgentSubject): Promise<Done<SavedReply[]>> {
  return answered(await context.store.listReplies(agent.id));
}

export async function addSavedReply(
  context: Context,
  subject: AgentSubject,
  { own, ...input }: Omit<SavedReply, 'id'>,
): Promise<Done<SavedReply>> {
  const ownerId = own ? subject.agent.id : null;
  if (!mayWrite(subject, ownerId)) return refused('forbidden', FORBIDDEN);
  if (!(await isDepartment(context, input.departmentId))) return departmentUnknown();
  const reply = { id: context.ids.reply(), ...input };
  const result = await context.store.addReply({ ...reply, ownerId, at: context.clock.now() });
  if (result === 'taken') return refused('invalid_payload', TAKEN);
  if (result === 'too_many') {
    const most = own ? OWN_REPLIES_MAX : SAVED_REPLIES_MAX;
    return refused('invalid_payload', { hint: `At most ${most} saved replies.` });
  }
  return answered(told(reply, ownerId));
}

/** Whose it is stays; of a colleague's own nobody learns that it is there. */
export async function changeSavedReply(
  context: Context,
  subject: AgentSubject,
  { own: _, ...input }: SavedReply & Based,
): Promise<Done<SavedReply>> {
  const kept = await context.store.findReplyOwner(input.id);
  const ownerId = kept?.ownerId ?? null;
  if (!mayWrite(subject, ownerId)) return refusedOf(ownerId);
  if (!kept) return refused('not_found');
  if (!(await isDepartment(context, input.departmentId))) return departmentUnknown();
  const result = await context.store.changeReply({ ...input, ownerId, at: context.clock.now() });
  if (result === 'taken') return refused('invalid_payload', TAKEN);
  if (result === 'stale') return changedMeanwhile();
  const { basedOn: _basis, ...reply } = input;
  return result === 'not_found' ? refused('not_found') : answered(told(reply, ownerId));
}

export async function removeSavedReply(
  context: Context,
  subject: AgentSubject,
  { id }: { id: string },
): Promise<Done<Nothing>> {
  const ownerId = (await context.store.findReplyOwner(id))?.ownerId ?? null;
  if (!mayWrite(subject, ownerId)) return refusedOf(ownerId);
  return (await context.store.removeReply(id)) === 'removed' ? answered({}) : refused('not_found');
}

function mayWrite({ agent }: AgentSubject, ownerId: string | null): boolean {
  return ownerId === null ? may(agent, 'replies:write') : ownerId === agent.id && may(agent, 'conversation:serve');
}

function refusedOf(ownerId: string | null): Done<never> {
  return ownerId === null ? refused('forbidden', FORBIDDEN) : refused('not_found');
}

function told(reply: SavedReply, ownerId: string | null): SavedReply {
  return ownerId === null ? reply : { ...reply, own: true };
}

async function isDepartment(context: Context, id: string | null): Promise<boolean> {
  return id === null || (await context.store.listDepartments()).some((department) => department.id === id);
}

function departmentUnknown(): Done<never> {
  return refused('invalid_payload', {
    field: 'departmentId',
    hint: 'There is no such department; GET /api/v1/agent/departments lists them.',
  });
}
