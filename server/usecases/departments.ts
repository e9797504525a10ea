import type { Department } from '../../protocol/wire/departments.ts';
import type { Nothing } from '../../protocol/wire/events.ts';
import { DEPARTMENTS_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { Based } from '../store/changes.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, changedMeanwhile, refused } from './finish.ts';

const FORBIDDEN = { hint: 'Only owners and admins change departments.' };
const NAME_TAKEN = { field: 'name', hint: 'Another department of this site has this name.' };

/** Everybody of the team may see them: to know where to pass a conversation on. */
export async function listDepartments(context: Context, _subject: AgentSubject): Promise<Done<Department[]>> {
  return answered(await context.store.listDepartments());
}

export async function addDepartment(
  context: Context,
  subject: AgentSubject | 'command_line',
  input: Omit<Department, 'id'>,
): Promise<Done<Department>> {
  if (subject !== 'command_line' && !may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  if (!(await isSite(context, input.siteId))) return siteUnknown();
  const department: Department = { id: context.ids.department(), ...input };
  const result = await context.store.addDepartment({ ...department, at: context.clock.now() });
  if (result === 'name_taken') return refused('invalid_payload', NAME_TAKEN);
  if (result === 'too_many') return refused('invalid_payload', { hint: `At most ${DEPARTMENTS_MAX} departments.` });
  return answered(department);
}

export async function changeDepartment(
  context: Context,
  subject: AgentSubject,
  { basedOn, ...input }: Department & Based,
): Promise<Done<Department>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  if (!(await isSite(context, input.siteId))) return siteUnknown();
  const result = await context.store.changeDepartment({ ...input, basedOn });
  if (result === 'name_taken') return refused('invalid_payload', NAME_TAKEN);
  if (result === 'stale') return changedMeanwhile();
  if (result === 'not_found') return refused('not_found');
  return answered(input, [], true);
}

/** Who waits in it waits on, and anybody may answer. */
export async function removeDepartment(
  context: Context,
  subject: AgentSubject | 'command_line',
  input: { id: string },
): Promise<Done<Nothing>> {
  if (subject !== 'command_line' && !may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const at = context.clock.now();
  const result = await context.store.removeDepartment({ departmentId: input.id, at });
  return result === 'not_found' ? refused('not_found') : answered({}, [], true);
}

async function isSite(context: Context, siteId: string | null): Promise<boolean> {
  return siteId === null || (await context.store.listSites()).some((site) => site.id === siteId);
}

function siteUnknown(): Done<never> {
  return refused('invalid_payload', {
    field: 'siteId',
    hint: 'There is no such site; GET /api/v1/agent/sites lists them.',
  });
}
