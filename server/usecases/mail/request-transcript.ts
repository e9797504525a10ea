import type { AgentCommands, TranscriptIn, VisitorCommands } from '../../../protocol/wire/events.ts';
import { mailboxOf } from '../../domain/mail/mailbox.ts';
import type { MailDocument, QueueMail } from '../../store/mail-store.ts';
import type { Conversation } from '../../store/store.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from '../context.ts';
import { answered, refused } from '../finish.ts';
import { loadConversation } from '../load-conversation.ts';
import { loadServiceBook } from '../service-book.ts';
import { limitsOf, limitsOfStrangers, targetOf } from './mail-target.ts';

const OFF = 'No mail is sent here: SMTP is not set, or the owner sends no copies.';
const UNANSWERED = 'A copy is sent once somebody of the team has answered.';
const TOO_MANY = 'So many mails were asked for that no more are sent now.';
const DAY_MS = 24 * 3_600_000;

/**
 * E6: her own conversation, to an address that nobody has checked. So it needs an answer of the team (a mail of strangers' words
 * alone would be a stranger's mail), and it is counted (E4).
 */
export async function requestTranscript(
  context: Context,
  subject: VisitorSubject,
  input: VisitorCommands['transcript:request']['in'],
): Promise<Done<Record<string, never>>> {
  const conversation = await loadConversation(context, subject, input.conversationId);
  if (!conversation) return refused('not_found');
  const now = context.clock.now();
  const isHers = await isVerified(context, subject, input.email);
  return queue(context, conversation, {
    document: documentOf('visitor', input),
    email: input.email,
    visitorId: subject.visitorId,
    atEnd: input.when === 'end',
    limits: isHers ? limitsOf(now) : limitsOfStrangers(now),
  });
}

/** E6: by one of the team, to whom she was asked to send it. */
export async function sendTranscript(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['transcript:send']['in'],
): Promise<Done<Record<string, never>>> {
  const conversation = await loadConversation(context, subject, input.conversationId);
  if (!conversation) return refused('not_found');
  return queue(context, conversation, {
    document: documentOf('agent', input),
    email: input.email,
    visitorId: null,
    atEnd: false,
    limits: limitsOf(context.clock.now()),
  });
}

type Transcript = Extract<MailDocument, { kind: 'transcript' }>;

function documentOf(by: Transcript['by'], { conversationId, language, zone }: TranscriptIn): Transcript {
  return { kind: 'transcript', conversationId, language: language ?? null, zone: zone ?? null, by };
}

interface Asked extends Pick<QueueMail, 'visitorId' | 'limits'> {
  document: Transcript;
  email: string;
  atEnd: boolean;
}

async function queue(context: Context, conversation: Conversation, asked: Asked): Promise<Done<Record<string, never>>> {
  const { id, siteId, status, head } = conversation;
  const { transcripts } = (await loadServiceBook(context)).settingsOf(siteId).mail;
  if (!context.mail?.isOn || !transcripts) return refused('mail_off', { hint: OFF });
  if (conversation.assignment === 0 || !(await isAnswered(context, conversation)))
    return refused('unanswered', { hint: UNANSWERED });
  const to = targetOf(context, asked.email);
  const upTo = asked.atEnd && status !== 'closed' ? 'end' : head;
  const written = await context.store.queueMail({
    id: context.ids.mail(),
    cause: `transcript ${id} ${conversation.episode} ${upTo} ${to.mailboxHash} ${asked.document.by}`,
    ...{ document: asked.document, to, siteId, visitorId: asked.visitorId, limits: asked.limits },
    ...(asked.atEnd ? { untilEndOf: id } : {}),
    at: context.clock.now(),
  });
  if (written === 'too_many') return refused('rate_limited', { hint: TOO_MANY, retryAfterMs: DAY_MS });
  // Who wants no mails is nobody's business: the answer is the same.
  return answered({});
}

/** Not the time of the first answer: that is of the last episode alone, and the copy has all of them. */
async function isAnswered({ store }: Context, { id, firstResponseMs }: Conversation): Promise<boolean> {
  if (firstResponseMs !== null) return true;
  const page = await store.readPage({ conversationId: id, afterSeq: 0, limit: 200 });
  return (page?.entries ?? []).some((entry) => entry.kind === 'message' && entry.author === 'agent');
}

/** The site has signed that this address is hers (I8). */
async function isVerified({ store }: Context, { visitorId }: VisitorSubject, email: string): Promise<boolean> {
  const { verified } = await store.readVisitorProfile(visitorId);
  return verified?.email != null && mailboxOf(verified.email) === mailboxOf(email);
}
