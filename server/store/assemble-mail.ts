import type { Engine } from './engine.ts';
import type { MailStore } from './mail-store.ts';
import * as conversations from './queries/mail-conversations.ts';
import * as outbox from './queries/mail-outbox.ts';
import { readReportPlan, setReportPlan } from './queries/report-plan.ts';

export function mailsOf(engine: Engine): MailStore {
  return {
    queueMail: (input) => engine.write(outbox.queueMail, input),
    // Mostly nothing is due: then nothing is written.
    leaseMails: async (input) =>
      (await engine.read(outbox.isMailDue, input.now)) ? engine.write(outbox.leaseMails, input) : [],
    settleMail: (input) => engine.write(outbox.settleMail, input),
    readMailCounts: (input) => engine.read(outbox.readMailCounts, input),
    listDeadMails: (limit) => engine.read(outbox.listDeadMails, limit),
    reviveMail: (input) => engine.write(outbox.reviveMail, input),
    dropOldMails: (input) => engine.write(outbox.dropOldMails, input),
    stopMails: (input) => engine.write(outbox.stopMails, input),
    findMailConversation: (id) => engine.read(conversations.findMailConversation, id),
    listUnreadAnswers: (input) => engine.read(conversations.listUnreadAnswers, input),
    queueAnswerMail: (input) => engine.write(conversations.queueAnswerMail, input),
    listUnrated: (input) => engine.read(conversations.listUnrated, input),
    queueRatingMail: (input) => engine.write(conversations.queueRatingMail, input),
    readReportPlan: () => engine.read(readReportPlan, undefined),
    setReportPlan: (input) => engine.write(setReportPlan, input),
  };
}
