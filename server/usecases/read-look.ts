import { tagOptionsOf } from '../../protocol/wire/look.ts';
import type { Context } from './context.ts';
import { loadServiceBook } from './service-book.ts';

/** Z10 What the script of a site's tag carries: what the owner set of the look. */
export async function readLook(context: Context, site: { id: string }): Promise<Record<string, string>> {
  const book = await loadServiceBook(context);
  return tagOptionsOf(book.settingsOf(site.id).look);
}
