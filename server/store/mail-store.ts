import type { DeadMail, ReportPlan } from '../../protocol/wire/mail.ts';
import type { ConversationStatus } from '../../protocol/wire/model.ts';
import type { MailEnd } from '../domain/mail/next-try.ts';
import type { Stale } from './changes.ts';

/** The outbox of mails (docs/mail.md), and what else is known of them. Part of the store (store.ts). */
export interface MailStore {
  // --- the outbox
  /** One mail more, unless its cause has one already (E3), its reader wants none, or too many were put in (E4). */
  queueMail(input: QueueMail): Promise<Queued>;
  /** Those that are due and nobody has, the oldest first: they are this caller's until `until` (E1). */
  leaseMails(input: { now: number; until: number; limit: number }): Promise<LeasedMail[]>;
  /** What became of a try. False: somebody else has the mail by now, and this try counts for nothing. */
  settleMail(input: {
    id: string;
    tries: number;
    end: MailEnd | { state: 'dropped'; reason: string };
    at: number;
  }): Promise<boolean>;
  readMailCounts(input: { sentSince: number }): Promise<{ waiting: number; sent: number }>;
  listDeadMails(limit: number): Promise<DeadMail[]>;
  /** A dead one is tried again from the start. */
  reviveMail(input: { id: string; at: number }): Promise<'revived' | 'not_found'>;
  /** What ended before, and what was held for so long; at most `limit`. */
  dropOldMails(input: { before: number; limit: number }): Promise<number>;
  /** Whoever reads this mailbox wants no mail of this site any more; what waits for it goes. */
  stopMails(input: { siteId: string; mailboxHash: string; mailbox: string; at: number }): Promise<void>;

  // --- what mails are about
  findMailConversation(id: string): Promise<MailConversation | undefined>;
  /** Conversations of a site whose last word is a team's, unread, and was said within the span. */
  listUnreadAnswers(input: MailSpan): Promise<string[]>;
  /** What a visitor with an address has not read of the team, once (E8). */
  queueAnswerMail(input: ConversationMail): Promise<Queued | 'nothing'>;
  /** Conversations of a site that ended within the span and have no score. */
  listUnrated(input: MailSpan): Promise<string[]>;
  /** One question for each episode (E9). */
  queueRatingMail(input: ConversationMail): Promise<Queued | 'nothing'>;

  // --- the report
  readReportPlan(): Promise<{ plan: ReportPlan | null; version: number; changedAt: number }>;
  setReportPlan(input: {
    plan: ReportPlan;
    basedOn?: number | undefined;
    at: number;
  }): Promise<{ result: 'kept' } | Stale>;
}

export type Queued = 'queued' | 'known' | 'stopped' | 'too_many';

export interface QueueMail {
  id: string;
  cause: string;
  document: MailDocument;
  to: MailTarget;
  /** Null: it is no site's. */
  siteId: string | null;
  /** Who asked for it, where that is a visitor. */
  visitorId: string | null;
  /** Held until this conversation ends; it goes at once where it has ended. */
  untilEndOf?: string;
  limits: readonly MailLimit[];
  at: number;
}

export interface MailTarget {
  address: string;
  mailbox: string;
  /** SHA-256 of the mailbox. */
  mailboxHash: string;
}

/** At most `max` since then, of this mailbox, site or visitor. */
export interface MailLimit {
  of: 'mailbox' | 'site' | 'visitor';
  since: number;
  max: number;
  /** Counts only these. */
  kind?: MailDocument['kind'];
}

/** What a mail is written from. Ids and choices: words are read when it is sent. */
export type MailDocument =
  | { kind: 'test' }
  | {
      kind: 'transcript';
      conversationId: string;
      language: string | null;
      zone: string | null;
      by: 'visitor' | 'agent';
    }
  | { kind: 'answer'; conversationId: string; afterSeq: number; upToSeq: number }
  | { kind: 'rating'; conversationId: string; episode: number }
  | {
      kind: 'report';
      agentId: string;
      every: 'day' | 'week';
      from: number;
      to: number;
      zone: string;
      site: string | null;
    }
  | { kind: 'alert'; agentId: string; title: string; lines: string[]; conversationId: string | null };

export interface LeasedMail {
  id: string;
  document: MailDocument;
  siteId: string | null;
  address: string;
  mailbox: string;
  madeAt: number;
  /** This one among them. */
  tries: number;
}

/** The addresses' hash needs what only the caller has; nothing else of the target is known before the row is read. */
export interface ConversationMail {
  id: string;
  conversationId: string;
  targetOf(address: string): MailTarget;
  limits: readonly MailLimit[];
  at: number;
}

export interface MailSpan {
  siteId: string;
  after: number;
  upTo: number;
  limit: number;
}

/** A conversation as mails speak of it. */
export interface MailConversation {
  id: string;
  siteId: string;
  visitorId: string;
  status: ConversationStatus;
  email: string | null;
  pageUrl: string | null;
  language: string | null;
  head: number;
  visitorRead: number;
  episode: number;
  closedAt: number | null;
  score: number | null;
  /** When the current episode was rated: what was said without a name (K9) leaves no score. */
  ratedAt: number | null;
}
