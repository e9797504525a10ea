import type { Nothing } from '../../protocol/wire/events.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import { may, mayManage } from '../../protocol/wire/permissions.ts';
import type { Site } from '../store/store.ts';
import { type AddAgent, addAgent } from './add-agent.ts';
import { type AddSite, addSite } from './add-site.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { findGiven, ROLE_UNKNOWN } from './find-given.ts';
import { refused } from './finish.ts';
import { resetPassword } from './reset-password.ts';

/** What the command line does, by an owner or an administrator at the console (T1). */

export async function addStaffMember(
  context: Context,
  subject: AgentSubject,
  input: AddAgent,
): Promise<Done<{ agent: AgentProfile }>> {
  const given = await findGiven(context, input);
  if (!given) return refused('invalid_payload', ROLE_UNKNOWN);
  if (!may(subject.agent, 'people:write') || !mayManage(subject.agent, given)) {
    return refused('forbidden', { field: 'role' });
  }
  return addAgent(context, { ...input, role: given.role });
}

/** For who forgot it: all sessions of that agent end (A5). */
export async function setStaffPassword(
  context: Context,
  subject: AgentSubject,
  input: { agentId: string; password: string },
): Promise<Done<Nothing>> {
  // Before "not found": who may not, learns nothing about ids.
  if (!may(subject.agent, 'people:write')) return refused('forbidden');
  const agent = await context.store.findAgent(input.agentId);
  if (!agent) return refused('not_found');
  if (!mayManage(subject.agent, agent)) return refused('forbidden');
  return resetPassword(context, { email: agent.email, password: input.password });
}

export async function addSiteBySubject(
  context: Context,
  subject: AgentSubject,
  input: Pick<AddSite, 'name' | 'origins'>,
): Promise<Done<{ site: Site }>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden');
  return addSite(context, input);
}
