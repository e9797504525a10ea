import { type Browser, expect, type Page, test } from '@playwright/test';
import { keepStill } from '../support/ask-browser.ts';
import { axeOn } from '../support/axe-on.ts';
import { becomeAvailable, type ConsoleVisit, enterConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { openPlainClient } from '../support/plain-client.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** Two conversations beside each other: two visitors write at once, and one agent answers both. */

let relay: RelayProcess;
const WIDE = { width: 1_440, height: 900 };

test.beforeEach(async () => {
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await relay.remove();
});
// Three people begin; on a busy machine each needs seconds.

async function enter(browser: Browser): Promise<ConsoleVisit> {
  const context = await browser.newContext({ viewport: WIDE });
  const visit = await enterConsole(await context.newPage(), relay, 'Ana', 'agent');
  await becomeAvailable(visit);
  return visit;
}

const pane = (page: Page, place: number) => page.getByRole('region', { name: new RegExp(`^Conversation ${place}: `) });
const reply = (page: Page, place: number) => pane(page, place).getByRole('textbox', { name: 'Reply' });
const list = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('link');
const log = (page: Page, place: number) => pane(page, place).getByRole('log');

/** Without room one is drawn, the address keeps the other, and the palette says why. */
async function narrow(ana: Page): Promise<void> {
  await ana.setViewportSize({ width: 1_439, height: 900 });
  await expect(ana.getByRole('log')).toHaveCount(1);
  await expect(ana).toHaveURL(/beside=/);
  await ana.keyboard.press('Control+k');
  await ana.getByRole('dialog').getByRole('combobox').fill('Open beside');
  await expect(ana.getByRole('option', { name: /only in windows from 1,440 pixels/ })).toBeVisible();
}

test('U14–U16: two write at once, and the agent answers both by keyboard alone; every word lands in the right conversation', async ({
  browser,
}) => {
  const { page: ana, problems } = await enter(browser);
  const [tea, mug] = [
    await visitShop(await browser.newContext(), relay),
    await visitShop(await browser.newContext(), relay),
  ];
  await tea.open();
  await tea.say('Is there tea?');
  const rows = ana.getByRole('list', { name: 'Conversations' }).getByRole('link');
  await expect(rows).toHaveCount(1);
  await mug.open();
  await mug.say('Is there a mug?');
  await expect(rows).toHaveCount(2);

  // The first from the list, the other one beside it: no mouse. Of several windows only the one in front has the focus.
  await ana.bringToFront();
  await rows.filter({ hasText: 'Is there tea?' }).focus();
  await ana.keyboard.press('Enter');
  await expect(ana.getByRole('log', { name: 'Messages' }).getByText('Is there tea?')).toBeVisible();
  await expect(ana.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await rows.filter({ hasText: 'Is there a mug?' }).focus();
  await ana.keyboard.press('b');
  await expect(log(ana, 1).getByText('Is there tea?')).toBeVisible();
  await expect(log(ana, 2).getByText('Is there a mug?')).toBeVisible();
  await expect(reply(ana, 2)).toBeFocused();
  await expect(ana).toHaveURL(/\/inbox\/[^?]+\?beside=[^&]+&focus=beside/);

  // Begun in one, gone on in the other, while both visitors write.
  await ana.keyboard.type('The blue mug is');
  await ana.keyboard.press('F6');
  await expect(reply(ana, 1)).toBeFocused();
  await Promise.all([tea.say('Green, I mean'), mug.say('A blue one')]);
  await ana.keyboard.type('Green tea, yes');
  await expect(log(ana, 2).getByText('A blue one')).toBeVisible();
  await expect(reply(ana, 1)).toBeFocused();
  await ana.keyboard.press('Enter');
  await ana.keyboard.press('F6');
  await ana.keyboard.type(' here');
  await ana.keyboard.press('Enter');
  await tea.sees('Green tea, yes');
  await mug.sees('The blue mug is here');
  await expect(tea.log.getByText('mug is')).toHaveCount(0);
  await expect(mug.log.getByText('Green tea')).toHaveCount(0);

  // A note beside a reply: what one box is says nothing of the other.
  await ana.keyboard.press('Alt+n');
  await expect(pane(ana, 2).getByRole('radio', { name: 'Note' })).toBeChecked();
  await expect(pane(ana, 1).getByRole('radio', { name: 'Reply' })).toBeChecked();
  await ana.keyboard.type('Wants it wrapped');
  await ana.keyboard.press('Enter');
  await expect(log(ana, 2).getByText('Wants it wrapped')).toBeVisible();
  await expect(mug.log.getByText('Wants it wrapped')).toHaveCount(0);

  // Both are there again after a reload, with the same one in the focus; back undoes the opening.
  await ana.reload();
  await expect(log(ana, 1).getByText('Is there tea?')).toBeVisible();
  await expect(log(ana, 2).getByText('Is there a mug?')).toBeVisible();
  await expect(reply(ana, 2)).toBeFocused();

  // One ends; the other goes on as if nothing was. Letters are no words, so the focus is in the messages.
  await log(ana, 2).focus();
  await ana.keyboard.press('c');
  await ana.keyboard.press('c');
  await expect(pane(ana, 2).getByText('Closed', { exact: true })).toBeVisible();
  await expect(reply(ana, 1)).toBeVisible();
  await ana.keyboard.press('F6');
  await ana.keyboard.type('Anything else?');
  await ana.keyboard.press('Enter');
  await tea.sees('Anything else?');
  await ana.keyboard.press('F6');
  await ana.keyboard.press('Alt+w');
  await expect(ana.getByRole('log')).toHaveCount(1);
  await expect(ana.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await ana.goBack();
  await expect(log(ana, 2).getByText('Is there a mug?')).toBeVisible();

  await narrow(ana);
  expect([...problems, ...tea.problems, ...mug.problems]).toEqual([]);
});

/** Two open beside each other, from the list and by keyboard. */
async function openBoth(page: Page): Promise<void> {
  const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('link');
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasText: 'Is there tea?' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log', { name: 'Messages' }).getByText('Is there tea?')).toBeVisible();
  await rows.filter({ hasText: 'Is there a mug?' }).focus();
  await page.keyboard.press('b');
  await expect(log(page, 1).getByText('Is there tea?')).toBeVisible();
  await expect(log(page, 2).getByText('Is there a mug?')).toBeVisible();
}

test('U14–U16 J12 who only looks on reads two and has nothing to press; one whose person is erased leaves the other as it was', async ({
  browser,
}) => {
  for (const body of ['Is there tea?', 'Is there a mug?']) {
    const visitor = await openPlainClient(relay.origin, '/visitor', { version: 2, site: 'demo' });
    expect(await visitor.command('conversation:open', { clientId: crypto.randomUUID(), body })).toMatchObject({
      ok: true,
    });
    await visitor.end();
  }
  const { page: ana, problems } = await enter(browser);
  await openBoth(ana);
  await reply(ana, 1).fill('Begun for the tea');
  const eve = await enterConsole(
    await (await browser.newContext({ viewport: WIDE })).newPage(),
    relay,
    'Eve',
    'viewer',
  );
  await openBoth(eve.page);
  for (const name of [/Close conversation/, /Pass on/, /Take over/, /^Send/])
    await expect(eve.page.getByRole('main').getByRole('button', { name })).toHaveCount(0);
  await expect(eve.page.getByRole('textbox', { name: 'Reply' })).toHaveCount(0);
  await eve.page.keyboard.press('F6');
  await expect(eve.page).toHaveURL(/beside=[^&]+$/);
  await eve.page.keyboard.press('F6');
  await expect(eve.page).toHaveURL(/focus=beside/);

  // Of the two that Ana and Eve have open, the person of one is erased: her conversation ends.
  const olga = await enterConsole(
    await (await browser.newContext({ viewport: WIDE })).newPage(),
    relay,
    'Olga',
    'owner',
  );
  await olga.page.getByRole('list', { name: 'Conversations' }).getByRole('link').filter({ hasText: 'a mug' }).click();
  await olga.page.getByRole('button', { name: 'Erase this person' }).click();
  await olga.page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click();
  for (const page of [ana, eve.page]) {
    await expect(list(page).filter({ hasText: 'Is there a mug?' })).toHaveCount(0);
    await expect(log(page, 1).getByText('Is there tea?')).toBeVisible();
  }
  await expect(reply(ana, 1)).toHaveValue('Begun for the tea');
  await reply(ana, 1).press('Enter');
  await expect(log(eve.page, 1).getByText('Begun for the tea')).toBeVisible();
  expect([...problems, ...eve.problems, ...olga.problems]).toEqual([]);
});

test('U16 axe finds nothing in two conversations beside each other, in light, in the dark and from right to left', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' })).newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await keepStill(page);
  for (const [colorScheme, query] of [
    ['light', ''],
    ['dark', ''],
    ['light', '&dir=rtl&lang=ar'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${relay.origin}/demo/states/console.html?state=inbox-two${query}`);
    await expect(page.locator('.pane-close')).toHaveCount(2);
    await expect(page.locator('.composer')).toHaveCount(2);
    for (const { id, nodes } of (await axeOn(page).analyze()).violations)
      for (const node of nodes) problems.push(`${colorScheme}${query}: ${id} at ${node.target.join(' ')}`);
  }
  expect(problems).toEqual([]);
});
