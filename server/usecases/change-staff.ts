import type { StaffMember } from '../../protocol/wire/departments.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { VIEWING } from '../domain/availability.ts';
import { decideStaffChange, maySetUp } from '../domain/staff.ts';
import type { Based } from '../store/changes.ts';
import type { ChangeStaffMember } from '../store/staff-store.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import { findGiven, ROLE_UNKNOWN } from './find-given.ts';
import { answered, changedMeanwhile, refused } from './finish.ts';

/** Everybody with skills, languages and departments, for those who set the team up. */
export async function listStaff(context: Context, subject: AgentSubject): Promise<Done<StaffMember[]>> {
  if (!maySetUp(subject.agent)) return refused('forbidden', { hint: 'Your role may not see this list: people:write.' });
  return answered(await context.store.listStaff());
}

/** Name, role, capacity, departments, skills, languages and sites of one agent, all at once (R12). */
export async function changeStaffMember(
  context: Context,
  subject: AgentSubject | 'command_line',
  asked: ChangeStaffMember & Based,
): Promise<Done<StaffMember>> {
  const given = await findGiven(context, asked);
  const input = given ? { ...asked, role: given.role } : asked;
  const before = await context.store.findStaffMember(input.agentId);
  if (subject !== 'command_line') {
    // Before "not found": who may not change the team learns nothing about ids.
    if (!maySetUp(subject.agent))
      return refused('forbidden', { hint: 'Your role may not change the team: people:write.' });
    const decision = before && decideStaffChange(subject.agent, before, given ?? input);
    if (decision?.do === 'refuse') return refused('forbidden', { hint: decision.hint });
  }
  if (!before) return refused('not_found');
  if (!given) return refused('invalid_payload', ROLE_UNKNOWN);
  switch (await context.store.changeStaffMember(input)) {
    case 'not_found':
      return refused('not_found');
    case 'stale':
      return changedMeanwhile();
    case 'last_owner':
      return refused('forbidden', { field: 'role', hint: 'The last owner stays one: make another owner first.' });
    case 'department_unknown':
      return refused('invalid_payload', { field: 'departments', hint: 'There is no such department.' });
    case 'role_unknown':
      return refused('invalid_payload', ROLE_UNKNOWN);
    case 'changed': {
      const { agentId } = input;
      const after = (await context.store.findStaffMember(agentId)) ?? before;
      const notices = roleNotices(before, input);
      if (may(input, 'conversation:serve')) return answered(after, notices, true);
      const away = { agentId, availability: 'away', awayReason: VIEWING } as const;
      await context.store.setAvailability({ ...away, at: context.clock.now() });
      return answered({ ...after, ...away }, [...notices, { tell: 'availability' }], true);
    }
  }
}

/** Connections carry the role they began with: they end, and come back by themselves with the new one (P33). */
function roleNotices(before: StaffMember, { agentId, role, roleId }: ChangeStaffMember): Notice[] {
  return before.role === role && before.roleId === (roleId ?? undefined)
    ? []
    : [{ tell: 'sessionsEnded', agentId, keepSession: null, error: 'unavailable' }];
}
