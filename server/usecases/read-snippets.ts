import type { Snippets } from '../../protocol/wire/install.ts';
import { headerOf, policyFor } from '../domain/page-policy.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadServiceBook } from './service-book.ts';
import { pinnedTagOf, proactiveTagOf, tagOf } from './tag.ts';

export interface ReadSnippets {
  key: string;
  relay: string;
  /** The loader under its own hash, where it is built. */
  pinned: { path: string; integrity: string } | null;
}

/** Z1 What an owner copies into the pages of a site. */
export async function readSnippets(context: Context, { key, relay, pinned }: ReadSnippets): Promise<Done<Snippets>> {
  const site = (await context.store.listSites()).find((one) => one.key === key);
  if (!site) return refused('not_found', { hint: 'No site has this key.' });
  const { look, proactive, visitors } = (await loadServiceBook(context)).settingsOf(site.id);
  const policy = policyFor(relay, look, visitors.presence || visitors.trail);
  return answered({
    tag: tagOf(relay, key),
    pinned: pinned && pinnedTagOf(relay, key, pinned, look),
    proactive: proactive.on || visitors.presence || visitors.trail ? proactiveTagOf(relay, key) : null,
    relay,
    csp: headerOf(policy),
    policy,
  });
}
