import type { Language } from './language.ts';
import { beside } from './pt-br/beside.ts';
import { board } from './pt-br/board.ts';
import { bulk } from './pt-br/bulk.ts';
import { business } from './pt-br/business.ts';
import { cause } from './pt-br/cause.ts';
import { chart } from './pt-br/chart.ts';
import { choices } from './pt-br/choices.ts';
import { command } from './pt-br/command.ts';
import { composer } from './pt-br/composer.ts';
import { cost } from './pt-br/cost.ts';
import { face } from './pt-br/face.ts';
import { feedback } from './pt-br/feedback.ts';
import { file } from './pt-br/file.ts';
import { fileSettings } from './pt-br/file-settings.ts';
import { find } from './pt-br/find.ts';
import { followUp } from './pt-br/follow-up.ts';
import { front } from './pt-br/front.ts';
import { frontSettings } from './pt-br/front-settings.ts';
import { helping } from './pt-br/helping.ts';
import { hours } from './pt-br/hours.ts';
import { inbox } from './pt-br/inbox.ts';
import { keeping } from './pt-br/keeping.ts';
import { keptDraft } from './pt-br/kept-draft.ts';
import { key } from './pt-br/key.ts';
import { look } from './pt-br/look.ts';
import { macro } from './pt-br/macro.ts';
import { mail } from './pt-br/mail.ts';
import { meanwhile } from './pt-br/meanwhile.ts';
import { measure } from './pt-br/measure.ts';
import { message } from './pt-br/message.ts';
import { notice } from './pt-br/notice.ts';
import { outside } from './pt-br/outside.ts';
import { ownSettings } from './pt-br/own-settings.ts';
import { pageGroup } from './pt-br/page-group.ts';
import { pageSaid } from './pt-br/page-said.ts';
import { pane } from './pt-br/pane.ts';
import { people } from './pt-br/people.ts';
import { preview } from './pt-br/preview.ts';
import { privacy } from './pt-br/privacy.ts';
import { proactive } from './pt-br/proactive.ts';
import { question } from './pt-br/question.ts';
import { refusal } from './pt-br/refusal.ts';
import { reply } from './pt-br/reply.ts';
import { report } from './pt-br/report.ts';
import { right } from './pt-br/right.ts';
import { service } from './pt-br/service.ts';
import { settings } from './pt-br/settings.ts';
import { setup } from './pt-br/setup.ts';
import { strings } from './pt-br/strings.ts';
import { tag } from './pt-br/tag.ts';
import { target } from './pt-br/target.ts';
import { team } from './pt-br/team.ts';
import { view } from './pt-br/view.ts';
import { why } from './pt-br/why.ts';
import { wording } from './pt-br/wording.ts';

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
