import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { SITE_SETTINGS_DEFAULT, type SiteSettings } from '../../protocol/wire/settings.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { sendAtOnce } from '../support/send-at-once.ts';

/** What owners set, as visitors and agents live it: closed, a queue with places, a full queue, silence, wrap-up. */

const PASSWORD = 'quiet-lantern-42';
let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelay();
});
test.afterEach(() => relay.remove());

async function addAgent(name: string, role = 'agent'): Promise<string> {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await relay.command(
    ['agent', 'add', '--email', email, '--name', name, '--role', role],
    `${PASSWORD}\n`,
  );
  expect(added, added.err).toMatchObject({ code: 0 });
  return email;
}

async function signIn(context: BrowserContext, email: string): Promise<Page> {
  await sendAtOnce(context);
  const page = await context.newPage();
  await page.goto(`${relay.origin}/console/`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  return page;
}

/** As the console's settings page does it: with the owner's own cookie. */
async function set(owner: Page, more: Partial<SiteSettings>): Promise<void> {
  const settings = { ...SITE_SETTINGS_DEFAULT, ...more };
  const status = await owner.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json', 'X-Deskbell': '1' };
    return (await fetch('/api/v1/agent/sites/demo/settings', { method: 'PUT', headers, body })).status;
  }, JSON.stringify(settings));
  expect(status).toBe(200);
}

async function openChat(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${relay.origin}/demo/`);
  await page.getByRole('button', { name: 'Open chat' }).click();
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

test('H6, H7 taken offline: said at once, a message is left, and answered when it is over', async ({ browser }) => {
  const owner = await signIn(await browser.newContext(), await addAgent('Olga', 'owner'));
  const visitor = await openChat(await browser.newContext());
  await expect(visitor.getByText('Someone is here to answer')).toBeVisible();
  await set(owner, { offline: { text: 'Our line is down this morning.', until: null } });
  await expect(visitor.getByText('The chat is offline right now')).toBeVisible();
  await expect(visitor.getByText('Our line is down this morning.')).toBeVisible();
  await visitor.getByRole('textbox', { name: 'Message' }).fill('Do you ship to Norway?');
  await visitor.getByRole('button', { name: 'Leave message' }).click();
  await expect(visitor.getByText('Your message waits here, and we answer as soon as we are back.')).toBeVisible();
  await expect(owner.getByText('Do you ship to Norway?')).toBeVisible();
  // Nobody is rung, though Olga is there all the time.
  await expect(visitor.getByText('Olga joined')).toBeHidden();
  await set(owner, {});
  await expect(visitor.getByText('Olga joined')).toBeVisible();
});

/** One conversation at a time. */
async function addBusyAgent(name: string): Promise<string> {
  const email = await addAgent(name, 'owner');
  const changed = await relay.command(['agent', 'set', '--email', email, '--capacity', '1']);
  expect(changed, changed.err).toMatchObject({ code: 0 });
  return email;
}

test('Q1, Q5, C15 places in the queue, a full queue that loses nothing, wrap-up, and the next one', async ({
  browser,
}) => {
  const olga = await signIn(await browser.newContext(), await addBusyAgent('Olga'));
  await set(olga, { queue: { ...SITE_SETTINGS_DEFAULT.queue, waitingMax: 1 }, wrapUpMs: 600_000 });
  const [first, second, third] = [
    await openChat(await browser.newContext()),
    await openChat(await browser.newContext()),
    await openChat(await browser.newContext()),
  ];
  await ask(first, 'Where is my jug?');
  await expect(first.getByText('Olga joined')).toBeVisible();
  await ask(second, 'And my bowl?');
  await expect(second.getByText('You are next')).toBeVisible();
  await expect(second.getByText('You keep your place.')).toBeVisible();
  await ask(third, 'And my plates?');
  await expect(third.getByText('Many people are waiting right now', { exact: true })).toBeVisible();
  await expect(third.getByText('What you wrote is kept here.')).toBeVisible();
  await third.reload();
  await third.getByRole('button', { name: /open chat/i }).click();
  await expect(third.getByText('And my plates?')).toBeVisible();
  await third.getByRole('textbox', { name: 'E-mail' }).fill('me@example.org');
  await third.getByRole('button', { name: 'Leave it with us' }).click();
  await expect(third.getByText('You are number 2')).toBeVisible();
  await expect(third.getByText('We can reach you at me@example.org')).toBeVisible();

  await first.getByRole('button', { name: 'End chat' }).click();
  await expect(olga.getByText('Wrapping up')).toBeVisible();
  await expect(second.getByText('You are next')).toBeVisible();
  await olga.getByRole('button', { name: 'Done' }).click();
  await expect(second.getByText('Olga joined')).toBeVisible();
  await expect(third.getByText('You are next')).toBeVisible();
});

test('C13 silence: a warning with the time, and an end that the visitor can undo', async ({ browser }) => {
  const olga = await signIn(await browser.newContext(), await addAgent('Olga', 'owner'));
  await set(olga, { idle: { warnAfterMs: 10_000, closeAfterMs: 20_000, outcome: 'resolved' } });
  const visitor = await openChat(await browser.newContext());
  await ask(visitor, 'Where is my jug?');
  await olga.getByRole('list', { name: 'Conversations' }).getByText('Where is my jug?').click();
  await olga.getByRole('textbox', { name: 'Reply' }).fill('On its way.');
  await olga.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(visitor.getByText(/Are you still there\? Without an answer this chat ends at/)).toBeVisible();
  await expect(visitor.getByText(/because we did not hear from you/)).toBeVisible();
  await visitor.getByRole('button', { name: 'Continue this chat' }).click();
  await ask(visitor, 'Sorry, I am back.');
  await expect(olga.getByText('Sorry, I am back.').first()).toBeVisible();
});
