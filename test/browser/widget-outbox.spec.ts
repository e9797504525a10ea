import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { killTab } from '../support/ask-browser.ts';
import { chromiumArguments, chromiumPath } from '../support/chromium.ts';
import { hangAfter, killHanging } from '../support/killed-tab.ts';
import { startPace } from '../support/pace.ts';
import { createNetwork } from '../support/refusing-network.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { type ShopVisit, visitShop } from '../support/shop-visit.ts';

/** What was sent is never lost: tabs that are killed at the worst moment, browsers that are, tabs that hang (W8, P8). */

const KILLED = Number(process.env.KILLED_TABS ?? 10);

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async () => {
  await ana.leave();
  await relay.remove();
});

async function blocked(page: Page): Promise<void> {
  const network = createNetwork();
  await network.route(page);
  await network.block();
  await page.route('**/api/**', (route) => route.abort());
}

test(`P7 W8 ${KILLED} tabs killed in the very turn of Enter: all is sent once, in order`, async ({ context }) => {
  const first = await visitShop(context, relay);
  await first.open();
  await first.say('sent before');
  const id = await ana.hears('sent before');
  await first.page.close();
  const said = ['sent before'];
  for (let count = 1; count <= KILLED; count += 1) {
    const text = `unsent ${count}`;
    const dying = await visitShop(context, relay, '/demo/', blocked);
    await dying.open();
    // Offline one sees what the killed tabs have left.
    for (const kept of said.slice(1).slice(-3)) await dying.sees(kept);
    await dying.box.fill(text);
    await hangAfter(dying.page, count % 2 ? 'ahead' : 'store');
    const written = dying.page.waitForEvent('console', (line) => line.text() === 'written');
    void dying.box.press('Enter').catch(() => {});
    await written;
    await killHanging(dying.page);
    said.push(text);
  }
  const next = await visitShop(context, relay, '/demo/help.html');
  await next.open();
  for (const text of said) await next.sees(text);
  await ana.hears(said.at(-1) ?? '');
  expect(await ana.messages(id)).toEqual(said);
  await expect(next.log.getByText('Sending')).toHaveCount(0);
  expect(next.problems).toEqual([]);
});

test('W8 a whole browser that is killed as soon as its database has the message has kept it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-profile-'));
  const executablePath = await chromiumPath();
  const launch = () =>
    chromium.launchPersistentContext(folder, { ...(executablePath && { executablePath }), args: chromiumArguments });
  const before = await launch();
  const visit = await visitShop(before, relay);
  await visit.open();
  await visit.say('sent before');
  const id = await ana.hears('sent before');
  await blocked(visit.page);
  await before.setOffline(true);
  await visit.say('typed in the dark');
  await visit.sees('typed in the dark');
  // No longer written ahead: the database has confirmed it (decision 0030). A browser that dies before it could write has not.
  await visit.page.waitForFunction(() => !Object.keys(localStorage).some((name) => name.includes(':out:')));
  const root = await before.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await root?.send('SystemInfo.getProcessInfo')) ?? {};
  const browser = processInfo.find((one) => one.type === 'browser');
  const closed = before.waitForEvent('close');
  process.kill(browser?.id ?? 0, 'SIGKILL');
  await closed;

  const after = await launch();
  const next = await visitShop(after, relay, '/demo/help.html');
  await next.open();
  await next.sees('typed in the dark');
  // Where the browser had not yet written down who this visitor is, the words begin a conversation of a new one.
  const there = await ana.hears('typed in the dark');
  const all = [...(await ana.messages(id)), ...(there === id ? [] : await ana.messages(there))];
  expect(all).toEqual(['sent before', 'typed in the dark']);
  await after.close();
  removeFolder(folder);
});

test('P8 when the tab that sends hangs or dies, another one sends within 2 s', async ({ context }) => {
  const pace = await startPace();
  const tabs: ShopVisit[] = [];
  for (const path of ['/demo/', '/demo/help.html', '/demo/']) {
    const tab = await visitShop(context, relay, path);
    await tab.open();
    tabs.push(tab);
    await tab.say(`hello from tab ${tabs.length}`);
    await ana.hears(`hello from tab ${tabs.length}`);
  }
  const [hanging, dying, last] = tabs as [ShopVisit, ShopVisit, ShopVisit];
  // The first one leads. It never comes back to its turn.
  void hanging.page.evaluate('for (;;);').catch(() => {});
  // After 1.5 s by the sender's clock (sender.test.ts); the rest is the time of browser and machine.
  const from = performance.now();
  await dying.say('while the first hangs');
  await ana.hears('while the first hangs');
  expect(await pace.even(from)).toBeLessThan(5_000);
  await killTab(dying.page);
  const then = performance.now();
  await last.say('after the second died');
  const id = await ana.hears('after the second died');
  expect(await pace.even(then)).toBeLessThan(5_000);
  pace.end();
  expect(await ana.messages(id)).toEqual([
    ...[1, 2, 3].map((count) => `hello from tab ${count}`),
    'while the first hangs',
    'after the second died',
  ]);
  await killHanging(hanging.page);
});

test('P8 five new tabs that come online at once, each with something to say: one visitor, one conversation', async ({
  context,
}) => {
  const tabs: ShopVisit[] = [];
  const networks = [];
  for (let count = 1; count <= 5; count += 1) {
    const network = createNetwork();
    await network.block();
    networks.push(network);
    const tab = await visitShop(context, relay, '/demo/', async (page) => {
      await network.route(page);
      await page.route('**/api/**', (route) => route.abort());
    });
    await tab.open();
    await tab.say(`from tab ${count}`);
    tabs.push(tab);
  }
  await Promise.all(networks.map((network, index) => network.free((tabs[index] as ShopVisit).page)));
  const id = await ana.hears('from tab 5');
  const said = [1, 2, 3, 4, 5].map((count) => `from tab ${count}`);
  expect(await ana.messages(id)).toEqual(said);
  for (const tab of tabs) {
    for (const text of said) await tab.sees(text);
    await expect(tab.log.getByText('Sending')).toHaveCount(0);
  }
});

test('P8 on a plain http page, without locks: tabs share what is unsent, and a dead one’s words go out once', async ({
  context,
}) => {
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
  const one = await visitShop(context, relay);
  await one.open();
  await one.say('from one');
  await ana.hears('from one');
  const two = await visitShop(context, relay, '/demo/help.html');
  await two.open();
  await two.say('from two');
  await ana.hears('from two');
  await one.say('from one again');
  await ana.hears('from one again');
  void one.page.evaluate('for (;;);').catch(() => {});
  await two.say('while one hangs');
  const id = await ana.hears('while one hangs');
  const said = ['from one', 'from two', 'from one again', 'while one hangs'];
  expect(await ana.messages(id)).toEqual(said);
  for (const text of said) await two.sees(text);
  await expect(two.log.getByText('Sending')).toHaveCount(0);
  await killHanging(one.page);
});
