import { afterAll, beforeAll } from 'vitest';
import { makePlace, type StorePlace } from '../support/open-test-store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { describeAgents } from './agents.contract.ts';
import { describeBackups } from './backup.contract.ts';
import { describeBusiness } from './business.contract.ts';
import { describeHands } from './by-hand.contract.ts';
import { describeConversations } from './conversation.contract.ts';
import { describeFaces } from './faces.contract.ts';
import { describeFacts } from './facts.contract.ts';
import { describeFeedback } from './feedback.contract.ts';
import { describeFigures } from './figures.contract.ts';
import { describeFiles } from './files.contract.ts';
import { describeFind } from './find.contract.ts';
import { describeIdentities } from './identity.contract.ts';
import { describeInbox } from './inbox.contract.ts';
import { describeInstallation } from './installation.contract.ts';
import { describeMails } from './mail.contract.ts';
import { describeMarks } from './marks.contract.ts';
import { describeMigrations } from './migration.contract.ts';
import { describeOffers } from './offers.contract.ts';
import { describeRaces } from './races.contract.ts';
import { describeReplies } from './replies.contract.ts';
import { describeRooms } from './rooms.contract.ts';
import { describeRouting } from './routing.contract.ts';
import { describeRoutingRaces } from './routing-races.contract.ts';
import { describeService } from './service.contract.ts';
import { describeStaff } from './staff.contract.ts';
import { describeVisitorProfiles } from './visitor-profile.contract.ts';
import { describeWorkers } from './workers.contract.ts';

let server: TestPostgres;

const START_MS_MAX = 60_000;

beforeAll(async () => {
  server = await startPostgres();
}, START_MS_MAX);
afterAll(() => server?.stop(), START_MS_MAX);

const makeNew = async () => makePlace(await server.createDatabase());

/** Databases that a test has given back, emptied. */
const free: string[] = [];

async function make(): Promise<StorePlace> {
  const url = free.pop() ?? (await server.createDatabase());
  const place = makePlace(url);
  return {
    ...place,
    async remove() {
      await place.remove();
      await server.emptyDatabase(url);
      free.push(url);
    },
  };
}

describeInstallation('PostgreSQL', make);
describeConversations('PostgreSQL', make);
describeMarks('PostgreSQL', make);
describeVisitorProfiles('PostgreSQL', make);
describeFiles('PostgreSQL', make);
describeIdentities('PostgreSQL', make);
describeInbox('PostgreSQL', make);
describeRouting('PostgreSQL', make);
describeStaff('PostgreSQL', make);
describeReplies('PostgreSQL', make);
describeBusiness('PostgreSQL', make);
describeMails('PostgreSQL', make);
describeFaces('PostgreSQL', make);
describeOffers('PostgreSQL', make);
describeRooms('PostgreSQL', make);
describeWorkers('PostgreSQL', make);
describeService('PostgreSQL', make);
describeAgents('PostgreSQL', make);
describeFacts('PostgreSQL', make);
describeFigures('PostgreSQL', make);
describeFind('PostgreSQL', make);
describeFeedback('PostgreSQL', make);
describeRaces('PostgreSQL', make);
describeRoutingRaces('PostgreSQL', make);
describeBackups('PostgreSQL', make);
describeHands('PostgreSQL', make);
describeMigrations('PostgreSQL', makeNew);
