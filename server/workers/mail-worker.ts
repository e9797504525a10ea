import {
  MAIL_KEPT_MS,
  MAIL_LEASE_MS,
  MAIL_LOOK_MS,
  MAIL_SWEEP_MS,
  MAIL_TRIES_MAX,
  MAILS_AT_ONCE_MAX,
  SWEEP_ROWS_MAX,
} from '../../protocol/wire/limits.ts';
import { decideMailEnd, type SendResult } from '../domain/mail/next-try.ts';
import type { Report } from '../observe/report.ts';
import type { LeasedMail } from '../store/mail-store.ts';
import type { Context } from '../usecases/context.ts';
import type { Mailer } from '../usecases/mail/mailer.ts';
import { writeMail } from '../usecases/mail/write-mail.ts';
import { every } from './every.ts';
import { createMailCauses } from './mail-causes.ts';
import type { ReportFailure } from './tell.ts';

export interface MailWorkerParts {
  context: Context;
  /** Undefined: mail is off; then nothing is looked for either. */
  mailer: Mailer | undefined;
  report: Report;
  onFailure: ReportFailure;
}

export interface MailWorker {
  start(): void;
  /** Resolves when the mails under way are settled. */
  stop(): Promise<void>;
  /** One look now. Never rejects. */
  look(): Promise<void>;
}

const LOST = 'The relay ended while this mail was on its way, every time.';

/** What time makes due goes into the outbox; what is due there goes out (E1, E2). Any number of nodes may do so. */
export function createMailWorker(parts: MailWorkerParts): MailWorker {
  const { context, mailer, onFailure } = parts;
  const causes = createMailCauses(context);
  let stopping = false;
  let sweptAt = Number.NEGATIVE_INFINITY;

  async function forgetOld(): Promise<void> {
    const now = context.clock.now();
    if (now - sweptAt < MAIL_SWEEP_MS) return;
    sweptAt = now;
    await context.store.dropOldMails({ before: now - MAIL_KEPT_MS, limit: SWEEP_ROWS_MAX });
  }

  async function look(): Promise<void> {
    if (!mailer) return;
    try {
      for (const { task, run } of causes) await run().catch((error: unknown) => onFailure(task, error));
      while (!stopping && (await sendSome(parts, mailer)) === MAILS_AT_ONCE_MAX);
      await forgetOld();
    } catch (error) {
      onFailure('mail:send', error);
    }
  }

  const ticks = every(context.clock, MAIL_LOOK_MS, look);
  return {
    start() {
      stopping = false;
      ticks.start();
    },
    stop() {
      stopping = true;
      return ticks.stop();
    },
    look,
  };
}

/** Answers how many were due. */
async function sendSome(parts: MailWorkerParts, mailer: Mailer): Promise<number> {
  const { store, clock } = parts.context;
  const now = clock.now();
  const mails = await store.leaseMails({ now, until: now + MAIL_LEASE_MS, limit: MAILS_AT_ONCE_MAX });
  await Promise.all(mails.map((mail) => sendOne(parts, mailer, mail)));
  return mails.length;
}

/** A mail that cannot be settled keeps its lease, and is tried again under the same Message-ID when that ends. */
async function sendOne(parts: MailWorkerParts, mailer: Mailer, mail: LeasedMail): Promise<void> {
  const { store, clock } = parts.context;
  const { id, tries } = mail;
  try {
    const written = await writeMail(parts.context, mail);
    if ('dropped' in written) {
      await store.settleMail({ id, tries, end: { state: 'dropped', reason: written.dropped }, at: clock.now() });
      return;
    }
    const sent: SendResult = tries > MAIL_TRIES_MAX ? { result: 'refused', reason: LOST } : await mailer.send(written);
    const at = clock.now();
    const end = decideMailEnd(sent, tries, at);
    await store.settleMail({ id, tries, end, at });
    parts.report({ kind: 'mail_tried', mail: mail.document.kind, mailId: id, state: end.state, tries });
  } catch (error) {
    parts.onFailure('mail:send', error);
  }
}
