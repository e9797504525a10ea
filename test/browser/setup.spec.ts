import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** From the set-up link to a first message in a page of one's own, under the policy that the console prints (docs/setup.md). */

let relay: RelayProcess;
const shown = { body: '<p>Nothing yet', policy: '' };
const server = createServer((_request, response) => {
  if (shown.policy) response.setHeader('Content-Security-Policy', shown.policy);
  response.setHeader('Content-Type', 'text/html');
  response.end(`<!doctype html><html lang="en"><title>Own</title><body>${shown.body}`);
});
let origin: string;

test.beforeAll(async () => {
  relay = await startRelay();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(async () => {
  server.close();
  await relay.remove();
});

const step = (page: Page, name: RegExp) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

test('Z20 Z2 Z6 Z7 Z8 Z9 the first run: site, tag, what stands in its way, and a first message that is answered', async ({
  context,
}) => {
  const link = /http\S+\/console\/#set-up=\S+/.exec(relay.printed())?.[0] ?? '';
  const owner = await context.newPage();
  await owner.goto(link);
  await owner.getByRole('textbox', { name: 'Name' }).fill('Olga');
  await owner.getByRole('textbox', { name: 'E-mail' }).fill('olga@example.org');
  await owner.getByLabel('Password', { exact: true }).fill('quiet-lantern-42');
  await owner.getByRole('button', { name: 'Create account' }).click();
  const site = step(owner, /Your site/);
  await site.getByLabel('Name').fill('My shop');
  await site.getByLabel(/Addresses/).fill(`${origin}/start`);
  await site.getByRole('button', { name: 'Add a site' }).click();
  await expect(site.getByText(/has a path/)).toBeVisible();
  await site.getByLabel(/Addresses/).fill(origin);
  await site.getByRole('button', { name: 'Add a site' }).click();

  const tag = step(owner, /The tag on your page/);
  const text = (name: string) => tag.getByRole('region', { name, exact: true }).innerText();
  await expect(tag.getByText('No page with this tag')).toBeVisible();
  const snippet = await text('Plain HTML');
  const csp = await text('Content-Security-Policy');
  // The page forbids the connection: it says so itself.
  Object.assign(shown, { body: snippet.trim(), policy: `default-src 'none'; script-src ${relay.origin}` });
  const check = async () => {
    const opened = context.waitForEvent('page');
    await tag.getByRole('link', { name: 'Check this page' }).click();
    const page = await opened;
    await expect(page).toHaveURL(`${origin}/`);
    await page.close();
  };
  await check();
  await expect(tag.getByText(/forbids the connection/)).toBeVisible();
  shown.policy = `default-src 'none'; ${csp.trim()}; require-trusted-types-for 'script'; trusted-types 'none'`;
  await check();
  await expect(tag.getByText(/Everything is right/)).toBeVisible();
  await expect(tag.getByText(new RegExp(`Seen on ${origin}`))).toBeVisible();
  await step(owner, /Who answers/)
    .getByRole('button', { name: 'It is right like this' })
    .click();

  const visit = await visitShop(context, { ...relay, origin }, '/');
  await visit.open();
  await visit.say('Hello from my own page');
  const message = step(owner, /A first message/);
  await expect(message.getByText('Hello from my own page')).toBeVisible();
  await message.getByRole('link', { name: 'Answer it' }).click();
  await owner.getByRole('textbox', { name: 'Reply' }).fill('It works');
  await owner.getByRole('button', { name: 'Send', exact: true }).click();
  await visit.sees('It works');
  expect(visit.problems).toEqual([]);
  // Never again once it is over, and there where somebody looks for it.
  await owner.getByRole('link', { name: 'Go on' }).click();
  await owner.getByRole('button', { name: 'Finish' }).click();
  await expect(owner.getByRole('link', { name: 'Go on' })).toHaveCount(0);
  await owner.goto(`${relay.origin}/console/settings/start`);
  await expect(owner.getByRole('button', { name: 'Go through it again' })).toBeVisible();
});

test('Z10 Z12 the look is seen before it is saved, in the widget itself, and pages follow without another tag', async ({
  context,
}) => {
  const input = 'quiet-lantern-42\n';
  await relay.command(['agent', 'add', '--email', 'adam@example.org', '--name', 'Adam', '--role', 'admin'], input);
  const added = await relay.command(['site', 'add', '--name', 'Another', '--origin', origin, '--json']);
  const { key } = JSON.parse(added.out);
  const page = await context.newPage();
  await page.goto(`${relay.origin}/console/settings/look/site-${key}`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('adam@example.org');
  await page.getByLabel('Password', { exact: true }).fill('quiet-lantern-42');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('dialog', { name: 'Chat' })).toBeVisible();
  const color = page.getByLabel('Brand colour', { exact: true });
  await color.fill('#aa3300');
  await expect(frame.locator('.launcher')).toHaveCSS('background-color', 'rgb(170, 51, 0)');
  // Who writes keeps the focus, whatever the preview does.
  await expect(color).toBeFocused();
  const box = frame.getByRole('textbox', { name: 'Message' });
  await box.fill('Hello');
  await box.press('Enter');
  await expect(frame.getByText('this is how an answer looks')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();
  const script = async () => (await fetch(`${relay.origin}/deskbell.js?site=${key}`)).text();
  await expect.poll(script).toContain('#aa3300');
  // Nothing of it reached the relay as a conversation.
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect(page.getByText('Hello', { exact: true })).toHaveCount(0);
});

test('T19 a right that an owner takes away is gone from an open console without a reload, and comes back', async ({
  browser,
}) => {
  const signIn = async (name: string, role: string, path: string) => {
    const email = `${name.toLowerCase()}-rights@example.org`;
    await relay.command(['agent', 'add', '--email', email, '--name', name, '--role', role], 'quiet-lantern-42\n');
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${relay.origin}/console/${path}`);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByLabel('Password', { exact: true }).fill('quiet-lantern-42');
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const adam = await signIn('Adam', 'admin', 'settings');
  const olga = await signIn('Olga', 'owner', 'settings/rights');
  const hours = adam.getByRole('link', { name: 'Hours', exact: true });
  await expect(hours).toBeVisible();
  const right = olga.getByRole('checkbox', { name: /^Admin.*: Change settings/ });
  await right.uncheck();
  await expect(olga.getByText('Saved. It holds at once.')).toBeVisible();
  await expect(hours).toHaveCount(0);
  await right.check();
  await expect(hours).toBeVisible();

  const own = olga.getByRole('region', { name: 'Roles of your own' });
  await own.getByLabel('Name').fill('Trainee');
  await own.getByRole('button', { name: 'Add role' }).click();
  await expect(olga.getByRole('columnheader', { name: /Trainee/ })).toBeVisible();
  await own.getByRole('button', { name: 'Remove Trainee' }).click();
  await own.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(olga.getByRole('columnheader', { name: /Trainee/ })).toHaveCount(0);
});
