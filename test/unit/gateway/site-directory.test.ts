import { expect, test } from 'vitest';
import { REREAD_EVERY_MS } from '../../../protocol/wire/limits.ts';
import { type KnownSite, SiteDirectory } from '../../../server/gateway/site-directory.ts';
import { ManualClock } from '../../support/manual-clock.ts';

const shop: KnownSite = { id: 's1', key: 'shop', name: 'Shop', origins: ['https://shop.example'] };

async function openDirectory(sites: KnownSite[]) {
  const clock = new ManualClock();
  const failures: unknown[] = [];
  let fails = false;
  const directory = new SiteDirectory({
    readSites: async () => {
      if (fails) throw new Error('locked');
      return sites;
    },
    clock,
    report: (event) => failures.push(event),
  });
  await directory.start();
  return { directory, clock, failures, fail: (value: boolean) => (fails = value) };
}

test('P19: a new site allows none but those listed', async () => {
  const { directory } = await openDirectory([{ ...shop, origins: [] }]);
  directory.setOwn(['http://127.0.0.1:4600']);
  expect(directory.find('shop')).toBeDefined();
  expect(directory.allows('shop', 'https://shop.example')).toBe(false);
  expect(directory.allows('shop', 'http://127.0.0.1:4600')).toBe(false);
  expect(directory.allows('shop', undefined)).toBe(false);
});

test('P19: an origin of one site opens no other', async () => {
  const { directory } = await openDirectory([
    shop,
    { ...shop, id: 's2', key: 'other', origins: ['https://other.example'] },
  ]);
  expect(directory.allows('shop', 'https://other.example')).toBe(false);
  expect(directory.allows('other', 'https://other.example')).toBe(true);
  expect(directory.isListed('https://other.example')).toBe(true);
});

test('P19: a site added beside the running relay is known within REREAD_EVERY_MS', async () => {
  const sites = [shop];
  const { directory, clock } = await openDirectory(sites);
  sites.push({ ...shop, id: 's2', key: 'new', origins: ['https://new.example'] });
  expect(directory.allows('new', 'https://new.example')).toBe(false);
  await clock.advance(REREAD_EVERY_MS);
  expect(directory.allows('new', 'https://new.example')).toBe(true);
});

test('while the store is away the last known list stays, and it recovers', async () => {
  const sites = [shop];
  const { directory, clock, failures, fail } = await openDirectory(sites);
  fail(true);
  await clock.advance(3 * REREAD_EVERY_MS);
  expect(failures.length).toBeGreaterThan(0);
  expect(directory.allows('shop', 'https://shop.example')).toBe(true);
  fail(false);
  sites.length = 0;
  await clock.advance(REREAD_EVERY_MS);
  expect(directory.allows('shop', 'https://shop.example')).toBe(false);
  directory.stop();
  expect(clock.waiting).toBe(0);
});
