import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { hangAfter, killHanging } from '../support/killed-tab.ts';
import { leaveAll } from '../support/leave-all.ts';
import { createNetwork } from '../support/refusing-network.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { sendAtOnce } from '../support/send-at-once.ts';
import { visitShop } from '../support/shop-visit.ts';

/** What an agent sends is as safe as what a visitor sends (P1, P7, P8). */

const KILLED = 4;
const PASSWORD = 'quiet-lantern-42';

let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelay();
  const added = await relay.command(['agent', 'add', '--email', 'ana@example.org', '--name', 'Ana'], `${PASSWORD}\n`);
  expect(added.code, added.err).toBe(0);
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await relay.remove();
});

async function signIn(context: BrowserContext): Promise<Page> {
  await sendAtOnce(context);
  const page = await context.newPage();
  await page.goto(`${relay.origin}/console/`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ana@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  return page;
}

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });

test(`P7 ${KILLED} consoles killed in the very turn of Enter: all is sent once, in order`, async ({
  browser,
  context,
}) => {
  const first = await signIn(context);
  const visit = await visitShop(await browser.newContext(), relay);
  await visit.open();
  await visit.say('Is anybody there?');
  await first.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click();
  await expect(log(first).getByText('Is anybody there?')).toBeVisible();
  const address = await first.evaluate(() => location.href);
  await first.close();
  const said: string[] = [];
  for (let count = 1; count <= KILLED; count += 1) {
    const dying = await context.newPage();
    const network = createNetwork();
    await network.route(dying);
    await dying.goto(address);
    await reply(dying).fill(`answer ${count}`);
    await network.block();
    await expect(dying.getByText('You are offline', { exact: false })).toBeVisible();
    await hangAfter(dying, count % 2 ? 'ahead' : 'store');
    const written = dying.waitForEvent('console', (line) => line.text() === 'written');
    void reply(dying)
      .press('Enter')
      .catch(() => {});
    await written;
    await killHanging(dying);
    said.push(`answer ${count}`);
  }
  const next = await context.newPage();
  await next.goto(address);
  for (const text of said) {
    await visit.sees(text);
    await expect(log(next).getByText(text, { exact: true })).toHaveCount(1);
  }
  const shown = await visit.log.getByText(/^answer \d$/).allTextContents();
  expect(shown).toEqual(said);
  await expect(log(next).getByText('Sending')).toHaveCount(0);
  await visit.page.context().close();
});
