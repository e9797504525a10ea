import type { Role } from '../../protocol/wire/model.ts';
import { may, mayManage } from '../../protocol/wire/permissions.ts';

export type StaffDecision = { do: 'change' } | { do: 'refuse'; hint: string };

/** R12: departments, the plan and people are set up by owners and admins. */
export function maySetUp(role: Role): boolean {
  return may(role, 'people:write');
}

/** R12: an admin neither changes an owner nor makes one. */
export function decideStaffChange(actor: { role: Role }, target: { role: Role }, next: { role: Role }): StaffDecision {
  if (!maySetUp(actor.role)) return { do: 'refuse', hint: 'Only owners and admins change the team.' };
  if (!mayManage(actor.role, target.role) || !mayManage(actor.role, next.role))
    return { do: 'refuse', hint: 'Only an owner changes or makes owners.' };
  return { do: 'change' };
}
