import { stopPage } from '../../domain/mail/page.ts';
import { mailWords } from '../../domain/mail/words.ts';
import type { Context, Done } from '../context.ts';
import { answered } from '../finish.ts';
import { readLink } from './links.ts';
import { findMailSite } from './site-name.ts';

/** E11: asks; only a POST ends anything. */
export async function readStopPage(context: Context, { token }: { token: string }): Promise<Done<string>> {
  const link = readLink(context, 'stop', token);
  const site = link && (await findMailSite(context, link.siteId));
  const words = mailWords(link?.language ?? null);
  return answered(site ? stopPage(words, site.name, 'ask') : stopPage(words, '', 'over'));
}

/** E11: from now on no mail of this site goes to this mailbox, and what waits for it does not go either. */
export async function stopByLink(context: Context, { token }: { token: string }): Promise<Done<string>> {
  const link = readLink(context, 'stop', token);
  const site = link && (await findMailSite(context, link.siteId));
  const words = mailWords(link?.language ?? null);
  if (!link || !site) return answered(stopPage(words, '', 'over'));
  const { mailbox } = link;
  const at = context.clock.now();
  await context.store.stopMails({ siteId: site.id, mailbox, mailboxHash: context.ids.hash(mailbox), at });
  return answered(stopPage(words, site.name, 'done'));
}
