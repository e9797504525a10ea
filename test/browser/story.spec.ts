import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { sendAtOnce } from '../support/send-at-once.ts';

/** The whole story of the main job, as two people live it: a visitor in the shop, an agent in the console. */

let relay: RelayProcess;
const PASSWORD = 'quiet-lantern-42';
const problems: string[] = [];

test.beforeEach(async () => {
  problems.length = 0;
  relay = await startRelay();
});
test.afterEach(async () => {
  await relay.remove();
});

/** Page errors and refusals of the content policy are failures, wherever they happen. */
function watch(page: Page, who: string): Page {
  page.on('pageerror', (error) => problems.push(`${who}: ${error.message}`));
  page.on('console', (line) => {
    if (/content security policy|trusted type/i.test(line.text())) problems.push(`${who}: ${line.text()}`);
  });
  return page;
}

async function openShop(context: BrowserContext): Promise<Page> {
  const page = watch(await context.newPage(), 'shop');
  await page.goto(`${relay.origin}/demo/`);
  return page;
}

async function signIn(context: BrowserContext, email: string): Promise<Page> {
  await sendAtOnce(context);
  const page = watch(await context.newPage(), email);
  await page.goto(`${relay.origin}/console/`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  return page;
}

async function addAgent(name: string): Promise<string> {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await relay.command(['agent', 'add', '--email', email, '--name', name], `${PASSWORD}\n`);
  expect(added, added.err).toMatchObject({ code: 0 });
  return email;
}

const say = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
};
const reply = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: 'Reply' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
};
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });
const conversations = (page: Page) => page.getByRole('list', { name: 'Conversations' });

test('first start: the set-up link makes the owner, once', async ({ browser, context }) => {
  const link = /http\S+\/console\/#set-up=\S+/.exec(relay.printed())?.[0];
  expect(link, relay.printed()).toBeTruthy();
  const page = watch(await context.newPage(), 'owner');
  await page.goto(link ?? '');
  await page.getByRole('textbox', { name: 'Name' }).fill('Olga Owner');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('olga@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: /create|set up/i }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await page.evaluate(() => location.href)).not.toContain('set-up=');
  const again = await relay.command(['agent', 'list', '--json']);
  expect(JSON.parse(again.out)).toMatchObject([{ email: 'olga@example.org', role: 'owner' }]);
  const late = watch(await (await browser.newContext()).newPage(), 'late');
  await late.goto(link ?? '');
  await late.getByRole('textbox', { name: 'Name' }).fill('Late Larry');
  await late.getByRole('textbox', { name: 'E-mail' }).fill('late@example.org');
  await late.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await late.getByRole('button', { name: /create|set up/i }).click();
  await expect(late.getByRole('alert').getByText(/already|used/i)).toBeVisible();
  expect(problems).toEqual([]);
});

test('from one script tag to a rated conversation', async ({ browser }) => {
  const email = await addAgent('Ana');
  const visitor = await browser.newContext();
  const agent = await browser.newContext();

  const requests: string[] = [];
  visitor.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const shop = await openShop(visitor);
  const launcher = shop.getByRole('button', { name: 'Open chat' });
  await expect(launcher).toBeVisible();
  await expect(launcher).toBeInViewport({ ratio: 1 });
  const box = await launcher.boundingBox();
  // Beside the bar that scrolls, where a browser keeps room for one.
  const width = await shop.evaluate(() => document.documentElement.clientWidth);
  expect(width - ((box?.x ?? 0) + (box?.width ?? 0))).toBe(20);
  // W1: before the visitor acts there is one script, and nothing else.
  await shop.waitForLoadState('networkidle');
  expect(requests.filter((path) => !path.startsWith('/demo/'))).toEqual(['/deskbell.js']);
  expect(await shop.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);

  const desk = await signIn(agent, email);
  await desk.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Available' });

  // Of two windows only one has the focus.
  await shop.bringToFront();
  await launcher.click();
  await expect(shop.getByRole('dialog', { name: 'Chat' })).toBeVisible();
  await expect(shop.getByRole('textbox', { name: 'Message' })).toBeFocused();
  await say(shop, 'Does the blue lamp come with a bulb?');
  await expect(log(shop).getByText('Does the blue lamp come with a bulb?')).toBeVisible();

  const row = conversations(desk).getByText('Does the blue lamp come with a bulb?');
  await expect(row).toBeVisible();
  await row.click();
  await expect(log(desk).getByText('Does the blue lamp come with a bulb?')).toBeVisible();
  await reply(desk, 'Yes, a warm white one.');
  await expect(log(shop).getByText('Yes, a warm white one.')).toBeVisible();

  // Typing, both ways.
  await shop.getByRole('textbox', { name: 'Message' }).pressSequentially('And');
  await expect(desk.getByText(/is typing|typing…/i).first()).toBeVisible();
  await desk.getByRole('textbox', { name: 'Reply' }).pressSequentially('Hm');
  await expect(shop.getByText(/typing/i).first()).toBeVisible();
  await desk.getByRole('textbox', { name: 'Reply' }).fill('');
  await say(shop, 'And how long is the cable?');
  await expect(log(desk).getByText('And how long is the cable?')).toBeVisible();
  // Read marks, both ways.
  await expect(
    log(shop)
      .getByText(/^(read|seen)/i)
      .first(),
  ).toBeAttached();

  await shop.getByRole('button', { name: 'Close chat' }).first().click();
  await reply(desk, 'Two metres.');
  await expect(launcher).toBeVisible();
  await launcher.click();
  await expect(log(shop).getByText('Two metres.')).toBeVisible();

  await desk.getByRole('button', { name: 'Close conversation' }).click();
  const rating = shop.getByRole('group', { name: 'How did we do?' });
  await expect(rating).toBeVisible();
  await rating.getByRole('radio', { name: '5 of 5' }).check();
  await shop.getByRole('textbox', { name: 'Comment' }).fill('Quick and kind.');
  await shop.getByRole('button', { name: 'Send rating' }).click();
  await expect(shop.getByRole('button', { name: 'Start a new chat' })).toBeVisible();

  await desk.getByRole('link', { name: 'Reports' }).click();
  await expect(desk.getByText('Quick and kind.').or(desk.getByText('100')).first()).toBeVisible();
  const summary = await desk.evaluate(async () => {
    const hour = 3_600_000;
    const period = `from=${Date.now() - hour}&to=${Date.now() + hour}`;
    const answer = await fetch(`/api/v1/agent/measures/summary?${period}`);
    return answer.json();
  });
  const { csat, ...counts } = summary.value.measures;
  expect(counts).toMatchObject({ episodes: 1, answered: 1, abandoned: 0, firstResponse: { n: 1, answered: 1 } });
  expect(csat).toMatchObject({ answers: 1, satisfied: 1, share: 1, few: true });

  await shop.getByRole('button', { name: 'Start a new chat' }).click();
  await expect(shop.getByRole('textbox', { name: 'Message' })).toBeVisible();
  expect(problems).toEqual([]);
});

test('nobody there: the message waits and reaches the first who comes', async ({ browser }) => {
  const email = await addAgent('Bo');
  const shop = await openShop(await browser.newContext());
  await shop.getByRole('button', { name: 'Open chat' }).click();
  await shop.getByRole('textbox', { name: 'Message' }).fill('Please call me back about order 77.');
  await shop.getByRole('textbox', { name: 'E-mail' }).fill('kim@example.org');
  await shop.getByRole('button', { name: 'Leave message' }).click();
  await expect(log(shop).getByText('Please call me back about order 77.')).toBeVisible();

  const desk = await signIn(await browser.newContext(), email);
  await desk.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Available' });
  await conversations(desk).getByText('Please call me back about order 77.').click();
  await expect(desk.getByText('kim@example.org').first()).toBeVisible();
  await reply(desk, 'Here I am.');
  await expect(log(shop).getByText('Here I am.')).toBeVisible();
  expect(problems).toEqual([]);
});

test('continuity: reload, page change, second tab, lost connection, restarted relay', async ({ browser }) => {
  // A second relay starts in it; on a busy machine that alone takes half a minute.
  const email = await addAgent('Cy');
  const visitor = await browser.newContext();
  const shop = await openShop(visitor);
  const desk = await signIn(await browser.newContext(), email);
  await desk.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Available' });
  await shop.getByRole('button', { name: 'Open chat' }).click();
  await say(shop, 'one');
  await conversations(desk).getByText('one', { exact: true }).click();
  await reply(desk, 'two');
  await expect(log(shop).getByText('two', { exact: true })).toBeVisible();

  await shop.reload();
  const open = async (page: Page) => {
    const dialog = page.getByRole('dialog', { name: 'Chat' });
    if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Open chat' }).click();
    await expect(dialog).toBeVisible();
  };
  await open(shop);
  await expect(log(shop).getByText('two', { exact: true })).toHaveCount(1);

  const second = await openShop(visitor);
  await open(second);
  await say(second, 'three');
  await expect(log(shop).getByText('three', { exact: true })).toHaveCount(1);
  await expect(log(desk).getByText('three', { exact: true })).toHaveCount(1);

  await visitor.setOffline(true);
  await say(second, 'four');
  await expect(log(second).getByText('four', { exact: true })).toHaveCount(1);
  await second.reload().catch(() => {});
  await visitor.setOffline(false);
  await second.goto(`${relay.origin}/demo/`);
  await open(second);
  await expect(log(desk).getByText('four', { exact: true })).toHaveCount(1);

  await relay.stop('SIGKILL');
  await say(shop, 'five');
  await reply(desk, 'six');
  await relay.restart();
  for (const page of [shop, second, desk]) {
    for (const text of ['one', 'two', 'three', 'four', 'five', 'six']) {
      await expect(log(page).getByText(text, { exact: true })).toHaveCount(1);
    }
  }
  const order = (page: Page) =>
    log(page).evaluate((element) => (element.textContent ?? '').match(/one|two|three|four|five|six/g));
  expect(await order(second)).toEqual(await order(shop));
  expect(await order(desk)).toEqual(await order(shop));
  expect(problems).toEqual([]);
});

test('both may end: the visitor ends, skips the rating and starts again', async ({ browser }) => {
  const email = await addAgent('Di');
  const shop = await openShop(await browser.newContext());
  const desk = await signIn(await browser.newContext(), email);
  await desk.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Available' });
  await shop.getByRole('button', { name: 'Open chat' }).click();
  await say(shop, 'Never mind.');
  await conversations(desk).getByText('Never mind.').click();
  await reply(desk, 'All right.');
  await expect(log(shop).getByText('All right.')).toBeVisible();
  await shop.getByRole('button', { name: 'End chat' }).click();
  await expect(shop.getByRole('group', { name: 'How did we do?' })).toBeVisible();
  await shop.getByRole('button', { name: 'Skip' }).click();
  await shop.getByRole('button', { name: 'Start a new chat' }).click();
  await say(shop, 'One more thing.');
  await expect(conversations(desk).getByText('One more thing.')).toBeVisible();
  expect(problems).toEqual([]);
});
