import { may } from '../../protocol/wire/permissions.ts';
import type { TeamTags } from '../../protocol/wire/team-tags.ts';
import type { Based } from '../store/changes.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, changedMeanwhile, refused } from './finish.ts';

const FORBIDDEN = { hint: 'Only owners and admins change the list of tags.' };

/** U13: everybody of the team is offered them. */
export async function readTeamTags(context: Context, _subject: AgentSubject): Promise<Done<TeamTags>> {
  return answered(await context.store.readTeamTags());
}

export async function setTeamTags(
  context: Context,
  subject: AgentSubject,
  { tags, basedOn }: TeamTags & Based,
): Promise<Done<TeamTags>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const result = await context.store.setTeamTags({ tags, basedOn });
  return result === 'stale' ? changedMeanwhile() : answered({ tags });
}
