import { beside } from './ar/beside.ts';
import { board } from './ar/board.ts';
import { bulk } from './ar/bulk.ts';
import { business } from './ar/business.ts';
import { cause } from './ar/cause.ts';
import { chart } from './ar/chart.ts';
import { choices } from './ar/choices.ts';
import { command } from './ar/command.ts';
import { composer } from './ar/composer.ts';
import { cost } from './ar/cost.ts';
import { face } from './ar/face.ts';
import { feedback } from './ar/feedback.ts';
import { file } from './ar/file.ts';
import { fileSettings } from './ar/file-settings.ts';
import { find } from './ar/find.ts';
import { followUp } from './ar/follow-up.ts';
import { front } from './ar/front.ts';
import { frontSettings } from './ar/front-settings.ts';
import { helping } from './ar/helping.ts';
import { hours } from './ar/hours.ts';
import { inbox } from './ar/inbox.ts';
import { keeping } from './ar/keeping.ts';
import { keptDraft } from './ar/kept-draft.ts';
import { key } from './ar/key.ts';
import { look } from './ar/look.ts';
import { macro } from './ar/macro.ts';
import { mail } from './ar/mail.ts';
import { meanwhile } from './ar/meanwhile.ts';
import { measure } from './ar/measure.ts';
import { message } from './ar/message.ts';
import { notice } from './ar/notice.ts';
import { outside } from './ar/outside.ts';
import { ownSettings } from './ar/own-settings.ts';
import { pageGroup } from './ar/page-group.ts';
import { pageSaid } from './ar/page-said.ts';
import { pane } from './ar/pane.ts';
import { people } from './ar/people.ts';
import { preview } from './ar/preview.ts';
import { privacy } from './ar/privacy.ts';
import { proactive } from './ar/proactive.ts';
import { question } from './ar/question.ts';
import { refusal } from './ar/refusal.ts';
import { reply } from './ar/reply.ts';
import { report } from './ar/report.ts';
import { right } from './ar/right.ts';
import { service } from './ar/service.ts';
import { settings } from './ar/settings.ts';
import { setup } from './ar/setup.ts';
import { strings } from './ar/strings.ts';
import { tag } from './ar/tag.ts';
import { target } from './ar/target.ts';
import { team } from './ar/team.ts';
import { view } from './ar/view.ts';
import { why } from './ar/why.ts';
import { wording } from './ar/wording.ts';
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
