import type { KeepingPreview, KeepingSettings } from '../../protocol/wire/keeping.ts';
import { BUYERS_AT_ONCE, KEEPING_COUNTED_MAX } from '../../protocol/wire/people-limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import type { FileVault } from './file-vault.ts';
import { answered, refused } from './finish.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { loadServiceBook } from './service-book.ts';

const DAY_MS = 24 * 3_600_000;

/** A rule of a site that asks for something. */
export interface KeepingRule extends KeepingSettings {
  siteId: string;
}

/** What one step has done. `more`: there may be as much again. */
export interface Kept {
  conversations: number;
  people: number;
  orders: number;
  customers: number;
  notices: Notice[];
  more: boolean;
}

export async function listKeepingRules(context: Pick<Context, 'store'>): Promise<KeepingRule[]> {
  const sites = (await loadServiceBook(context)).sites();
  return sites
    .map(([siteId, { keeping }]) => ({ siteId, ...keeping }))
    .filter(({ conversationDays, orderDays }) => conversationDays !== null || orderDays !== null);
}

/** J13, one bounded step for one site: each conversation in a transaction of its own, first the record and then the bytes (F8). */
export async function keepToRule(
  context: Context,
  vault: Pick<FileVault, 'remove'>,
  rule: KeepingRule,
  limit: number,
): Promise<Kept> {
  const { store, clock } = context;
  const kept: Kept = { conversations: 0, people: 0, orders: 0, customers: 0, notices: [], more: false };
  const { siteId, conversationDays, orderDays, people: forgets } = rule;
  const now = clock.now();
  if (conversationDays !== null) {
    const before = now - conversationDays * DAY_MS;
    const old = await store.listOld({ siteId, before, limit });
    kept.more = old.length === limit;
    for (const conversationId of old) {
      const emptied = await store.emptyOld({ conversationId, before, forgets, at: now });
      if (emptied === 'kept') continue;
      recentConversationsOf(store).forget(conversationId);
      for (const name of emptied.vaultNames) await vault.remove(name);
      kept.notices.push({ tell: 'inbox', change: emptied.change });
      for (const visitorId of emptied.ended)
        kept.notices.push({ tell: 'visitorEnded', visitorId, error: 'unauthorized' });
      kept.conversations += 1;
      if (emptied.ended.length > 0) kept.people += 1;
    }
  }
  if (orderDays === null) return kept;
  const gone = await store.forgetBuyers({ siteId, before: now - orderDays * DAY_MS, limit: BUYERS_AT_ONCE });
  const more = gone.orders === BUYERS_AT_ONCE || gone.customers === BUYERS_AT_ONCE;
  return { ...kept, ...gone, more: kept.more || more };
}

/** What days that were not saved yet would do if they held now. */
export async function previewKeeping(
  context: Context,
  { agent }: AgentSubject,
  input: { key: string; conversationDays?: number | undefined; orderDays?: number | undefined },
): Promise<Done<KeepingPreview>> {
  if (!may(agent, 'settings:write')) return refused('forbidden', { hint: 'Only owners and admins see settings.' });
  const site = (await context.store.listSites()).find((one) => one.key === input.key);
  if (!site) return refused('not_found');
  const before = (days: number | undefined) => (days === undefined ? null : context.clock.now() - days * DAY_MS);
  const found = await context.store.countOld({
    siteId: site.id,
    conversationsBefore: before(input.conversationDays),
    ordersBefore: before(input.orderDays),
    max: KEEPING_COUNTED_MAX,
  });
  return answered({ ...found, countedTo: KEEPING_COUNTED_MAX });
}

/** G7: what a shop sends again every night does not bring back whose an old order was. */
export async function namedSince(context: Pick<Context, 'store'>, siteId: string, now: number): Promise<number> {
  const { orderDays } = (await loadServiceBook(context)).settingsOf(siteId).keeping;
  return orderDays === null ? Number.NEGATIVE_INFINITY : now - orderDays * DAY_MS;
}
