import { oneLine, toHtml, toText } from '../../domain/mail/letter.ts';
import { mailWords } from '../../domain/mail/words.ts';
import type { LeasedMail, MailDocument } from '../../store/mail-store.ts';
import type { Context } from '../context.ts';
import { linkUrl } from './links.ts';
import type { OutgoingMail } from './mailer.ts';
import { writeAlert } from './write-alert.ts';
import { writeAnswer } from './write-answer.ts';
import { writeRating } from './write-rating.ts';
import { writeReport } from './write-report.ts';
import { writeTest } from './write-test.ts';
import { writeTranscript } from './write-transcript.ts';
import type { NotNeeded, Writer } from './writer.ts';

const WRITERS: { [Kind in MailDocument['kind']]: Writer<Kind> } = {
  test: writeTest,
  transcript: writeTranscript,
  answer: writeAnswer,
  rating: writeRating,
  report: writeReport,
  alert: writeAlert,
};

/** What a mail says, as things stand when it is sent: words that were read meanwhile are not sent after all (E8). */
export async function writeMail(context: Context, mail: LeasedMail): Promise<OutgoingMail | NotNeeded> {
  const write = WRITERS[mail.document.kind] as Writer<MailDocument['kind']>;
  const letter = await write(context, mail.document as never, mail);
  if ('dropped' in letter) return letter;
  const stopUrl = stopUrlOf(context, mail, letter.lang);
  const stopLine = stopUrl === null ? [] : [`${mailWords(letter.lang).stop.line}: ${stopUrl}`];
  const whole = { ...letter, subject: oneLine(letter.subject), foot: [...letter.foot, ...stopLine] };
  return {
    ...{ id: mail.id, to: mail.address, subject: whole.subject, stopUrl },
    ...{ text: toText(whole), html: toHtml(whole) },
  };
}

/** E11: whoever gets mails of a site can end that; the team's own mails end in the console. */
function stopUrlOf(context: Context, { siteId, mailbox, document }: LeasedMail, language: string): string | null {
  const isForVisitors = document.kind === 'transcript' || document.kind === 'answer' || document.kind === 'rating';
  return siteId === null || !isForVisitors ? null : linkUrl(context, { to: 'stop', siteId, mailbox, language });
}
