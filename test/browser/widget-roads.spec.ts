import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PING_INTERVAL_MS, PING_TIMEOUT_MS } from '../../protocol/wire/limits.ts';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { freezeTab } from '../support/ask-browser.ts';
import { type BadRoad, openBadRoad } from '../support/bad-road.ts';
import { type Pace, startPace } from '../support/pace.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';
import { socketsOf, watchSockets } from '../support/watch-sockets.ts';

/** Networks that go bad without a word, pages that sleep: noticed, said, and repaired without the visitor (P5, W10, W17). */

let road: BadRoad;
let relay: RelayProcess;
let ana: AnsweringAgent;
let pace: Pace;
test.beforeEach(async () => {
  pace = await startPace();
  road = await openBadRoad();
  relay = await startRelay({ PUBLIC_URL: road.origin });
  road.lead(relay.port);
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async () => {
  pace.end();
  await ana.leave();
  await road.close();
  await relay.remove();
});

/** Nothing for so long is a loss. */
const SILENCE_MS = PING_INTERVAL_MS + PING_TIMEOUT_MS;
const byRoad = () => ({ ...relay, origin: road.origin });

test('P5 the browser notices a black hole within 16 s, says so, and repairs itself', async ({ context }) => {
  const visit = await visitShop(context, byRoad());
  // The way round comes in a quiet moment (W16).
  const fetched = ['poll-connection', 'post-json'].map((name) =>
    visit.page.waitForResponse((response) => response.url().includes(`/w/${name}-`)),
  );
  await visit.open();
  await visit.say('before the hole');
  const id = await ana.hears('before the hole');
  await visit.sees('before the hole');
  for (const response of await Promise.all(fetched)) await response.finished();
  road.blackHole(true);
  const from = performance.now();
  const said = visit.page.getByText('There is no connection right now', { exact: false });
  await said.or(visit.page.getByText('Connecting', { exact: true })).waitFor();
  // It is said 800 ms after it is noticed; what comes after the silence that tells is the browser's and the machine's.
  expect(SILENCE_MS + (await pace.even(from + SILENCE_MS))).toBeLessThan(16_000 + 800 + 1_000);
  await visit.say('into the hole');
  await ana.reply(id, 'Are you still there?');
  road.blackHole(false);
  const then = performance.now();
  await visit.page.evaluate(() => dispatchEvent(new Event('online')));
  await visit.sees('Are you still there?');
  await ana.hears('into the hole');
  expect(await pace.even(then)).toBeLessThan(6_000);
  await expect(said).toHaveCount(0);
  expect(await ana.messages(id)).toEqual(['before the hole', 'Are you still there?', 'into the hole']);
  expect(visit.problems).toEqual([]);
});

test('P9 where a proxy swallows the socket, HTTP carries the first message long before its two time-outs of 8 s', async ({
  context,
}) => {
  road.swallowUpgrades(true);
  const visit = await visitShop(context, byRoad());
  await visit.open();
  const from = performance.now();
  await visit.say('Does this arrive?');
  const id = await ana.hears('Does this arrive?');
  // 2 s by the connection's clock (fallback.test.ts); the rest is the time of browser and machine.
  expect(await pace.even(from)).toBeLessThan(6_000);
  await ana.reply(id, 'It does.');
  await visit.sees('It does.');
  expect(await ana.messages(id)).toEqual(['Does this arrive?', 'It does.']);
  expect(visit.problems).toEqual([]);
});

test('P5 offline is believed at once, and online means: now', async ({ context }) => {
  const visit = await visitShop(context, byRoad());
  await visit.open();
  await visit.say('one');
  const id = await ana.hears('one');
  await visit.sees('one');
  await context.setOffline(true);
  await expect(visit.page.getByText('There is no connection right now', { exact: false })).toBeVisible();
  await visit.say('two');
  await ana.reply(id, 'Hello?');
  await context.setOffline(false);
  const from = performance.now();
  await visit.sees('Hello?');
  await ana.hears('two');
  expect(await pace.even(from)).toBeLessThan(5_000);
});

// Under Playwright's protocol Chromium keeps no page in its back-forward cache: here the page is told that it did.
test('W17 a page that goes into the back-forward cache closes its link, and catches up when it is shown again', async ({
  context,
}) => {
  const visit = await visitShop(context, byRoad(), '/demo/', watchSockets);
  await visit.open();
  await visit.say('Back in a moment.');
  const id = await ana.hears('Back in a moment.');
  await visit.sees('Back in a moment.');
  // In the browsers' order: a page on its way out is hidden after `pagehide`, and shown before `pageshow`.
  await visit.page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  // An open socket would have kept the page out of the back-forward cache.
  const closed = async () => (await socketsOf(visit.page)).map(({ isClosed }) => isClosed);
  await expect.poll(closed).toEqual([true]);
  await ana.reply(id, 'While you were away.');
  expect(await closed()).toEqual([true]);
  await visit.page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await visit.sees('While you were away.');
  await visit.say('I am back.');
  await ana.hears('I am back.');
  expect(await ana.messages(id)).toEqual(['Back in a moment.', 'While you were away.', 'I am back.']);
});

test('W17 a page that is frozen lets another tab send, and catches up when it wakes', async ({ context }) => {
  const visit = await visitShop(context, byRoad());
  await visit.open();
  await visit.say('one');
  const id = await ana.hears('one');
  await visit.sees('one');
  const other = await visitShop(context, byRoad(), '/demo/help.html');
  await other.open();
  await other.sees('one');
  const wake = await freezeTab(visit.page);
  const from = performance.now();
  await other.say('two');
  await ana.hears('two');
  expect(await pace.even(from)).toBeLessThan(5_000);
  await ana.reply(id, 'three');
  await other.sees('three');
  await wake();
  await visit.sees('two');
  await visit.sees('three');
});

test('P13 a backup that is restored under an open chat: read anew within 10 s, what was unsent arrives once', async ({
  browser,
  context,
}) => {
  const visit = await visitShop(context, byRoad());
  await visit.open();
  await visit.say('before the backup');
  const id = await ana.hears('before the backup');
  const file = join(relay.folder, 'copy.db');
  expect((await relay.command(['backup', file])).code).toBe(0);
  await visit.say('after the backup');
  await ana.hears('after the backup');
  await visit.sees('after the backup');
  // This visitor and her conversation are in no backup.
  const unknown = await visitShop(await browser.newContext(), byRoad());
  await unknown.open();
  await unknown.say('who am I?');
  await ana.hears('who am I?');

  await relay.stop();
  await visit.say('while it was down');
  await unknown.say('and where am I?');
  for (const end of ['', '-wal', '-shm']) rmSync(join(relay.folder, `deskbell.db${end}`), { force: true });
  renameSync(file, join(relay.folder, 'deskbell.db'));
  await relay.restart();
  const from = performance.now();
  const bo = await employAgent(relay, 'Bo');
  await expect(visit.log.getByText('after the backup')).toHaveCount(0);
  await visit.sees('while it was down');
  await expect(visit.log.getByText('Sending')).toHaveCount(0);
  await expect(unknown.log.getByText('Sending')).toHaveCount(0);
  expect(await pace.even(from)).toBeLessThan(10_000);
  expect(await bo.messages(id)).toEqual(['before the backup', 'while it was down']);
  const other = await bo.hears('and where am I?');
  expect(await bo.messages(other)).toEqual(['and where am I?']);
  await bo.leave();
  await unknown.page.context().close();
});
