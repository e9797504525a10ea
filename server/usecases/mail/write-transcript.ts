import { SYNC_ENTRIES_MAX, TRANSCRIPT_ENTRIES_MAX } from '../../../protocol/wire/limits.ts';
import type { MessageEntry } from '../../../protocol/wire/model.ts';
import type { Part } from '../../domain/mail/letter.ts';
import type { MailWords } from '../../domain/mail/mail-words.ts';
import { spellTime } from '../../domain/mail/spell-time.ts';
import { mailWords } from '../../domain/mail/words.ts';
import type { Context } from '../context.ts';
import { findMailSite, zoneOfSite } from './site-name.ts';
import type { Writer } from './writer.ts';

/** E6: what the visitor may see, and no more: notes are in a sequence of their own that is not read here. */
export const writeTranscript: Writer<'transcript'> = async (context, { conversationId, ...asked }) => {
  const conversation = await context.store.findMailConversation(conversationId);
  const site = conversation && (await findMailSite(context, conversation.siteId));
  if (!conversation || !site) return { dropped: 'gone' };
  const words = mailWords(asked.language ?? conversation.language);
  const zone =
    asked.zone !== null && context.zones.isZone(asked.zone) ? asked.zone : await zoneOfSite(context, site.id);
  const { messages, isCut } = await readMessages(context, conversationId);
  const { transcript } = words;
  return {
    ...{ lang: words.lang, dir: words.dir, subject: transcript.subject(site.name) },
    parts: [
      { kind: 'words', text: transcript.intro(site.name) },
      ...(isCut ? [{ kind: 'words', text: transcript.cut } as const] : []),
      ...messages.map((message) => saidPart(message, words, zone)),
    ],
    foot: [
      transcript.zone(zone),
      asked.by === 'visitor' ? transcript.askedByVisitor(site.name) : transcript.askedByTeam(site.name),
    ],
  };
};

export function saidPart(message: MessageEntry, words: MailWords, zone: string): Part {
  const { author, agent, at } = message;
  const who = author === 'visitor' ? words.you : agent?.name || words.team;
  return { kind: 'said', who, at: spellTime(at, words.lang, zone), text: textOf(message, words) };
}

function textOf({ body, file, revisedAt }: MessageEntry, words: MailWords): string {
  if (body === '') return words.removed;
  if (file) return `${words.file}: ${body}`;
  return revisedAt === undefined ? body : `${body} (${words.edited})`;
}

/** The last TRANSCRIPT_ENTRIES_MAX entries' messages. */
async function readMessages({ store }: Context, conversationId: string) {
  const { [conversationId]: head = 0 } = await store.readHeads([conversationId]);
  const first = Math.max(0, head - TRANSCRIPT_ENTRIES_MAX);
  const messages: MessageEntry[] = [];
  for (let afterSeq = first; afterSeq < head; ) {
    const page = await store.readPage({ conversationId, afterSeq, limit: SYNC_ENTRIES_MAX });
    const last = page?.entries.at(-1);
    if (!page || !last) break;
    messages.push(...page.entries.filter((entry) => entry.kind === 'message'));
    afterSeq = last.seq;
  }
  return { messages, isCut: first > 0 };
}
