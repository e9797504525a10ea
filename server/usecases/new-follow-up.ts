import { causesOf, type Said } from '../domain/feedback/causes.ts';
import { dueAfter } from '../domain/hours/due-time.ts';
import type { NewFollowUp } from '../store/feedback-store.ts';
import type { Context } from './context.ts';
import { loadServiceBook } from './service-book.ts';

/** K1–K3: what the store is to make of what was said, in the transaction that keeps it; undefined: nothing. */
export async function newFollowUp(
  context: Pick<Context, 'store' | 'ids' | 'zones'>,
  { siteId, departmentId }: { siteId: string; departmentId: string | null },
  said: Said,
  at: number,
): Promise<NewFollowUp | undefined> {
  const book = await loadServiceBook(context);
  const rule = book.settingsOf(siteId).feedback.followUp;
  const causes = causesOf(rule, said);
  if (causes.length === 0) return undefined;
  const dueAt = dueAfter(book.calendarOf(siteId, departmentId), context.zones.offsetOf, at, rule.dueInMs);
  return { id: context.ids.followUp(), causes, owner: rule.owner, dueAt };
}
