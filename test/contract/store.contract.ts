import { describe } from 'vitest';
import type { MakePlace } from '../support/open-test-store.ts';
import { describeAgents } from './agents.contract.ts';
import { describeBackups } from './backup.contract.ts';
import { describeBasedOn } from './based-on.contract.ts';
import { describeBusiness } from './business.contract.ts';
import { describeHands } from './by-hand.contract.ts';
import { describeComposer } from './composer.contract.ts';
import { describeConversations } from './conversation.contract.ts';
import { describeErasure } from './erase.contract.ts';
import { describeFaces } from './faces.contract.ts';
import { describeFacts } from './facts.contract.ts';
import { describeFeedback } from './feedback.contract.ts';
import { describeFigures } from './figures.contract.ts';
import { describeFiles } from './files.contract.ts';
import { describeFind } from './find.contract.ts';
import { describeFindAlike } from './find-alike.contract.ts';
import { describeFindBound } from './find-bound.contract.ts';
import { describeFindNumbers } from './find-numbers.contract.ts';
import { describeFindRefold } from './find-refold.contract.ts';
import { describeFindScripts } from './find-scripts.contract.ts';
import { describeIdentities } from './identity.contract.ts';
import { describeInbox } from './inbox.contract.ts';
import { describeInboxLists } from './inbox-lists.contract.ts';
import { describeInstallation } from './installation.contract.ts';
import { describeKeeping } from './keeping.contract.ts';
import { describeMacros } from './macros.contract.ts';
import { describeMails } from './mail.contract.ts';
import { describeMarks } from './marks.contract.ts';
import { describeMigrations } from './migration.contract.ts';
import { describeNotices } from './notices.contract.ts';
import { describeOffers } from './offers.contract.ts';
import { describeOrders } from './orders.contract.ts';
import { describeOutside } from './outside.contract.ts';
import { describePeople } from './people.contract.ts';
import { describeQuestionWords } from './question-words.contract.ts';
import { describeQuestions } from './questions.contract.ts';
import { describeRaces } from './races.contract.ts';
import { describeReplies } from './replies.contract.ts';
import { describeRoles } from './roles.contract.ts';
import { describeRooms } from './rooms.contract.ts';
import { describeRouting } from './routing.contract.ts';
import { describeRoutingRaces } from './routing-races.contract.ts';
import { describeService } from './service.contract.ts';
import { describeSetup } from './setup.contract.ts';
import { describeStaff } from './staff.contract.ts';
import { describeThreads } from './thread.contract.ts';
import { describeVisitorProfiles } from './visitor-profile.contract.ts';
import { describeWonBack } from './won-back.contract.ts';
import { describeWorkers } from './workers.contract.ts';

const CONTRACTS = [
  describeInstallation,
  describeConversations,
  describeMarks,
  describeVisitorProfiles,
  describeFiles,
  describeIdentities,
  describeInbox,
  describeInboxLists,
  describeRouting,
  describeStaff,
  describeBasedOn,
  describeReplies,
  describeBusiness,
  describeOrders,
  describeMails,
  describeNotices,
  describeOutside,
  describeFaces,
  describeOffers,
  describeRooms,
  describeWorkers,
  describeService,
  describeAgents,
  describeFacts,
  describeFigures,
  describeFind,
  describeFindAlike,
  describeFindBound,
  describeFindNumbers,
  describeFindScripts,
  describeThreads,
  describeFeedback,
  describeWonBack,
  describeComposer,
  describeMacros,
  describeQuestions,
  describeQuestionWords,
  describeRoles,
  describeRaces,
  describeRoutingRaces,
  describeBackups,
  describeHands,
  describePeople,
  describeErasure,
  describeKeeping,
  describeSetup,
];

/**
 * All that a store promises. Each contract in a group of its own: otherwise the hooks of all would run for every test, and open two
 * dozen stores for the one that is looked at.
 */
export function describeStore(name: string, make: MakePlace, makeNew: MakePlace = make): void {
  for (const contract of CONTRACTS) describe(contract.name, () => contract(name, make));
  // Where migrations of a test's own stand, no other test may follow.
  for (const contract of [describeMigrations, describeFindRefold])
    describe(contract.name, () => contract(name, makeNew));
}
