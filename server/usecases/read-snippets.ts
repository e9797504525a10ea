import type { Snippets } from '../../protocol/wire/install.ts';
import { headerOf, policyFor } from '../domain/page-policy.ts';
import type { Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadServiceBook } from './service-book.ts';
import { pinnedTagOf, proactiveTagOf, tagOf } from './tag.ts';

/** A loader under its own hash. */
export interface Pinned {
  path: string;
  integrity: string;
}

/** The one whose bell speaks the first of these languages; null where nothing is built (W33). */
export type ChoosePinned = (...wishes: (string | undefined)[]) => Pinned | null;

export interface ReadSnippets {
  key: string;
  relay: string;
  pinned: ChoosePinned;
  /** Before the language that the owner has set. */
  language?: string | undefined;
}

/** Z1 What an owner copies into the pages of a site. */
export async function readSnippets(
  context: Context,
  { key, relay, pinned: choose, language }: ReadSnippets,
): Promise<Done<Snippets>> {
  const site = (await context.store.listSites()).find((one) => one.key === key);
  if (!site) return refused('not_found', { hint: 'No site has this key.' });
  const { look, proactive, visitors } = (await loadServiceBook(context)).settingsOf(site.id);
  const pinned = choose(language, look.locale ?? undefined);
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
