import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** The demo's index, from which each page and its source is at most two clicks away. */

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeAll(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(async () => {
  await ana.leave();
  await relay.remove();
});

test('the index leads to each page, each page back, and each source is there as it was written', async ({
  context,
}) => {
  const { page, problems } = await visitShop(context, relay, '/demo/');
  const cards = page.locator('.pages li');
  await expect(cards).toHaveCount(6);
  const links = await cards.locator('a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  for (const link of links) {
    const response = await page.request.get(link);
    const text = await response.text();
    expect([link, response.status()]).toEqual([link, 200]);
    if (link.endsWith('.txt')) expect(response.headers()['content-type']).toContain('text/plain');
    else expect(text).toContain('href="./index.html"');
  }
  expect(links.filter((link) => link.endsWith('.html.txt'))).toHaveLength(6);
  expect(problems).toEqual([]);
});

test('from each page two clicks lead to its source', async ({ context }) => {
  const page = await context.newPage();
  for (const name of ['shop', 'strict-csp', 'swap', 'hostile', 'app', 'inline']) {
    await page.goto(`${relay.origin}/demo/${name}.html`);
    await page
      .getByRole('link', { name: /^All demo pages/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Demo pages' })).toBeVisible();
    await page.getByRole('link', { name: `${name}.html`, exact: true }).click();
    await expect(page).toHaveURL(`${relay.origin}/demo/source/${name}.html.txt`);
    // The page as it was written, not as the build made it.
    await expect(page.getByText(/<script async src="\/deskbell\.js" data-site="demo"/)).toBeVisible();
  }
});

for (const path of ['hostile', 'inline'])
  test(`${path}.html: the chat works, and looks as everywhere`, async ({ context }) => {
    const visit = await visitShop(context, relay, `/demo/${path}.html`);
    if (path === 'hostile') {
      await expect(visit.launcher).toBeVisible();
      await visit.open();
      await expect(visit.dialog).toHaveCSS('border-top-left-radius', '16px');
    }
    await visit.say(`From ${path}`);
    const id = await ana.hears(`From ${path}`);
    await ana.reply(id, 'Welcome');
    await visit.sees('Welcome');
    await ana.close(id);
    expect(visit.problems).toEqual([]);
  });

test('app.html: signed in by the demo’s server, one history for each customer, nothing left after signing out', async ({
  context,
}) => {
  const visit = await visitShop(context, relay, '/demo/app.html');
  const { page } = visit;
  await page.getByRole('button', { name: 'Sign in as Mia Hill' }).click();
  await page.getByRole('link', { name: 'Order 1017: Teapot, moss' }).click();
  await page.getByRole('button', { name: 'Ask about this order' }).click();
  await expect(visit.box).toHaveValue('About order 1017:');
  await visit.box.fill('Where is it?');
  await visit.box.press('Enter');
  const id = await ana.hears('Where is it?');
  await expect.poll(() => ana.knows(id)).toMatchObject({ verified: { name: 'Mia Hill' }, attributes: { orders: 2 } });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in as Ben Wood' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in as Ben Wood' }).click();
  await visit.open();
  await expect(visit.log.getByText('Where is it?')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in as Mia Hill' }).click();
  await visit.open();
  await visit.sees('Where is it?');
  expect(visit.problems).toEqual([]);
});
