import { SITE_ORIGINS_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { Based } from '../store/changes.ts';
import type { Site } from '../store/store.ts';
import { checkSite } from './add-site.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, changedMeanwhile, refused } from './finish.ts';

const FORBIDDEN = { hint: 'Only owners and admins change sites.' };

/** Z2 Name and the exact list of origins; what is not in it is refused from the next second on. */
export async function changeSite(
  context: Context,
  subject: AgentSubject,
  { key, basedOn, ...input }: { key: string; name: string; origins: string[] } & Based,
): Promise<Done<{ site: Site }>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const checked = checkSite(input);
  if ('refusal' in checked) return checked.refusal;
  if (checked.origins.length > SITE_ORIGINS_MAX)
    return refused('invalid_payload', { field: 'origins', hint: `At most ${SITE_ORIGINS_MAX} origins.` });
  const result = await context.store.changeSite({ key, basedOn, ...checked });
  if (result === 'stale') return changedMeanwhile();
  if (result === 'not_found') return refused('not_found');
  return answerSite(context, key);
}

/** Z3 Retired: its tag opens no chat any more; what was said stays, and it can be brought back. */
export async function retireSite(
  context: Context,
  subject: AgentSubject,
  { key, retired }: { key: string; retired: boolean },
): Promise<Done<{ site: Site }>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const at = retired ? context.clock.now() : null;
  if ((await context.store.retireSite({ key, at })) === 'not_found') return refused('not_found');
  return answerSite(context, key);
}

async function answerSite(context: Context, key: string): Promise<Done<{ site: Site }>> {
  const site = (await context.store.listSites()).find((one) => one.key === key);
  return site ? answered({ site }) : refused('not_found');
}
