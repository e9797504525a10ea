import type { Site } from '../../store/store.ts';
import type { Context } from '../context.ts';
import { loadServiceBook } from '../service-book.ts';

/** The site that a mail speaks for. */
export async function findMailSite({ store }: Pick<Context, 'store'>, siteId: string): Promise<Site | undefined> {
  return (await store.listSites()).find(({ id }) => id === siteId);
}

/** Its own clock, where it has hours; otherwise UTC. */
export async function zoneOfSite(context: Context, siteId: string): Promise<string> {
  return (await loadServiceBook(context)).settingsOf(siteId).hours?.zone ?? 'UTC';
}
