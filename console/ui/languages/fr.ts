import { beside } from './fr/beside.ts';
import { board } from './fr/board.ts';
import { bulk } from './fr/bulk.ts';
import { business } from './fr/business.ts';
import { cause } from './fr/cause.ts';
import { chart } from './fr/chart.ts';
import { choices } from './fr/choices.ts';
import { command } from './fr/command.ts';
import { composer } from './fr/composer.ts';
import { cost } from './fr/cost.ts';
import { face } from './fr/face.ts';
import { feedback } from './fr/feedback.ts';
import { file } from './fr/file.ts';
import { fileSettings } from './fr/file-settings.ts';
import { find } from './fr/find.ts';
import { followUp } from './fr/follow-up.ts';
import { front } from './fr/front.ts';
import { frontSettings } from './fr/front-settings.ts';
import { helping } from './fr/helping.ts';
import { hours } from './fr/hours.ts';
import { inbox } from './fr/inbox.ts';
import { keeping } from './fr/keeping.ts';
import { keptDraft } from './fr/kept-draft.ts';
import { key } from './fr/key.ts';
import { look } from './fr/look.ts';
import { macro } from './fr/macro.ts';
import { mail } from './fr/mail.ts';
import { meanwhile } from './fr/meanwhile.ts';
import { measure } from './fr/measure.ts';
import { message } from './fr/message.ts';
import { notice } from './fr/notice.ts';
import { outside } from './fr/outside.ts';
import { ownSettings } from './fr/own-settings.ts';
import { pageGroup } from './fr/page-group.ts';
import { pageSaid } from './fr/page-said.ts';
import { pane } from './fr/pane.ts';
import { people } from './fr/people.ts';
import { preview } from './fr/preview.ts';
import { privacy } from './fr/privacy.ts';
import { proactive } from './fr/proactive.ts';
import { question } from './fr/question.ts';
import { refusal } from './fr/refusal.ts';
import { reply } from './fr/reply.ts';
import { report } from './fr/report.ts';
import { right } from './fr/right.ts';
import { service } from './fr/service.ts';
import { settings } from './fr/settings.ts';
import { setup } from './fr/setup.ts';
import { strings } from './fr/strings.ts';
import { tag } from './fr/tag.ts';
import { target } from './fr/target.ts';
import { team } from './fr/team.ts';
import { view } from './fr/view.ts';
import { why } from './fr/why.ts';
import { wording } from './fr/wording.ts';
import type { Language } from './language.ts';

export const language: Language = {
  beside,
  board,
  bulk,
  business,
  cause,
  chart,
  choices,
  command,
  composer,
  cost,
  face,
  feedback,
  file,
  fileSettings,
  find,
  followUp,
  front,
  frontSettings,
  helping,
  hours,
  inbox,
  keeping,
  keptDraft,
  key,
  look,
  macro,
  mail,
  meanwhile,
  measure,
  message,
  notice,
  outside,
  ownSettings,
  pageGroup,
  pageSaid,
  pane,
  people,
  preview,
  privacy,
  proactive,
  question,
  refusal,
  reply,
  report,
  right,
  service,
  settings,
  setup,
  strings,
  tag,
  target,
  team,
  view,
  why,
  wording,
};
