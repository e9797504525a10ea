import { headerOf, policyFor } from '../domain/page-policy.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

export interface PagePolicies {
  csp: string;
  /** Where it is to be sent. */
  origins: string[];
}

/** What the pages of a site add to their policy, to copy (W5). */
export async function readPagePolicy(
  context: Context,
  { key, relay }: { key: string; relay: string },
): Promise<Done<PagePolicies>> {
  const site = (await context.store.listSites()).find((one) => one.key === key);
  if (!site) return refused('not_found', { hint: 'No site has this key.' });
  return answered({ csp: headerOf(policyFor(relay)), origins: site.origins });
}
