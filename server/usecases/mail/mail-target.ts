import {
  MAILS_PER_MAILBOX_DAY_MAX,
  MAILS_PER_SITE_HOUR_MAX,
  TRANSCRIPTS_PER_MAILBOX_DAY_MAX,
  TRANSCRIPTS_PER_VISITOR_DAY_MAX,
} from '../../../protocol/wire/limits.ts';
import { mailboxOf } from '../../domain/mail/mailbox.ts';
import type { MailLimit, MailTarget } from '../../store/mail-store.ts';
import type { Context } from '../context.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function targetOf({ ids }: Pick<Context, 'ids'>, address: string): MailTarget {
  const mailbox = mailboxOf(address);
  return { address: address.trim(), mailbox, mailboxHash: ids.hash(mailbox) };
}

/** E4: for whatever goes to people outside the team. */
export function limitsOf(now: number): MailLimit[] {
  return [
    { of: 'mailbox', since: now - DAY_MS, max: MAILS_PER_MAILBOX_DAY_MAX },
    { of: 'site', since: now - HOUR_MS, max: MAILS_PER_SITE_HOUR_MAX },
  ];
}

/** E4: what somebody unknown may ask for to an address that nobody has checked. */
export function limitsOfStrangers(now: number): MailLimit[] {
  return [
    ...limitsOf(now),
    { of: 'mailbox', since: now - DAY_MS, max: TRANSCRIPTS_PER_MAILBOX_DAY_MAX, kind: 'transcript' },
    { of: 'visitor', since: now - DAY_MS, max: TRANSCRIPTS_PER_VISITOR_DAY_MAX },
  ];
}
