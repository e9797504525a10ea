import { start } from './0001-start.ts';
import { visitorTokens } from './0040-visitor-tokens.ts';
import { departments } from './0050-departments.ts';
import { turns } from './0051-turns.ts';
import { settings } from './0060-settings.ts';
import { byHand } from './0070-by-hand.ts';
import { visitorProfiles } from './0080-visitor-profiles.ts';
import { settingVersions } from './0110-setting-versions.ts';
import { savedReplies } from './0111-saved-replies.ts';
import { front } from './0120-front.ts';
import { identities } from './0130-identities.ts';
import { files } from './0140-files.ts';
import { faces } from './0156-faces.ts';
import { mail } from './0160-mail.ts';
import { facts } from './0170-facts.ts';
import { orders } from './0177-orders.ts';
import { feedback } from './0180-feedback.ts';
import { find } from './0190-find.ts';
import { inbox } from './0210-inbox.ts';
import { revisions } from './0215-revisions.ts';
import { composer } from './0220-composer.ts';
import { macros } from './0221-macros.ts';
import { people } from './0225-people.ts';
import { sites } from './0230-sites.ts';
import { notices } from './0235-notices.ts';
import { packsAnew } from './0245-packs-anew.ts';
import { findAnew } from './0251-find-anew.ts';
import { erasures } from './0256-erasures.ts';
import { questions } from './0270-questions.ts';
import { roles } from './0275-roles.ts';
import { gone } from './0280-gone.ts';
import { persons } from './0287-persons.ts';
import { keeping } from './0295-keeping.ts';
import { ownReplies } from './0296-own-replies.ts';
import { mailsOfConversations } from './0300-mails-of-conversations.ts';
import { refusedEnds } from './0303-refused-ends.ts';
import { teamTags } from './0304-team-tags.ts';
import { outside } from './0313-outside.ts';
import { questionWords } from './0325-question-words.ts';
import { contactPacks } from './0330-contact-packs.ts';
import { mergeGently } from './0353-merge-gently.ts';
import { folding } from './0358-folding.ts';
import { promiseOpened } from './0359-promise-opened.ts';
import { contactSplits } from './0371-contact-splits.ts';
import { rarerMerges } from './0374-rarer-merges.ts';
import type { Migration } from './migration.ts';

/** In order, and never changed once released: the place in the list is the version of the database. */
export const allMigrations: readonly Migration[] = [
  start,
  departments,
  settings,
  visitorTokens,
  turns,
  byHand,
  visitorProfiles,
  settingVersions,
  files,
  savedReplies,
  front,
  identities,
  facts,
  orders,
  mail,
  faces,
  find,
  feedback,
  revisions,
  packsAnew,
  inbox,
  composer,
  people,
  notices,
  sites,
  macros,
  erasures,
  findAnew,
  gone,
  questions,
  roles,
  persons,
  mailsOfConversations,
  keeping,
  ownReplies,
  questionWords,
  contactPacks,
  refusedEnds,
  outside,
  teamTags,
  folding,
  promiseOpened,
  mergeGently,
  rarerMerges,
  contactSplits,
];
