import { afterAll, beforeAll } from 'vitest';
import { makePlace, type StorePlace } from '../support/open-test-store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { describeStore } from './store.contract.ts';

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

describeStore('PostgreSQL', make, makeNew);
