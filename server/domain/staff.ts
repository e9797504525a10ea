import { type Holder, may, mayManage } from '../../protocol/wire/permissions.ts';

export type StaffDecision = { do: 'change' } | { do: 'refuse'; hint: string };

/** R12: people are set up by owners, admins and whoever was given the right. */
export function maySetUp(holder: Holder): boolean {
  return may(holder, 'people:write');
}

/** R12: an admin neither changes an owner nor makes one. */
export function decideStaffChange(actor: Holder, target: Holder, next: Holder): StaffDecision {
  if (!maySetUp(actor)) return { do: 'refuse', hint: 'Your role may not change the team: people:write.' };
  if (!mayManage(actor, target) || !mayManage(actor, next))
    return { do: 'refuse', hint: 'Who may more than you is changed and made by an owner.' };
  return { do: 'change' };
}
