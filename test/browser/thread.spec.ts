import { type Browser, expect, type Page, test } from '@playwright/test';
import { becomeAvailable, type ConsoleVisit, enterConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { startPace } from '../support/pace.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** Two who answer one visitor, what becomes of words that were sent, and a thread of five thousand messages. */

let relay: RelayProcess;
const visits: ConsoleVisit[] = [];

test.beforeEach(async () => {
  visits.length = 0;
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await relay.remove();
});

async function enter(browser: Browser, name: string): Promise<Page> {
  const visit = await enterConsole(await (await browser.newContext()).newPage(), relay, name, 'agent');
  await becomeAvailable(visit);
  visits.push(visit);
  return visit.page;
}

const log = (page: Page) => page.getByRole('log', { name: 'Messages' });
const box = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();
const tool = async (page: Page, text: string, name: string) => {
  await log(page)
    .getByRole('button', { name: new RegExp(`^More for .*${text}`) })
    .click();
  await page.getByRole('menuitem', { name, exact: true }).click();
};

test('C18–C20: told of a colleague’s answer before sending; edited, quoted and removed on both sides', async ({
  browser,
}) => {
  // Three people begin; on a busy machine each needs seconds.
  const ana = await enter(browser, 'Ana');
  const shop = await visitShop(await browser.newContext(), relay);
  await shop.open();
  await shop.say('Is the teapot in stock?');
  await ana.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click();
  await expect(log(ana).getByText('Is the teapot in stock?')).toBeVisible();
  const bo = await enter(browser, 'Bo');
  await ana.getByRole('button', { name: /^Pass on/ }).click();
  await ana.getByRole('menuitem', { name: /^Invite/ }).click();
  // Whom there is to ask is read when the dialog opens.
  await expect(ana.getByRole('dialog').getByRole('option', { name: /Bo/ })).toBeVisible();
  await ana.getByRole('dialog').getByRole('combobox').fill('Bo');
  await ana.keyboard.press('ArrowDown');
  await ana.getByRole('button', { name: 'Ask Bo' }).click();
  await bo.getByRole('region', { name: 'A colleague asks you' }).getByRole('button', { name: 'Accept' }).click();

  // Both begin; Bo is quicker.
  await box(ana).fill('I shall have a look');
  await box(bo).fill('Yes, three of them.');
  await expect(ana.getByText('Bo is typing an answer')).toBeVisible();
  await send(bo);
  await shop.sees('Yes, three of them.');
  await send(ana);
  await expect(ana.getByText('Not sent: Bo answered meanwhile. Read that first.')).toBeVisible();
  await expect(shop.log.getByText('I shall have a look')).toHaveCount(0);
  // As narrow as a phone, each of its ways out is whole, large enough for a thumb, and under nothing.
  const before = ana.viewportSize();
  await ana.setViewportSize({ width: 360, height: 640 });
  for (const name of ['Send anyway', 'Back into the box', 'Copy', 'Remove'])
    await ana.getByRole('alert').getByRole('button', { name, exact: true }).click({ trial: true });
  const faults = await ana.locator('.failed-actions button').evaluateAll(
    (all) =>
      all.filter((button) => {
        const { left, right, width, height } = button.getBoundingClientRect();
        return (
          left < 0 || right > innerWidth || Math.min(width, height) < 24 || button.scrollWidth > button.clientWidth
        );
      }).length,
  );
  expect(faults).toBe(0);
  if (before) await ana.setViewportSize(before);
  await ana.getByRole('button', { name: 'Send anyway' }).click();
  await shop.sees('I shall have a look');

  // Other words at the old place, marked, on all three screens.
  await tool(ana, 'I shall have a look', 'Edit');
  await ana.getByRole('textbox', { name: 'Edit your message' }).fill('I had a look, too');
  await ana.keyboard.press('Enter');
  await expect(shop.log.getByText('I had a look, too')).toBeVisible();
  await expect(shop.log.getByText('edited', { exact: true })).toBeVisible();
  await expect(log(bo).getByText('I had a look, too')).toBeVisible();
  await expect(shop.log.getByText('I shall have a look')).toHaveCount(0);

  // An answer to a message leads there.
  await tool(ana, 'Is the teapot in stock', 'Answer this message');
  await box(ana).fill('This one, that is');
  await send(ana);
  await expect(shop.log.getByText('This one, that is')).toBeVisible();
  await shop.log.getByRole('button', { name: 'Show the message that this one answers' }).click();
  await expect(shop.log.locator('.bubble.found')).toHaveText('Is the teapot in stock?');
  await log(ana)
    .getByRole('button', { name: /Answers the visitor/ })
    .click();
  await expect(log(ana).locator('.found-here')).toContainText('Is the teapot in stock?');

  // Gone for everybody, also after a reload.
  await tool(bo, 'Yes, three of them', 'Remove');
  await bo.getByRole('button', { name: 'Remove message' }).click();
  await shop.sees('This message was removed');
  await shop.page.reload();
  await shop.open();
  await shop.sees('This message was removed');
  await shop.sees('edited');
  await expect(shop.log.getByText('Yes, three of them.')).toHaveCount(0);
  await expect(log(ana).getByText('Yes, three of them.')).toHaveCount(0);
  expect([...visits.flatMap((visit) => visit.problems), ...shop.problems]).toEqual([]);
});

const KEYS = 20;

test('5,000 messages: few of them are drawn, writing stays quick, and what is far up is one press away', async ({
  page,
}) => {
  await page.goto(`${relay.origin}/demo/states/console.html?state=thread-long`);
  const drawn = () => page.locator('.log *').count();
  const holds = (text: string) => expect(page.getByRole('log').getByText(text)).toBeVisible();
  await holds('5002: ');
  expect(await drawn()).toBeLessThan(2_000);
  await box(page).focus();
  const pace = await startPace();
  const from = performance.now();
  await page.evaluate(async (keys) => {
    const written = document.activeElement as HTMLTextAreaElement;
    for (let key = 0; key < keys; key += 1) {
      written.value += 'x';
      written.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      // Reading a size makes the page lay itself out: what a person would wait for.
      void document.body.offsetHeight;
    }
  }, KEYS);
  const keyMs = (await pace.even(from)) / KEYS;
  pace.end();
  console.log(JSON.stringify({ bench: 'thread-5000', nodes: await drawn(), keyMs: Math.round(keyMs) }));
  // Three frames; one is what a key waits for anyway.
  expect(keyMs).toBeLessThan(50);
  await page.getByRole('button', { name: 'First unread message' }).click();
  await expect(page.getByRole('log').getByText('New messages')).toBeInViewport();
  expect(await drawn()).toBeLessThan(2_000);
  // What is around it was read, and the rest was not; from here one reads on by scrolling, and nothing jumps.
  await holds('4606: ');
  const upwards = () => page.getByRole('log').evaluate((box) => box.scrollTo({ top: 0 }));
  await upwards();
  await expect(page.getByText(/^4503: /)).toBeInViewport();
  // What is older stands above it, and does not move it.
  await expect.poll(() => page.getByRole('log').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(1_000);
  await upwards();
  await expect(page.getByText(/^4303: /)).toBeInViewport();
  await page.getByRole('button', { name: 'To the newest message' }).click();
  await expect(page.getByText(/^5002: /)).toBeInViewport();
});
