import { headerOf, type PagePolicy, policyFor } from '../domain/page-policy.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadServiceBook } from './service-book.ts';

export interface PagePolicies {
  csp: string;
  policy: PagePolicy;
  /** Where it is to be sent. */
  origins: string[];
}

/** What the pages of a site add to their policy, to copy (W5, Z9). */
export async function readPagePolicy(
  context: Context,
  { key, relay }: { key: string; relay: string },
): Promise<Done<PagePolicies>> {
  const site = (await context.store.listSites()).find((one) => one.key === key);
  if (!site) return refused('not_found', { hint: 'No site has this key.' });
  const { look, visitors } = (await loadServiceBook(context)).settingsOf(site.id);
  const policy = policyFor(relay, look, visitors.presence || visitors.trail);
  return answered({ csp: headerOf(policy), policy, origins: site.origins });
}
