import type { StaffMember } from '../../protocol/wire/departments.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { VIEWING } from '../domain/availability.ts';
import { decideStaffChange, maySetUp } from '../domain/staff.ts';
import type { ChangeStaffMember } from '../store/staff-store.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import { answered, refused } from './finish.ts';

/** Everybody with skills, languages and departments, for those who set the team up. */
export async function listStaff(context: Context, subject: AgentSubject): Promise<Done<StaffMember[]>> {
  if (!maySetUp(subject.agent.role)) return refused('forbidden', { hint: 'Only owners and admins see this list.' });
  return answered(await context.store.listStaff());
}

/** Name, role, capacity, departments, skills, languages and sites of one agent, all at once (R12). */
export async function changeStaffMember(
  context: Context,
  subject: AgentSubject | 'command_line',
  input: ChangeStaffMember,
): Promise<Done<StaffMember>> {
  const before = await context.store.findStaffMember(input.agentId);
  if (subject !== 'command_line') {
    // Before "not found": who may not change the team learns nothing about ids.
    if (!maySetUp(subject.agent.role)) return refused('forbidden', { hint: 'Only owners and admins change the team.' });
    const decision = before && decideStaffChange(subject.agent, before, input);
    if (decision?.do === 'refuse') return refused('forbidden', { hint: decision.hint });
  }
  if (!before) return refused('not_found');
  switch (await context.store.changeStaffMember(input)) {
    case 'not_found':
      return refused('not_found');
    case 'last_owner':
      return refused('forbidden', { field: 'role', hint: 'The last owner stays one: make another owner first.' });
    case 'department_unknown':
      return refused('invalid_payload', { field: 'departments', hint: 'There is no such department.' });
    case 'changed': {
      const { agentId, ...changed } = input;
      const notices = roleNotices(before, input);
      if (may(input.role, 'conversation:serve')) return answered({ ...before, ...changed }, notices, true);
      const away = { agentId, availability: 'away', awayReason: VIEWING } as const;
      await context.store.setAvailability({ ...away, at: context.clock.now() });
      return answered({ ...before, ...changed, ...away }, [...notices, { tell: 'availability' }], true);
    }
  }
}

/** Connections carry the role they began with: they end, and come back by themselves with the new one (P33). */
function roleNotices(before: StaffMember, { agentId, role }: ChangeStaffMember): Notice[] {
  return before.role === role ? [] : [{ tell: 'sessionsEnded', agentId, keepSession: null, error: 'unavailable' }];
}
