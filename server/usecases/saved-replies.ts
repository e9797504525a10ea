import type { Nothing } from '../../protocol/wire/events.ts';
import { SAVED_REPLIES_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

const FORBIDDEN = { hint: 'Owners, admins and supervisors write saved replies.' };
const TAKEN = { field: 'shortcut', hint: 'Another saved reply has this shortcut.' };

/** V1: everybody of the team reads and uses them. */
export async function listSavedReplies(context: Context, _subject: AgentSubject): Promise<Done<SavedReply[]>> {
  return answered(await context.store.listReplies());
}

export async function addSavedReply(
  context: Context,
  subject: AgentSubject,
  input: Omit<SavedReply, 'id'>,
): Promise<Done<SavedReply>> {
  if (!may(subject.agent, 'replies:write')) return refused('forbidden', FORBIDDEN);
  if (!(await isDepartment(context, input.departmentId))) return departmentUnknown();
  const reply: SavedReply = { id: context.ids.reply(), ...input };
  const result = await context.store.addReply({ ...reply, at: context.clock.now() });
  if (result === 'taken') return refused('invalid_payload', TAKEN);
  if (result === 'too_many') return refused('invalid_payload', { hint: `At most ${SAVED_REPLIES_MAX} saved replies.` });
  return answered(reply);
}

export async function changeSavedReply(
  context: Context,
  subject: AgentSubject,
  input: SavedReply,
): Promise<Done<SavedReply>> {
  if (!may(subject.agent, 'replies:write')) return refused('forbidden', FORBIDDEN);
  if (!(await isDepartment(context, input.departmentId))) return departmentUnknown();
  const result = await context.store.changeReply({ ...input, at: context.clock.now() });
  if (result === 'taken') return refused('invalid_payload', TAKEN);
  return result === 'not_found' ? refused('not_found') : answered(input);
}

export async function removeSavedReply(
  context: Context,
  subject: AgentSubject,
  { id }: { id: string },
): Promise<Done<Nothing>> {
  if (!may(subject.agent, 'replies:write')) return refused('forbidden', FORBIDDEN);
  return (await context.store.removeReply(id)) === 'removed' ? answered({}) : refused('not_found');
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
