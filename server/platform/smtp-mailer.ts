import type { ConnectionOptions } from 'node:tls';
import nodemailer, { type NodemailerError } from 'nodemailer';
import { MAIL_REASON_CHARS_MAX, MAIL_SEND_MS_MAX } from '../../protocol/wire/limits.ts';
import { isMailAddress } from '../../protocol/wire/mail-address.ts';
import type { Mailer, OutgoingMail } from '../usecases/mail/mailer.ts';

/** SMTP_URL, read. */
export interface SmtpPlace {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). Otherwise STARTTLS where the server offers it. */
  secure: boolean;
  /** A password never goes over a line that anybody could read. */
  mustEncrypt: boolean;
  /** On this machine, and without a password: its certificate, which nobody vouches for, says nothing; the line is not encrypted. */
  isLocal: boolean;
  user: string | undefined;
  password: string | undefined;
}

export interface MailFrom {
  name: string;
  address: string;
}

const NO_ADDRESS = { result: 'refused', reason: 'This is not one plain address.' } as const;

type Trouble = { result: 'later' | 'refused'; reason: string };

const CONNECT_MS_MAX = 15_000;
/** Of silence; all together MAIL_SEND_MS_MAX. */
const SILENCE_MS_MAX = 20_000;
/** What the server says of this very mail; everything else, such as a wrong password, is mended, and then the mail goes. */
const OF_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/** Mails over SMTP. `tls` adds to what the connection trusts, and `silenceMs` is its patience: for tests. */
export function createSmtpMailer(
  place: SmtpPlace,
  from: MailFrom,
  { tls, silenceMs = SILENCE_MS_MAX }: { tls?: ConnectionOptions; silenceMs?: number } = {},
): Mailer {
  const { host, port, secure, mustEncrypt, isLocal, user, password } = place;
  const transport = nodemailer.createTransport({
    ...{ host, port, secure, requireTLS: mustEncrypt && !secure, ignoreTLS: isLocal },
    ...{ disableFileAccess: true, disableUrlAccess: true, logger: false },
    ...{ connectionTimeout: Math.min(CONNECT_MS_MAX, silenceMs), greetingTimeout: silenceMs },
    ...{ socketTimeout: silenceMs, dnsTimeout: silenceMs, socketCloseTimeout: 0 },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ...(tls ? { tls } : {}),
  });
  const secrets = [user, password].filter((secret) => secret !== undefined && secret.length > 0) as string[];
  const judged = async (work: () => Promise<unknown>) => {
    try {
      await within(MAIL_SEND_MS_MAX, work());
      return { result: 'sent' } as const;
    } catch (error) {
      return judge(error, secrets);
    }
  };
  return {
    from: from.name === '' ? from.address : `${from.name} <${from.address}>`,
    // The library reads an address that is two as two.
    send: async (mail) => (isMailAddress(mail.to) ? judged(() => transport.sendMail(message(mail, from))) : NO_ADDRESS),
    check: () => judged(() => transport.verify()),
  };
}

/** E5: addresses and headers are given as values, never as text to be read again. */
function message({ id, to, subject, text, html, stopUrl }: OutgoingMail, from: MailFrom) {
  const headers = {
    // RFC 3834: no vacation notice comes back.
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(stopUrl === null
      ? {}
      : { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
  return {
    ...{ from, to: { name: '', address: to }, envelope: { from: from.address, to: [to] } },
    ...{
      subject,
      text,
      html,
      headers,
      messageId: `<${id.toLowerCase()}@${from.address.split('@')[1] ?? 'localhost'}>`,
    },
  };
}

/** E2: what the server refused for good, and everything else, which may go well later. */
function judge(error: unknown, secrets: readonly string[]): Trouble {
  const { code = '', responseCode = 0, command } = error as NodemailerError;
  // A sender that is not allowed is the owner's to mend, and no reason to give up the mail.
  const isForGood = responseCode >= 500 && OF_THE_MAIL.has(code) && command !== 'MAIL FROM';
  const said = error instanceof Error ? error.message : String(error);
  return { result: isForGood ? 'refused' : 'later', reason: spell(said, secrets) };
}

/** For the owner's eyes: one line without what signs us in. */
function spell(said: string, secrets: readonly string[]): string {
  let line = said.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  for (const secret of secrets) {
    line = line.replaceAll(secret, '…').replaceAll(Buffer.from(secret).toString('base64'), '…');
  }
  return line.slice(0, MAIL_REASON_CHARS_MAX);
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The SMTP server took too long.')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
