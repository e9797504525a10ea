import { beside } from './de/beside.ts';
import { board } from './de/board.ts';
import { bulk } from './de/bulk.ts';
import { business } from './de/business.ts';
import { cause } from './de/cause.ts';
import { chart } from './de/chart.ts';
import { choices } from './de/choices.ts';
import { command } from './de/command.ts';
import { composer } from './de/composer.ts';
import { cost } from './de/cost.ts';
import { face } from './de/face.ts';
import { feedback } from './de/feedback.ts';
import { file } from './de/file.ts';
import { fileSettings } from './de/file-settings.ts';
import { find } from './de/find.ts';
import { followUp } from './de/follow-up.ts';
import { front } from './de/front.ts';
import { frontSettings } from './de/front-settings.ts';
import { helping } from './de/helping.ts';
import { hours } from './de/hours.ts';
import { inbox } from './de/inbox.ts';
import { keeping } from './de/keeping.ts';
import { keptDraft } from './de/kept-draft.ts';
import { key } from './de/key.ts';
import { look } from './de/look.ts';
import { macro } from './de/macro.ts';
import { mail } from './de/mail.ts';
import { meanwhile } from './de/meanwhile.ts';
import { measure } from './de/measure.ts';
import { message } from './de/message.ts';
import { notice } from './de/notice.ts';
import { outside } from './de/outside.ts';
import { ownSettings } from './de/own-settings.ts';
import { pageGroup } from './de/page-group.ts';
import { pageSaid } from './de/page-said.ts';
import { pane } from './de/pane.ts';
import { people } from './de/people.ts';
import { preview } from './de/preview.ts';
import { privacy } from './de/privacy.ts';
import { proactive } from './de/proactive.ts';
import { question } from './de/question.ts';
import { refusal } from './de/refusal.ts';
import { reply } from './de/reply.ts';
import { report } from './de/report.ts';
import { right } from './de/right.ts';
import { service } from './de/service.ts';
import { settings } from './de/settings.ts';
import { setup } from './de/setup.ts';
import { strings } from './de/strings.ts';
import { tag } from './de/tag.ts';
import { target } from './de/target.ts';
import { team } from './de/team.ts';
import { view } from './de/view.ts';
import { why } from './de/why.ts';
import { wording } from './de/wording.ts';
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
