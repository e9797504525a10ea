import { REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { EpisodeLine } from '../../protocol/wire/report.ts';
import type { EpisodeFilter, Period } from '../store/store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** The episodes behind a number of the report, newest first, at most REPORT_ROWS_MAX. */
export async function listEpisodes(
  context: Context,
  _subject: AgentSubject,
  input: Period & { which: EpisodeFilter },
): Promise<Done<EpisodeLine[]>> {
  const { from, to, which } = input;
  return answered(await context.store.listEpisodes({ from, to, which, limit: REPORT_ROWS_MAX }));
}
