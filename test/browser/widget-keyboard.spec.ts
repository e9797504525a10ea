import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';
import { tabTo } from '../support/tab-to.ts';

/** Everything by keyboard, and the focus where one would look for it (W14). */

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async () => {
  await ana.leave();
  await relay.remove();
});

test('W14 keyboard alone leads from the launcher to the sent rating', async ({ context }) => {
  const visit = await visitShop(context, relay);
  const { page } = visit;
  const { keyboard } = page;
  await tabTo(page, 'Open chat');
  await keyboard.press('Enter');
  await expect(visit.box).toBeFocused();
  await keyboard.type('Do you have it in blue?');
  await keyboard.press('Shift+Enter');
  await keyboard.type('And in red?');
  await keyboard.press('Enter');
  const id = await ana.hears('Do you have it in blue?\nAnd in red?');
  await ana.reply(id, 'In both.');
  await visit.sees('In both.');
  await expect(visit.box).toBeFocused();
  await tabTo(page, 'End chat');
  await keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: '1 of 5' })).toBeFocused();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await keyboard.press(key);
  await expect(page.getByRole('radio', { name: '4 of 5' })).toBeChecked();
  await tabTo(page, 'Comment');
  await keyboard.type('Quick.');
  await tabTo(page, 'Send rating');
  await keyboard.press('Enter');
  await expect(page.getByText('Thank you for your rating')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start a new chat' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(visit.box).toBeFocused();
  expect(visit.problems).toEqual([]);
});

test('W34 C18 C19 by keyboard a message is edited, answered and removed, and the agent has each', async ({
  context,
}) => {
  const visit = await visitShop(context, relay);
  const { page } = visit;
  const { keyboard } = page;
  await visit.open();
  await visit.say('Do you have it in blu');
  const id = await ana.hears('Do you have it in blu');
  await ana.reply(id, 'We do.');
  await visit.sees('We do.');
  await tabTo(page, 'Message options', 'Shift+Tab');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await tabTo(page, 'Edit');
  await keyboard.press('Enter');
  await keyboard.type('e?');
  await keyboard.press('Enter');
  await expect(visit.log.getByText('Do you have it in blue?')).toContainText('edited');
  expect(await ana.messages(id)).toEqual(['Do you have it in blue?', 'We do.']);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo(page, 'Answer');
  await keyboard.press('Enter');
  await expect(visit.box).toBeFocused();
  await keyboard.type('Two of them');
  await keyboard.press('Enter');
  await ana.hears('Two of them');
  const [, [, none] = [], [, quote] = []] = await ana.answers(id);
  expect([none, quote]).toEqual([undefined, expect.any(Number)]);
  await expect(page.getByRole('button', { name: 'Show the message that this one answers' })).toHaveText('We do.');
  await tabTo(page, 'Message options', 'Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(page, 'Remove');
  await keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Remove this message for everybody?' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(visit.log.getByText('Two of them')).toHaveCount(0);
  await expect(visit.box).toBeFocused();
  expect(await ana.messages(id)).toEqual(['Do you have it in blue?', 'We do.', '']);
  expect(visit.problems).toEqual([]);
});

test('W14 Escape closes and gives the focus back; the text is there on return', async ({ context }) => {
  const visit = await visitShop(context, relay);
  const { page } = visit;
  await visit.launcher.focus();
  await page.keyboard.press('Enter');
  await expect(visit.box).toBeFocused();
  await page.keyboard.type('half a th');
  await page.keyboard.press('Escape');
  await expect(visit.dialog).toHaveCount(0);
  await expect(visit.launcher).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(visit.box).toBeFocused();
  await expect(visit.box).toHaveValue('half a th');
  // Back out through the header's button as well.
  await tabTo(page, 'Close', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(visit.launcher).toBeFocused();
  expect(visit.problems).toEqual([]);
});

test('W5 W14 keys pressed in the chat are not the page’s shortcuts; an agent’s message takes no focus', async ({
  context,
}) => {
  const visit = await visitShop(context, relay);
  const { page } = visit;
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const kind of ['keydown', 'keypress', 'keyup'] as const) {
      document.addEventListener(kind, (event) => heard.push(event.key));
    }
  });
  await visit.open();
  await visit.box.focus();
  await page.keyboard.type('s/k?');
  await page.keyboard.press('Enter');
  const id = await ana.hears('s/k?');
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  const link = page.getByRole('link', { name: 'Workshop', exact: true });
  await link.focus();
  await ana.reply(id, 'Look over there.');
  await visit.sees('Look over there.');
  await ana.close(id);
  await expect(page.getByRole('group', { name: 'How did we do?' })).toBeVisible();
  await expect(link).toBeFocused();
  expect(visit.problems).toEqual([]);
});

test('W14 after the address is saved the focus is in the text box, not lost', async ({ context }) => {
  await ana.setAvailability('away');
  const visit = await visitShop(context, relay);
  const { page } = visit;
  await visit.open();
  await visit.box.fill('Do you ship to Norway?');
  await page.getByRole('button', { name: 'Leave message' }).click();
  await visit.sees('Do you ship to Norway?');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('kim@example.org');
  await tabTo(page, 'Save e-mail');
  await page.keyboard.press('Enter');
  await expect(visit.log.getByText('We can reach you at kim@example.org')).toBeVisible();
  await expect(visit.box).toBeFocused();
  expect(visit.problems).toEqual([]);
});
