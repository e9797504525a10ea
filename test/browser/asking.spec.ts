import { expect, type Page, test } from '@playwright/test';
import { chooseFiles } from '../support/choose-files.ts';
import { becomeAvailable, visitConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { png } from '../support/pictures.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** What an agent asks with a press, and what she sees before it is sent. */

let relay: RelayProcess;

test.beforeEach(async () => {
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await relay.remove();
});

const log = (page: Page) => page.getByRole('log', { name: 'Messages' });

/** A choice of the owner's, and back to the inbox. */
async function switchOn(page: Page, settings: string, name: string): Promise<void> {
  await page.goto(`${relay.origin}/console/settings/${settings}`);
  await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();
  await page.goto(`${relay.origin}/console/inbox`);
}

test('W37 an agent offers answers, the visitor presses one, and both read what was said', async ({ browser }) => {
  const visit = await visitConsole(browser, relay, 'Ana', 'agent');
  await becomeAvailable(visit);
  const { page: ana, problems } = visit;
  const shop = await visitShop(await browser.newContext(), relay);
  await shop.open();
  await shop.say('I should like a jug.');
  await ana.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click();
  await expect(log(ana).getByText('I should like a jug.')).toBeVisible();
  await ana.getByRole('textbox', { name: 'Reply' }).fill('Which size?');
  await ana.getByRole('button', { name: 'Answers to choose from' }).click();
  await ana.getByRole('textbox', { name: 'Answers, one a line' }).fill('Small\nLarge');
  await ana.getByRole('button', { name: 'Put under the message' }).click();
  await expect(ana.getByText('As buttons:')).toBeVisible();
  await ana.getByRole('button', { name: 'Send', exact: true }).click();

  const offered = shop.log.getByRole('group', { name: 'Choose an answer' });
  await expect(offered.getByRole('button')).toHaveText(['Small', 'Large']);
  await offered.getByRole('button', { name: 'Large' }).focus();
  await shop.page.keyboard.press('Enter');
  await expect(log(ana).locator('.group-theirs').getByText('Large', { exact: true })).toBeVisible();
  await expect(shop.log.getByRole('group', { name: 'These answers were offered' })).toBeVisible();
  await expect(shop.log.getByRole('button', { name: 'Small' })).toHaveCount(0);
  await expect(log(ana).getByText('Offered:')).toBeVisible();
  expect([...problems, ...shop.problems]).toEqual([]);
});

test('J17 W38 an owner lets unsent words be seen; the visitor is told, and ends it', async ({ browser }) => {
  const visit = await visitConsole(browser, relay, 'Ana', 'owner');
  await becomeAvailable(visit);
  const { page: ana, problems } = visit;
  await switchOn(ana, 'privacy', 'Show whoever answers what a visitor is writing');
  const shop = await visitShop(await browser.newContext(), relay);
  await shop.open();
  await shop.say('I should like a jug.');
  await ana.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click();
  await expect(log(ana).getByText('I should like a jug.')).toBeVisible();
  await expect(shop.dialog.getByText('We see what you write before you send it.')).toBeVisible();
  await shop.box.pressSequentially('The large on');
  await expect(ana.getByText('The large on')).toBeVisible();
  await shop.dialog.getByRole('button', { name: 'Do not show it' }).click();
  await expect(ana.getByText('The large on')).toHaveCount(0);
  await shop.box.pressSequentially('e, please');
  await shop.box.press('Enter');
  await expect(log(ana).getByText('The large one, please')).toBeVisible();
  expect([...problems, ...shop.problems]).toEqual([]);
});

test('J18 an owner asks browsers for work: a first message, a first file and a later message arrive as ever', async ({
  browser,
}) => {
  const visit = await visitConsole(browser, relay, 'Ana', 'owner');
  await becomeAvailable(visit);
  const { page: ana, problems } = visit;
  await switchOn(ana, 'visitors', 'Ask a browser for a little work before a conversation');
  const conversations = ana.getByRole('list', { name: 'Conversations' }).getByRole('link');

  const shop = await visitShop(await browser.newContext(), relay);
  const asked = shop.page.waitForRequest(/later-work/);
  await shop.open();
  await shop.say('I should like a jug.');
  await asked;
  await shop.say('A large one.');
  await conversations.first().click();
  for (const text of ['I should like a jug.', 'A large one.']) await expect(log(ana).getByText(text)).toHaveCount(1);

  const other = await visitShop(await browser.newContext(), relay);
  await other.open();
  const jug = { name: 'jug.png', mimeType: 'image/png', buffer: Buffer.from(png()) };
  await chooseFiles(other.page, other.dialog.getByRole('button', { name: 'Attach a file' }), jug);
  await expect(conversations).toHaveCount(2);
  await expect(other.dialog.getByRole('button', { name: 'Picture, jug.png', exact: true })).toBeVisible();
  expect([...problems, ...shop.problems, ...other.problems]).toEqual([]);
});
