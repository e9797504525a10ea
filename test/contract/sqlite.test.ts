import { makePlace } from '../support/open-test-store.ts';
import { describeAgents } from './agents.contract.ts';
import { describeBackups } from './backup.contract.ts';
import { describeConversations } from './conversation.contract.ts';
import { describeFigures } from './figures.contract.ts';
import { describeInbox } from './inbox.contract.ts';
import { describeInstallation } from './installation.contract.ts';
import { describeMarks } from './marks.contract.ts';
import { describeMigrations } from './migration.contract.ts';
import { describeRaces } from './races.contract.ts';
import { describeRouting } from './routing.contract.ts';
import { describeService } from './service.contract.ts';
import { describeStaff } from './staff.contract.ts';

const make = async () => makePlace();

describeInstallation('SQLite', make);
describeConversations('SQLite', make);
describeMarks('SQLite', make);
describeInbox('SQLite', make);
describeRouting('SQLite', make);
describeStaff('SQLite', make);
describeService('SQLite', make);
describeAgents('SQLite', make);
describeFigures('SQLite', make);
describeRaces('SQLite', make);
describeBackups('SQLite', make);
describeMigrations('SQLite', make);
