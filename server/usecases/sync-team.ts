import type { AgentCommands } from '../../protocol/wire/events.ts';
import { TEAM_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import type { TeamPage } from '../../protocol/wire/team.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

/** The team's own sequence after a number, one page (T10). */
export async function syncTeam(
  context: Context,
  _subject: AgentSubject,
  input: AgentCommands['team:sync']['in'],
): Promise<Done<TeamPage>> {
  const page = await context.store.readTeamPage({ ...input, limit: TEAM_ENTRIES_MAX });
  return page ? answered(page) : refused('not_found');
}
