import { makePlace } from '../support/open-test-store.ts';
import { describeStore } from './store.contract.ts';

describeStore('SQLite', async () => makePlace());
