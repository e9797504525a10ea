import { type Browser, expect, type Page, test } from '@playwright/test';
import { visitConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { type ShopVisit, visitShop } from '../support/shop-visit.ts';

/** Routing offers: it rings at one agent and goes on to the next; and who comes while it is closed is kept apart. */

let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await relay.remove();
});

const ringAt = (page: Page) => page.getByRole('region', { name: 'Somebody waits for you' });

/** Where it rings, and where it does not: at one of the two, never at both. */
async function rung([one, other]: [Page, Page]): Promise<[Page, Page]> {
  const counts = async () => [await ringAt(one).count(), await ringAt(other).count()];
  await expect.poll(async () => (await counts()).toSorted()).toEqual([0, 1]);
  return (await ringAt(one).count()) === 1 ? [one, other] : [other, one];
}

async function ringsFor(owner: Page, seconds: string): Promise<void> {
  await owner.goto(`${relay.origin}/console/settings/routing`);
  await owner.getByRole('combobox', { name: 'How it is given' }).selectOption({ value: 'offer' });
  await owner.getByRole('spinbutton', { name: /How long it rings/ }).fill(seconds);
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();
}

async function write(browser: Browser, text: string): Promise<ShopVisit> {
  const shop = await visitShop(await browser.newContext(), relay);
  await shop.open();
  await shop.say(text);
  return shop;
}

test('R18, R19, H7 a no and a miss go on to the next agent, a yes serves, and what comes while it is closed is kept', async ({
  browser,
}) => {
  const ana = await visitConsole(browser, relay, 'Ana', 'owner');
  const bo = await visitConsole(browser, relay, 'Bo', 'agent');
  const pages: [Page, Page] = [ana.page, bo.page];
  await ringsFor(ana.page, '60');
  for (const page of pages) {
    await page.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Available' });
  }

  // One says no: it rings at the other one at once, who says yes and is there.
  const first = await write(browser, 'Is the teapot in stock?');
  const [declines, accepts] = await rung(pages);
  await ringAt(declines).getByRole('button', { name: 'Decline' }).click();
  await expect(ringAt(accepts).getByText(/waits. Will you take it\?/)).toBeVisible();
  await expect(ringAt(declines)).toHaveCount(0);
  await ringAt(accepts).getByRole('button', { name: 'Accept' }).click();
  await expect(accepts.getByRole('log', { name: 'Messages' }).getByText('Is the teapot in stock?')).toBeVisible();
  await accepts.getByRole('textbox', { name: 'Reply' }).fill('Three of them.');
  await accepts.getByRole('button', { name: 'Send', exact: true }).click();
  await first.sees('Three of them.');

  // Nobody presses: after the ring it is the next one's, and the one who missed it hears no more of it.
  await ringsFor(ana.page, '6');
  const second = await write(browser, 'And the mugs?');
  const [misses, next] = await rung(pages);
  await ringsFor(ana.page, '60');
  await expect(ringAt(next)).toHaveCount(1);
  await expect(ringAt(misses)).toHaveCount(0);
  await ringAt(next).getByRole('button', { name: 'Accept' }).click();
  await expect(next.getByRole('log', { name: 'Messages' }).getByText('And the mugs?')).toBeVisible();

  // Offline by hand: what is left now rings at nobody and stands in a section of its own.
  await ana.page.goto(`${relay.origin}/console/settings/hours`);
  await ana.page.getByRole('button', { name: 'Take chat offline now…' }).click();
  await ana.page.getByRole('button', { name: 'Take it offline' }).click();
  const third = await visitShop(await browser.newContext(), relay);
  await third.open();
  await third.box.fill('Tomorrow is fine.');
  await third.page.getByRole('button', { name: 'Leave message' }).click();
  await bo.page.getByRole('link', { name: 'Inbox' }).click();
  await expect(bo.page.getByRole('heading', { name: /^Kept until chat opens/ })).toBeVisible();
  for (const page of pages) await expect(ringAt(page)).toHaveCount(0);
  const problems = [ana, bo, first, second, third].flatMap((one) => one.problems);
  expect(problems).toEqual([]);
});
