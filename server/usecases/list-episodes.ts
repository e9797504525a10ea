import { REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { EpisodeLine } from '../../protocol/wire/report.ts';
import type { EpisodeFilter, Period } from '../store/store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

const TEAM_ONLY = { hint: 'These rows name the whole team; your own are at measures/rows.' };

/** The episodes behind a number of the report, newest first, at most REPORT_ROWS_MAX. They name who served (decision 0175). */
export async function listEpisodes(
  context: Context,
  { agent }: AgentSubject,
  input: Period & { which: EpisodeFilter },
): Promise<Done<EpisodeLine[]>> {
  if (!may(agent.role, 'report:team')) return refused('forbidden', TEAM_ONLY);
  const { from, to, which } = input;
  return answered(await context.store.listEpisodes({ from, to, which, limit: REPORT_ROWS_MAX }));
}
