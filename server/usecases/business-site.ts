import type { AgentProfile } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { Context, Done } from './context.ts';
import { refused } from './finish.ts';

/** Orders and everybody's hours are no agent's own figures. */
export const TEAM_ONLY = { hint: 'Figures of the whole team are for owners, admins, supervisors and viewers.' };

/** For whom figures of business are, and of which site, by its key or its id; null: of all. */
export async function siteAsked(
  { store }: Pick<Context, 'store'>,
  agent: AgentProfile,
  site: string | undefined,
): Promise<{ siteId: string | null } | Done<never>> {
  if (!may(agent, 'report:team')) return refused('forbidden', TEAM_ONLY);
  if (site === undefined) return { siteId: null };
  const found = (await store.listSites()).find(({ key, id }) => key === site || id === site);
  return found ? { siteId: found.id } : refused('not_found', { field: 'site', hint: 'No site has this key.' });
}
