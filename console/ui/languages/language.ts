import type { pageSaidStrings } from '../page-said-strings.ts';
import type { OwnWords } from '../strings.ts';
import type { boardWords } from '../strings-of-board.ts';
import type { businessWords } from '../strings-of-business.ts';
import type { chartWords } from '../strings-of-charts.ts';
import type { commandWords } from '../strings-of-commands.ts';
import type { composerWords } from '../strings-of-composer.ts';
import type { costWords } from '../strings-of-costs.ts';
import type { faceWords } from '../strings-of-face.ts';
import type { feedbackWords } from '../strings-of-feedback.ts';
import type { previewWords } from '../strings-of-feedback-preview.ts';
import type { fileSettingsWords } from '../strings-of-file-settings.ts';
import type { fileWords } from '../strings-of-files.ts';
import type { findWords } from '../strings-of-find.ts';
import type { followUpWords } from '../strings-of-follow-ups.ts';
import type { frontWords } from '../strings-of-front.ts';
import type { frontSettingsWords } from '../strings-of-front-settings.ts';
import type { helpingWords } from '../strings-of-helping.ts';
import type { hoursWords } from '../strings-of-hours.ts';
import type { inboxWords } from '../strings-of-inbox.ts';
import type { keepingWords } from '../strings-of-keeping.ts';
import type { keyWords } from '../strings-of-keys.ts';
import type { lookWords } from '../strings-of-look.ts';
import type { macroWords } from '../strings-of-macros.ts';
import type { mailWords } from '../strings-of-mail.ts';
import type { meanwhileWords } from '../strings-of-meanwhile.ts';
import type { causeWords, measureWords } from '../strings-of-measures.ts';
import type { messageWords } from '../strings-of-messages.ts';
import type { noticeWords } from '../strings-of-notices.ts';
import type { outsideWords } from '../strings-of-outside.ts';
import type { ownSettingsWords } from '../strings-of-own-settings.ts';
import type { peopleWords } from '../strings-of-people.ts';
import type { privacyWords } from '../strings-of-privacy.ts';
import type { proactiveWords } from '../strings-of-proactive.ts';
import type { questionWords } from '../strings-of-questions.ts';
import type { RefusalWords } from '../strings-of-refusals.ts';
import type { replyWords } from '../strings-of-replies.ts';
import type { reportWords } from '../strings-of-reports.ts';
import type { rightWords } from '../strings-of-rights.ts';
import type { serviceStrings } from '../strings-of-service.ts';
import type { settingsWords } from '../strings-of-settings.ts';
import type { setupWords } from '../strings-of-setup.ts';
import type { tagWords } from '../strings-of-tags.ts';
import type { targetWords } from '../strings-of-targets.ts';
import type { teamWords } from '../strings-of-team.ts';
import type { viewWords } from '../strings-of-views.ts';
import type { whyWords } from '../strings-of-why.ts';
import type { wordingWords } from '../strings-of-wordings.ts';

/** The same words, in any text; what is counted stays a function of the same arguments. */
type Translated<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> };

/** All words of the console in one language: a missing key fails the build. English is built into the parts that use it. */
export interface Language {
  board: Translated<typeof boardWords>;
  business: Translated<typeof businessWords>;
  cause: Translated<typeof causeWords>;
  chart: Translated<typeof chartWords>;
  command: Translated<typeof commandWords>;
  composer: Translated<typeof composerWords>;
  cost: Translated<typeof costWords>;
  face: Translated<typeof faceWords>;
  feedback: Translated<typeof feedbackWords>;
  file: Translated<typeof fileWords>;
  fileSettings: Translated<typeof fileSettingsWords>;
  find: Translated<typeof findWords>;
  followUp: Translated<typeof followUpWords>;
  front: Translated<typeof frontWords>;
  frontSettings: Translated<typeof frontSettingsWords>;
  helping: Translated<typeof helpingWords>;
  hours: Translated<typeof hoursWords>;
  inbox: Translated<typeof inboxWords>;
  keeping: Translated<typeof keepingWords>;
  key: Translated<typeof keyWords>;
  look: Translated<typeof lookWords>;
  macro: Translated<typeof macroWords>;
  mail: Translated<typeof mailWords>;
  meanwhile: Translated<typeof meanwhileWords>;
  measure: Translated<typeof measureWords>;
  message: Translated<typeof messageWords>;
  notice: Translated<typeof noticeWords>;
  outside: Translated<typeof outsideWords>;
  ownSettings: Translated<typeof ownSettingsWords>;
  pageSaid: Translated<typeof pageSaidStrings>;
  people: Translated<typeof peopleWords>;
  preview: Translated<typeof previewWords>;
  privacy: Translated<typeof privacyWords>;
  proactive: Translated<typeof proactiveWords>;
  question: Translated<typeof questionWords>;
  refusal: Translated<RefusalWords>;
  reply: Translated<typeof replyWords>;
  report: Translated<typeof reportWords>;
  right: Translated<typeof rightWords>;
  service: Translated<typeof serviceStrings>;
  settings: Translated<typeof settingsWords>;
  setup: Translated<typeof setupWords>;
  strings: Translated<OwnWords>;
  tag: Translated<typeof tagWords>;
  target: Translated<typeof targetWords>;
  team: Translated<typeof teamWords>;
  view: Translated<typeof viewWords>;
  why: Translated<typeof whyWords>;
  wording: Translated<typeof wordingWords>;
}
