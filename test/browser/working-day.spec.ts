import { expect, type Page, test } from '@playwright/test';
import { type ConsoleVisit, visitConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { type ShopVisit, visitShop } from '../support/shop-visit.ts';

/** A working day: three agents and twelve visitors, with everything that a day brings. */

const VISITORS = 12;
let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await relay.remove();
});

const list = (page: Page) => page.getByRole('list', { name: 'Conversations' });
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });
const question = (number: number) => `Question ${number} about teapots`;

/** Opens the conversation whose last words these are. */
async function open(page: Page, words: string): Promise<void> {
  await list(page).getByRole('link').filter({ hasText: words }).click();
  await expect(log(page).getByText(words, { exact: true }).first()).toBeVisible();
}

async function answer(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Reply' }).fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log(page).getByText(words, { exact: true })).toBeVisible();
}

async function note(page: Page, words: string): Promise<void> {
  await page.getByRole('radio', { name: 'Note' }).check({ force: true });
  await page.getByRole('textbox', { name: 'Note for the team' }).fill(words);
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(log(page).getByText(words)).toBeVisible();
}

async function rate(dialog: ShopVisit['dialog']): Promise<void> {
  await dialog.getByRole('radio', { name: '5 of 5' }).check();
  await dialog.getByRole('button', { name: 'Send rating' }).click();
  await expect(dialog.getByText('Thank you for your rating')).toBeVisible();
}

/** The conversation that is open at Ana's. */
async function handOn(ana: Page, bo: Page): Promise<void> {
  await ana.getByRole('button', { name: /^Pass on/ }).click();
  await ana.getByRole('menuitem', { name: /^Transfer/ }).click();
  const dialog = ana.getByRole('dialog');
  await dialog.getByRole('option', { name: /Bo/ }).click();
  await dialog.getByRole('button', { name: 'Ask Bo' }).click();
  await bo.getByRole('region', { name: 'A colleague asks you' }).getByRole('button', { name: 'Accept' }).click();
}

test('a working day: answered, handed on, noted, put off, found, closed, rated, and counted', async ({ browser }) => {
  const team: ConsoleVisit[] = [];
  for (const name of ['Ana', 'Bo', 'Cy']) {
    const one = await visitConsole(browser, relay, name, name === 'Ana' ? 'supervisor' : 'agent');
    await one.page.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Available' });
    await one.page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: /^Mine/ }).click();
    team.push(one);
  }
  const [ana, bo] = team.map(({ page }) => page) as [Page, Page, Page];

  // Twelve come. Each is somebody's, nobody has more than four, and each reads the answer to the own question.
  const shops: ShopVisit[] = [];
  for (let number = 1; number <= VISITORS; number += 1) {
    const shop = await visitShop(await browser.newContext(), relay);
    await shop.open();
    await shop.say(question(number));
    await shop.sees(question(number));
    shops.push(shop);
  }
  const whose = new Map<number, Page>();
  for (const { page } of team) {
    const mine = list(page).getByRole('link').filter({ hasText: 'about teapots' });
    await expect(mine).toHaveCount(VISITORS / team.length);
    for (const words of await mine.allInnerTexts()) {
      whose.set(Number(/Question (\d+) about/.exec(words)?.[1]), page);
    }
  }
  expect([...whose.keys()].sort((a, b) => a - b)).toEqual(shops.map((_, index) => index + 1));
  for (const [number, page] of whose) {
    await open(page, question(number));
    await answer(page, `Answer to ${number}.`);
    await (shops[number - 1] as ShopVisit).sees(`Answer to ${number}.`);
  }
  const of = (page: Page) => [...whose].filter(([, one]) => one === page).map(([number]) => number);

  // Bo ends one; its visitor rates.
  const [ended = 0] = of(bo);
  await open(bo, `Answer to ${ended}.`);
  await bo.getByRole('button', { name: 'Close conversation' }).click();
  await rate((shops[ended - 1] as ShopVisit).dialog);

  // Ana notes something and hands one on to Bo, who has room now.
  const [handed = 0, later = 0] = of(ana);
  await open(ana, `Answer to ${handed}.`);
  await note(ana, 'Collects blue porcelain');
  await handOn(ana, bo);
  await expect(log(bo).getByText('Collects blue porcelain')).toBeVisible();
  await answer(bo, 'Bo goes on from here');
  await (shops[handed - 1] as ShopVisit).sees('Bo goes on from here');

  // Ana puts one off; the visitor writes, and it is back at once.
  await open(ana, `Answer to ${later}.`);
  await ana.getByRole('button', { name: /follow up/i }).click();
  await ana.getByRole('menuitem', { name: 'Remind me in an hour' }).click();
  await expect(ana.getByText('Kept. It stands under “Follow-ups”.')).toBeVisible();
  await (shops[later - 1] as ShopVisit).say('One more thing about teapots');
  await open(ana, 'One more thing about teapots');

  // What was said is found again, also what only the team wrote.
  await ana.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Find' }).click();
  await ana.getByRole('searchbox').fill('porcelain');
  await ana.keyboard.press('Enter');
  await expect(ana.getByRole('main').getByText('Collects blue porcelain')).toBeVisible();

  // The rest is closed, and the day is counted.
  await ana.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).click();
  await ana.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: /^Mine/ }).click();
  const last = new Map([
    [handed, 'Bo goes on from here'],
    [later, 'One more thing about teapots'],
  ]);
  for (const [number, first] of whose) {
    if (number === ended) continue;
    const page = number === handed ? bo : first;
    await open(page, last.get(number) ?? `Answer to ${number}.`);
    await page.getByRole('button', { name: 'Close conversation' }).click();
    await expect(page.getByRole('textbox', { name: 'Reply' })).toBeHidden();
  }
  await ana.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports' }).click();
  await expect(ana.getByRole('main').getByText(String(VISITORS), { exact: true }).first()).toBeVisible();
  expect([...team, ...shops].flatMap(({ problems }) => problems)).toEqual([]);
});
