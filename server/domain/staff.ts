import type { Role } from '../../protocol/wire/model.ts';

export type StaffDecision = { do: 'change' } | { do: 'refuse'; hint: string };

/** R12: departments, the plan and people are set up by owners and admins. */
export function maySetUp(role: Role): boolean {
  return role === 'owner' || role === 'admin';
}

/** R12: an admin neither changes an owner nor makes one. */
export function decideStaffChange(actor: { role: Role }, target: { role: Role }, next: { role: Role }): StaffDecision {
  if (!maySetUp(actor.role)) return { do: 'refuse', hint: 'Only owners and admins change the team.' };
  const touchesOwner = target.role === 'owner' || next.role === 'owner';
  if (touchesOwner && actor.role !== 'owner') return { do: 'refuse', hint: 'Only an owner changes or makes owners.' };
  return { do: 'change' };
}
