import type { SendResult } from '../../domain/mail/next-try.ts';

/** What a use case may know of outgoing mail. Sending is the worker's. */
export interface MailOut {
  /** SMTP is set. Otherwise nothing is put into the outbox, and views say so (E7). */
  isOn: boolean;
  /** As the owner set it. */
  from: string | null;
  /** Where links of mails lead to. */
  origin(): string;
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
}

/** Hands mails to the owner's SMTP server. */
export interface Mailer {
  from: string;
  /** Never rejects, and never takes longer than MAIL_SEND_MS_MAX. */
  send(mail: OutgoingMail): Promise<SendResult>;
  /** Connects and signs in, and sends nothing. */
  check(): Promise<SendResult>;
}

export interface OutgoingMail {
  /** The same for every try: of two copies a reader's program shows one (E1). */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where a reader's program may ask for no more of them, by one POST (RFC 8058). */
  stopUrl: string | null;
}
