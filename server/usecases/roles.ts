import type { Nothing } from '../../protocol/wire/events.ts';
import type { Role } from '../../protocol/wire/model.ts';
import { isOpen, may, type Permission, type Rights } from '../../protocol/wire/permissions.ts';
import { OWN_ROLES_MAX, type TeamRole } from '../../protocol/wire/roles.ts';
import type { Based } from '../store/changes.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, changedMeanwhile, refused } from './finish.ts';

const READERS = { hint: 'Who manages people, settings or the board sees what roles may do.' };
const FORBIDDEN = { hint: 'Only owners say what roles may do.' };
const NAME_TAKEN = { field: 'name', hint: 'Another role has this name.' };
const OWNERS = { field: 'rights', hint: 'Owners may everything, always.' };

/** T19: the five and the owners' own, with what differs from the built-in table. */
export async function listRoles(context: Context, { agent }: AgentSubject): Promise<Done<TeamRole[]>> {
  const isReader = may(agent, 'board:read') || may(agent, 'people:write') || may(agent, 'settings:write');
  return isReader ? answered(await context.store.listRoles()) : refused('forbidden', READERS);
}

export async function addRole(
  context: Context,
  { agent }: AgentSubject,
  input: Omit<TeamRole, 'id'>,
): Promise<Done<TeamRole>> {
  if (!may(agent, 'roles:write')) return refused('forbidden', FORBIDDEN);
  const closed = closedOf(input.base, input.rights);
  if (closed) return refused('invalid_payload', closed);
  const role: TeamRole = { id: context.ids.role(), ...input };
  const result = await context.store.addRole({ ...role, at: context.clock.now() });
  if (result === 'name_taken') return refused('invalid_payload', NAME_TAKEN);
  if (result === 'too_many') return refused('invalid_payload', { hint: `At most ${OWN_ROLES_MAX} roles of your own.` });
  return answered(role);
}

/** Holds at once: who is connected with old rights is ended, and comes back with the new ones. */
export async function changeRole(
  context: Context,
  { agent }: AgentSubject,
  input: { id: string; name?: string | undefined; rights: Rights } & Based,
): Promise<Done<TeamRole>> {
  if (!may(agent, 'roles:write')) return refused('forbidden', FORBIDDEN);
  const before = (await context.store.listRoles()).find(({ id }) => id === input.id);
  if (!before) return refused('not_found');
  if (before.base === 'owner') return refused('forbidden', OWNERS);
  const closed = closedOf(before.base, input.rights);
  if (closed) return refused('invalid_payload', closed);
  const isOwn = before.id !== before.base;
  const role: TeamRole = { ...before, name: isOwn ? (input.name ?? before.name) : before.name, rights: input.rights };
  const result = await context.store.changeRole({ ...role, basedOn: input.basedOn, at: context.clock.now() });
  if (result === 'name_taken') return refused('invalid_payload', NAME_TAKEN);
  if (result === 'stale') return changedMeanwhile();
  return result === 'not_found' ? refused('not_found') : answered(role, [{ tell: 'rights' }]);
}

/** Who had it goes on with the role of its base. */
export async function removeRole(
  context: Context,
  { agent }: AgentSubject,
  { id }: { id: string },
): Promise<Done<Nothing>> {
  if (!may(agent, 'roles:write')) return refused('forbidden', FORBIDDEN);
  const result = await context.store.removeRole(id);
  if (result === 'built_in') return refused('forbidden', { hint: 'The five built-in roles stay.' });
  return result === 'not_found' ? refused('not_found') : answered({}, [{ tell: 'rights' }]);
}

/** What is named but cannot be switched for this kind. */
function closedOf(base: Role, rights: Rights) {
  const closed = (Object.keys(rights) as Permission[]).filter((right) => !isOpen(base, right));
  if (closed.length === 0) return undefined;
  return { field: 'rights', hint: `Cannot be switched for a role based on ${base}: ${closed.join(', ')}.` };
}
