import { type Answer, success } from '../../protocol/wire/errors.ts';
import type { Context } from './context.ts';
import { judgeAll, sheetsOf } from './judge-business.ts';
import { keepBooks } from './keep-books.ts';

/**
 * The books are at hand, every day's time is shared out, and the runtime has compiled the loops, before the first report is opened. After that it
 * is O(what changed).
 */
export async function prepareBusiness(context: Context): Promise<Answer<null>> {
  const [site] = await context.store.listSites();
  const at = await keepBooks(context);
  const { from, to } = at.books.span();
  sheetsOf(at, { from, to });
  for (const siteId of at.books.isPrepared ? [] : [null, site?.id ?? null])
    for (const checked of [true, false]) judgeAll(at, { from, to, checked }, siteId, context.zones);
  if (!at.books.isPrepared) judgeAll(at, { from, to, department: '' }, null, context.zones, 'language');
  at.books.isPrepared = true;
  return success(null);
}
