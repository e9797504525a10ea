import { COMMENT_CHARS_MAX, RATING_LINK_MS } from '../../../protocol/wire/limits.ts';
import { type PageState, ratingPage } from '../../domain/mail/page.ts';
import { mailWords } from '../../domain/mail/words.ts';
import type { MailConversation } from '../../store/mail-store.ts';
import type { Context, Done } from '../context.ts';
import { answered } from '../finish.ts';
import { rateConversation } from '../rate-conversation.ts';
import { readLink } from './links.ts';
import { findMailSite } from './site-name.ts';

/** E9: a look at the page votes for nothing: programs that fetch every link of a mail do no harm. */
export async function readRatingPage(context: Context, { token }: { token: string }): Promise<Done<string>> {
  const found = await find(context, token);
  return answered(found.page(found.state));
}

/** E9: one answer for the episode, by the rating's own use case. */
export async function rateByLink(
  context: Context,
  { token, score, comment }: { token: string; score: number | null; comment: string },
): Promise<Done<string>> {
  const { state, page, conversation } = await find(context, token);
  if (state !== 'ask' || !conversation) return answered(page(state));
  if (score === null) return answered(page('chooseOne', comment));
  const subject = { kind: 'visitor', visitorId: conversation.visitorId, siteId: conversation.siteId } as const;
  const input = {
    ...{ conversationId: conversation.id, episode: conversation.episode, score },
    comment: comment.slice(0, COMMENT_CHARS_MAX),
  };
  const { answer, notices } = await rateConversation(context, subject, input, { windowMs: RATING_LINK_MS, once: true });
  // Two who press at once: the first has it, and the second is told so.
  return answered(page(answer.ok ? 'thanks' : 'given'), notices);
}

interface Found {
  state: PageState;
  conversation?: MailConversation;
  page(state: PageState, comment?: string): string;
}

async function find(context: Context, token: string): Promise<Found> {
  const link = readLink(context, 'rating', token);
  const words = mailWords(link?.language ?? null);
  const conversation = link && (await context.store.findMailConversation(link.conversationId));
  const site = conversation && (await findMailSite(context, conversation.siteId));
  const page = (state: PageState, comment?: string) => ratingPage(words, site?.name ?? '', state, comment);
  if (!link || !conversation || !site || link.until < context.clock.now()) return { state: 'over', page };
  const isSame = conversation.status === 'closed' && conversation.episode === link.episode;
  if (!isSame) return { state: 'over', page };
  return { state: conversation.ratedAt === null ? 'ask' : 'given', conversation, page };
}
