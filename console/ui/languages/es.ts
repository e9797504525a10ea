import { beside } from './es/beside.ts';
import { board } from './es/board.ts';
import { bulk } from './es/bulk.ts';
import { business } from './es/business.ts';
import { cause } from './es/cause.ts';
import { chart } from './es/chart.ts';
import { choices } from './es/choices.ts';
import { command } from './es/command.ts';
import { composer } from './es/composer.ts';
import { cost } from './es/cost.ts';
import { face } from './es/face.ts';
import { feedback } from './es/feedback.ts';
import { file } from './es/file.ts';
import { fileSettings } from './es/file-settings.ts';
import { find } from './es/find.ts';
import { followUp } from './es/follow-up.ts';
import { front } from './es/front.ts';
import { frontSettings } from './es/front-settings.ts';
import { helping } from './es/helping.ts';
import { hours } from './es/hours.ts';
import { inbox } from './es/inbox.ts';
import { keeping } from './es/keeping.ts';
import { keptDraft } from './es/kept-draft.ts';
import { key } from './es/key.ts';
import { look } from './es/look.ts';
import { macro } from './es/macro.ts';
import { mail } from './es/mail.ts';
import { meanwhile } from './es/meanwhile.ts';
import { measure } from './es/measure.ts';
import { message } from './es/message.ts';
import { notice } from './es/notice.ts';
import { outside } from './es/outside.ts';
import { ownSettings } from './es/own-settings.ts';
import { pageGroup } from './es/page-group.ts';
import { pageSaid } from './es/page-said.ts';
import { pane } from './es/pane.ts';
import { people } from './es/people.ts';
import { preview } from './es/preview.ts';
import { privacy } from './es/privacy.ts';
import { proactive } from './es/proactive.ts';
import { question } from './es/question.ts';
import { refusal } from './es/refusal.ts';
import { reply } from './es/reply.ts';
import { report } from './es/report.ts';
import { right } from './es/right.ts';
import { service } from './es/service.ts';
import { settings } from './es/settings.ts';
import { setup } from './es/setup.ts';
import { strings } from './es/strings.ts';
import { tag } from './es/tag.ts';
import { target } from './es/target.ts';
import { team } from './es/team.ts';
import { view } from './es/view.ts';
import { why } from './es/why.ts';
import { wording } from './es/wording.ts';
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
