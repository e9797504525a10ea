import type { CheckMade, CheckRead, InstallRead, PageFault, PageReport } from '../../protocol/wire/install.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { SIGHTINGS_MAX, TAG_CHECK_KEPT_MS, TAG_CHECK_MS } from '../../protocol/wire/setup-limits.ts';
import type { Site } from '../store/store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadServiceBook } from './service-book.ts';

const FORBIDDEN = { hint: 'Only owners and admins look at installations.' };

/** Z6 Where the site's tag was seen, and tags on its pages that name no site. */
export async function readInstall(
  context: Context,
  subject: AgentSubject,
  { key }: { key: string },
): Promise<Done<InstallRead>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const sites = await context.store.listSites();
  const site = sites.find((one) => one.key === key);
  if (!site) return refused('not_found', { hint: 'No site has this key.' });
  const all = await context.store.listSightings(SIGHTINGS_MAX);
  const isKnown = new Set(sites.map((one) => one.key));
  return answered({
    now: context.clock.now(),
    sightings: all
      .filter(({ siteKey }) => siteKey === key)
      .map(({ siteKey: _, ...seen }) => ({ ...seen, listed: site.origins.includes(seen.origin) })),
    wrongKeys: all
      .filter(({ siteKey, origin }) => siteKey !== '' && !isKnown.has(siteKey) && site.origins.includes(origin))
      .map(({ siteKey, origin, lastAt }) => ({ siteKey, origin, lastAt })),
  });
}

/** Z7 A mark for the address of one page: who opens it there lets that page tell what it finds. */
export async function startTagCheck(
  context: Context,
  subject: AgentSubject,
  { key }: { key: string },
): Promise<Done<CheckMade>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const site = await findSite(context, key);
  if (!site) return refused('not_found', { hint: 'No site has this key.' });
  const at = context.clock.now();
  const id = context.ids.picture();
  await context.store.addTagCheck({ id, siteKey: key, at, keptSince: at - TAG_CHECK_KEPT_MS });
  const { look } = (await loadServiceBook(context)).settingsOf(site.id);
  return answered({ id, mark: look.isolate ? `${id}.frame` : id, until: at + TAG_CHECK_MS });
}

/** Sites at whose pages somebody looks now. */
export async function listLookedAt({ store, clock }: Context): Promise<ReadonlySet<string>> {
  return new Set(await store.listOpenChecks(clock.now() - TAG_CHECK_MS));
}

export async function readTagCheck(
  context: Context,
  subject: AgentSubject,
  { key, id }: { key: string; id: string },
): Promise<Done<CheckRead>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const check = await context.store.findTagCheck(id);
  return check?.siteKey === key ? answered({ report: check.report }) : refused('not_found');
}

/** Z8 What a page found, told once with its mark. Whether its origin is listed is the relay's to say. */
export async function tellTagCheck(
  context: Context,
  { id, origin, ...said }: Omit<PageReport, 'at' | 'origin'> & { id: string; origin: string },
): Promise<boolean> {
  const at = context.clock.now();
  const check = await context.store.findTagCheck(id);
  const site = check && (await findSite(context, check.siteKey));
  if (!site) return false;
  const own: PageFault[] = [];
  if (!site.origins.includes(origin)) own.push('origin_not_listed');
  if (said.site !== '' && said.site !== site.key) own.push('other_site');
  const faults = [...own, ...said.faults.filter((fault) => fault !== 'origin_not_listed' && fault !== 'other_site')];
  const report = { ...said, origin, faults, at };
  return context.store.tellTagCheck({ id, report, madeSince: at - TAG_CHECK_MS });
}

async function findSite({ store }: Context, key: string): Promise<Site | undefined> {
  return (await store.listSites()).find((one) => one.key === key);
}
