import { expect, test } from '@playwright/test';
import { visitConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** A visitor on the page is seen, invited, written about, and blocked (J3, J9, J10). */

const TAG = '<script async src="/proactive/demo.js"></script>';
let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await relay.remove();
});

test('J3 J9 J10 seen on a page, invited to chat, noted, and blocked in a calm sentence', async ({
  browser,
  context,
}) => {
  const { page: desk, problems } = await visitConsole(browser, relay, 'Olga', 'owner');
  await desk.getByRole('link', { name: 'Visitors' }).first().click();
  await expect(desk.getByText('This is turned off.')).toBeVisible();
  await desk.getByRole('link', { name: 'Open settings' }).click();
  await desk.getByRole('checkbox', { name: 'Show who is on the site now' }).check();
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByText('Saved')).toBeVisible();
  await desk.getByRole('link', { name: 'Visitors' }).first().click();
  await expect(desk.getByText('Nobody is on the site right now.')).toBeVisible();

  const shop = await visitShop(context, relay, '/demo/', (page) =>
    page.route('**/demo/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('</head>', `${TAG}</head>`) });
    }),
  );
  const { page } = shop;
  await desk.getByRole('button', { name: /^Invite the visitor/ }).click();
  const dialog = desk.getByRole('dialog', { name: 'Invite to chat' });
  await dialog.getByRole('textbox', { name: 'What the visitor reads' }).fill('Can I help you choose?');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();

  const bubble = page.getByRole('region', { name: 'Message' });
  await expect(bubble).toContainText('Can I help you choose?');
  await expect(desk.getByText('The visitor sees it (Olga)')).toBeVisible();
  await bubble.getByRole('button', { name: /Can I help you choose/ }).click();
  await expect(desk.getByText('The chat was opened (Olga)')).toBeVisible();
  await shop.say('Yes please, a blue one');

  await desk.getByRole('link', { name: 'Open conversation' }).click();
  await expect(desk.getByRole('log').getByText('Yes please, a blue one')).toBeVisible();
  const person = desk.getByRole('complementary', { name: 'Details' });
  await expect(person.getByText('Nobody has checked who this is.')).toBeVisible();
  await person.getByRole('textbox', { name: 'New note' }).fill('Likes blue.');
  await person.getByRole('button', { name: 'Save note' }).click();
  await expect(person.getByRole('listitem').filter({ hasText: 'Likes blue.' })).toContainText('Olga');

  await person.getByRole('button', { name: 'Block…' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();
  await expect(person.getByRole('region', { name: 'Blocked' })).toContainText('until somebody unblocks');
  await page.getByRole('button', { name: 'Skip', exact: true }).click();
  await page.getByRole('button', { name: 'Start a new chat' }).click();
  await shop.say('Hello?');
  await expect(page.getByText('This team does not take messages from you at the moment.')).toBeVisible();
  expect(problems).toEqual([]);

  await page.close();
  await desk.getByRole('link', { name: 'Visitors' }).first().click();
  await expect(desk.getByText('Nobody is on the site right now.')).toBeVisible();
});
