import { type Browser, expect, type Page, test } from '@playwright/test';
import { axeOn } from '../support/axe-on.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { sendAtOnce } from '../support/send-at-once.ts';
import { visitShop } from '../support/shop-visit.ts';
import { socketsOf, watchSockets } from '../support/watch-sockets.ts';

/** Three who answer, as they live it: transfer with a note, invite, whisper, take over, give back; and a board on the wall. */

let relay: RelayProcess;
const PASSWORD = 'quiet-lantern-42';
const problems: string[] = [];

test.beforeEach(async () => {
  problems.length = 0;
  relay = await startRelay();
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await relay.remove();
});

async function enter(browser: Browser, name: string, role: string, availability: string | null): Promise<Page> {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await relay.command(
    ['agent', 'add', '--email', email, '--name', name, '--role', role],
    `${PASSWORD}\n`,
  );
  expect(added, added.err).toMatchObject({ code: 0 });
  const page = await sendAtOnce(await (await browser.newContext()).newPage());
  page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`));
  page.on('console', (line) => {
    if (/content security policy|trusted type/i.test(line.text())) problems.push(`${name}: ${line.text()}`);
  });
  await page.goto(`${relay.origin}/console/`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  if (availability) {
    await page.getByRole('combobox', { name: 'Availability' }).selectOption({ label: availability });
  }
  return page;
}

const log = (page: Page) => page.getByRole('log', { name: 'Messages' });
const says = (page: Page, text: string) => expect(log(page).getByText(text, { exact: true })).toBeVisible();
const openFirst = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click();
const reply = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: 'Reply' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
};
/** By keyboard alone: search, choose, ask. */
const passOn = async (page: Page, what: RegExp, name: string, note: string) => {
  await page.getByRole('button', { name: /^Pass on/ }).click();
  await page.getByRole('menuitem', { name: what }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('option', { name: new RegExp(name) })).toBeVisible();
  await dialog.getByRole('combobox').fill(name);
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('textbox', { name: /Note for the colleague/ }).fill(note);
  await dialog.getByRole('button', { name: `Ask ${name}` }).click();
  await expect(dialog).toBeHidden();
};

/** A question without handing over (T15): Bo is told wherever she is, answers there, and the conversation stays Ana's. */
async function askAside(ana: Page, bo: Page): Promise<void> {
  await ana.getByRole('button', { name: /^Pass on/ }).click();
  await ana.getByRole('menuitem', { name: 'Ask a colleague…' }).click();
  const asking = ana.getByRole('dialog', { name: 'Ask a colleague' });
  await asking.getByRole('option', { name: /^Bo/ }).click();
  await asking.getByRole('textbox', { name: 'Question' }).fill('canary: which shelf?');
  await asking.getByRole('button', { name: 'In 15 minutes' }).click();
  await asking.getByRole('button', { name: 'Ask Bo' }).click();
  await expect(ana.getByRole('list', { name: 'Questions to colleagues' }).getByText(/^You ask Bo/)).toBeVisible();
  await bo.getByText('Ana asks you: canary: which shelf?').locator('..').getByRole('link', { name: 'Open' }).click();
  const questions = bo.getByRole('list', { name: 'Questions to colleagues' });
  await questions.getByRole('button', { name: 'Answer', exact: true }).click();
  await bo.keyboard.type('canary: the lowest');
  await bo.keyboard.press('Tab');
  await bo.keyboard.press('Enter');
  await expect(questions).toBeHidden();
  await expect(ana.getByRole('list', { name: 'Questions to colleagues' }).getByText('Bo answered')).toBeVisible();
  await ana.getByRole('button', { name: 'Put away' }).click();
}

test('three agents and a visitor: each hand in turn, and no word of the team reaches the shop', async ({ browser }) => {
  const sue = await enter(browser, 'Sue', 'supervisor', 'Away');
  const ana = await enter(browser, 'Ana', 'agent', 'Available');
  const shop = await visitShop(await browser.newContext(), relay, '/demo/', watchSockets);
  await shop.open();
  await shop.say('Is the teapot in stock?');
  await openFirst(ana);
  await says(ana, 'Is the teapot in stock?');
  await expect(log(ana).getByText(/Ana: 0 of 4/)).toBeVisible();
  const bo = await enter(browser, 'Bo', 'agent', 'Available');

  // Whisper: another box, another button, another look; and the text of one side never moves to the other.
  await ana.getByRole('textbox', { name: 'Reply' }).fill('Half a reply');
  await ana.getByRole('radio', { name: 'Note' }).check({ force: true });
  await expect(ana.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);
  await ana.getByRole('textbox', { name: 'Note for the team' }).fill('canary: she is a journalist');
  await ana.getByRole('button', { name: 'Add note' }).click();
  await says(ana, 'canary: she is a journalist');
  await expect(log(ana).getByText('Your note, only for the team')).toBeVisible();
  await ana.getByRole('radio', { name: 'Reply' }).check({ force: true });
  await expect(ana.getByRole('textbox', { name: 'Reply' })).toHaveValue('Half a reply');

  await askAside(ana, bo);

  // Transfer with a note: it rings at Bo's, the visitor notices nothing until the yes.
  await passOn(ana, /^Transfer/, 'Bo', 'canary: knows the teapots');
  await expect(ana.getByText('Bo is asked to take it over')).toBeVisible();
  const ring = bo.getByRole('region', { name: 'A colleague asks you' });
  await expect(ring.getByText('canary: knows the teapots')).toBeVisible();
  await expect(ring.getByText(/s left$/)).toBeVisible();
  await reply(ana, 'One moment please.');
  await ring.getByRole('button', { name: 'Accept' }).click();
  await says(bo, 'canary: she is a journalist');
  // Whoever has not seen a colleague's words yet is asked first (C20): so they are seen before one answers.
  await says(bo, 'One moment please.');
  await reply(bo, 'Bo here: yes, three.');
  await shop.sees('Bo here: yes, three.');
  await expect(ana.getByRole('textbox', { name: 'Reply' })).toHaveCount(0);

  // Invite back: both write, and the visitor sees who came in.
  await passOn(bo, /^Invite/, 'Ana', 'canary: help');
  await ana.getByRole('region', { name: 'A colleague asks you' }).getByRole('button', { name: 'Accept' }).click();
  await expect(shop.log.getByText('Ana joined')).toHaveCount(2);
  await reply(ana, 'Ana again, too.');
  await says(bo, 'Ana again, too.');
  await reply(bo, 'And Bo.');
  for (const text of ['Ana again, too.', 'And Bo.']) await shop.sees(text);

  // The supervisor takes over; both others only read along.
  await openFirst(sue);
  await sue.getByRole('button', { name: 'Take over' }).click();
  await reply(sue, 'Sue, the boss.');
  await shop.sees('Sue, the boss.');
  await expect(bo.getByText('Sue answers here. You can read along.')).toBeVisible();

  // Back to the queue while everybody is away; Bo picks it by hand.
  for (const page of [ana, bo]) {
    await page.getByRole('combobox', { name: 'Availability' }).selectOption({ label: 'Lunch' });
    await expect(page.getByText('You are away: Lunch. New conversations go to others.')).toBeVisible();
  }
  await sue.getByRole('button', { name: /^Pass on/ }).click();
  await sue.getByRole('menuitem', { name: 'Give back to the queue' }).click();
  await bo.getByRole('button', { name: 'Pick this conversation' }).click();
  await reply(bo, 'Picked again.');
  await shop.sees('Picked again.');

  const frames = (await socketsOf(shop.page)).flatMap(({ heard }) => heard);
  expect(frames.length).toBeGreaterThan(5);
  expect(frames.filter((frame) => /canary|Lunch|team|teamHead|picked it/.test(frame))).toEqual([]);
  expect(await shop.page.locator('deskbell-chat').innerText()).not.toContain('canary');
  expect([...problems, ...shop.problems]).toEqual([]);
});

test('the board on the wall: who waits, who serves, why; for a viewer, and without a fault for axe', async ({
  browser,
}) => {
  const wall = await enter(browser, 'Eve', 'viewer', null);
  await expect(wall.getByRole('combobox', { name: 'Availability' })).toHaveValue('away:viewing');
  await wall.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Board' }).click();
  await expect(wall.getByText('Nobody is waiting')).toBeVisible();
  const shop = await visitShop(await browser.newContext(), relay);
  await shop.open();
  // Nobody is there yet: the message is left, and waits.
  await shop.box.fill('Anybody?');
  await shop.page.getByRole('button', { name: 'Leave message' }).click();
  const queue = wall.getByRole('region', { name: /^Waiting in the queue/ });
  await expect(queue.getByRole('link')).toHaveCount(1);
  const ana = await enter(browser, 'Ana', 'agent', 'Available');
  await expect(queue.getByRole('link')).toHaveCount(0);
  await expect(wall.getByText(/Ana: 0 of 4/)).toBeVisible();
  await expect(wall.getByText('1 of 4')).toBeVisible();
  const found = await axeOn(wall).analyze();
  expect(found.violations).toEqual([]);
  // A viewer reads the thread and has nothing to press in it.
  await wall.getByRole('link', { name: 'Inbox' }).click();
  await openFirst(wall);
  await says(wall, 'Anybody?');
  for (const name of [/Close/, /Pass on/, /Take over/]) await expect(wall.getByRole('button', { name })).toHaveCount(0);
  await expect(ana.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Board' })).toHaveCount(0);
  expect([...problems, ...shop.problems]).toEqual([]);
});
