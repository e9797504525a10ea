import { SYNC_ENTRIES_MAX } from '../../../protocol/wire/limits.ts';
import type { Entry, MessageEntry } from '../../../protocol/wire/model.ts';
import type { Part } from '../../domain/mail/letter.ts';
import { mailWords } from '../../domain/mail/words.ts';
import type { Site } from '../../store/store.ts';
import { findMailSite, zoneOfSite } from './site-name.ts';
import { saidPart } from './write-transcript.ts';
import type { Writer } from './writer.ts';

/** E8: the answer alone. The link leads to the page and opens nothing: the chat is there for the browser that holds it (D7). */
export const writeAnswer: Writer<'answer'> = async (context, { conversationId, afterSeq, upToSeq }) => {
  const conversation = await context.store.findMailConversation(conversationId);
  const site = conversation && (await findMailSite(context, conversation.siteId));
  if (!conversation || !site) return { dropped: 'gone' };
  const unreadAfter = Math.max(afterSeq, conversation.visitorRead);
  if (unreadAfter >= upToSeq) return { dropped: 'read' };
  const words = mailWords(conversation.language);
  const zone = await zoneOfSite(context, site.id);
  const page = await context.store.readPage({ conversationId, afterSeq: unreadAfter, limit: SYNC_ENTRIES_MAX });
  const said = (page?.entries ?? []).flatMap((entry) =>
    isSaid(entry) && entry.seq <= upToSeq ? [saidPart(entry, words, zone)] : [],
  );
  if (said.length === 0) return { dropped: 'read' };
  const { answer } = words;
  const href = pageOf(site, conversation.pageUrl);
  const link: Part[] = href === null ? [] : [{ kind: 'link', label: answer.link, href }];
  return {
    ...{ lang: words.lang, dir: words.dir, subject: answer.subject(site.name) },
    parts: [{ kind: 'words', text: answer.intro(site.name) }, ...said, { kind: 'words', text: answer.how }, ...link],
    foot: [answer.why(site.name), words.transcript.zone(zone)],
  };
};

/** Only a page of this very site, and of its address only the path: the rest may hold what is nobody's business. */
export function pageOf(site: Pick<Site, 'origins'>, pageUrl: string | null): string | null {
  const [, origin = '', path = ''] = /^(https?:\/\/[^/?#\\@\s]+)(?=[/?#]|$)(\/[^?#\s]*)?/i.exec(pageUrl ?? '') ?? [];
  return site.origins.includes(origin.toLowerCase()) ? `${origin.toLowerCase()}${path || '/'}` : null;
}

/** What was removed is no answer (C18). */
function isSaid(entry: Entry): entry is MessageEntry {
  return entry.kind === 'message' && entry.author === 'agent' && entry.body !== '';
}
