import { RATING_LINK_MS } from '../../../protocol/wire/limits.ts';
import { spellDay } from '../../domain/mail/spell-time.ts';
import { mailWords } from '../../domain/mail/words.ts';
import { linkUrl } from './links.ts';
import { findMailSite, zoneOfSite } from './site-name.ts';
import type { Writer } from './writer.ts';

/** E9: one question; whoever answered meanwhile, or went on, is not asked. */
export const writeRating: Writer<'rating'> = async (context, { conversationId, episode }) => {
  const conversation = await context.store.findMailConversation(conversationId);
  const site = conversation && (await findMailSite(context, conversation.siteId));
  if (!conversation || !site) return { dropped: 'gone' };
  const { closedAt } = conversation;
  if (conversation.ratedAt !== null) return { dropped: 'rated' };
  if (closedAt === null || conversation.status !== 'closed' || conversation.episode !== episode)
    return { dropped: 'went on' };
  const words = mailWords(conversation.language);
  const until = closedAt + RATING_LINK_MS;
  const href = linkUrl(context, { to: 'rating', conversationId, episode, until, language: words.lang });
  if (href === null) return { dropped: 'off' };
  const { rating } = words;
  return {
    ...{ lang: words.lang, dir: words.dir, subject: rating.subject(site.name) },
    parts: [
      { kind: 'words', text: rating.intro(site.name) },
      { kind: 'link', label: rating.link, href },
      { kind: 'words', text: rating.until(spellDay(until, words.lang, await zoneOfSite(context, site.id))) },
    ],
    foot: [rating.why(site.name)],
  };
};
