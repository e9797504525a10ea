import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';
import { listenTo } from '../support/spoken.ts';
import { tabTo } from '../support/tab-to.ts';

/** The script for a screen reader (docs/accessibility.md), step by step, by keys alone, as Chromium tells it to one. */

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

/** Runs in the page: what draws a message has come. */
function hasParts(): boolean {
  const names = performance.getEntriesByType('resource').map(({ name }) => name);
  return ['links', 'later-amended'].every((part) => names.some((name) => name.includes(`/w/${part}-`)));
}

test('W1 W14 as a screen reader is told it: steps 1 to 7 of the written script', async ({ context }) => {
  const visit = await visitShop(context, relay, '/demo/');
  const { page, log } = visit;
  const { keyboard } = page;
  const { focus, read, heard } = await listenTo(page);
  await test.step('1, 2: the bell, then the text box of the chat', async () => {
    await tabTo(page, 'Open chat');
    expect(await focus()).toBe('Open chat, button, collapsed');
    await keyboard.press('Enter');
    await expect(visit.box).toBeFocused();
    expect(await focus()).toBe('Message, textbox');
    await expect.poll(() => read('dialog', 'Chat')).toContain('Someone is here to answer');
  });
  let id = '';
  await test.step('3, 4: what is said is read out once, ticks are not, and the focus stays', async () => {
    // What draws a message comes while it is written.
    await keyboard.type('Is it blue?');
    await expect.poll(() => page.evaluate(hasParts)).toBe(true);
    await keyboard.press('Enter');
    id = await ana.hears('Is it blue?');
    await expect(log.getByText(/Sent|Delivered|Read/)).toBeAttached();
    await ana.type(id);
    await expect.poll(() => heard('Ana is typing')).toBe(1);
    await ana.reply(id, 'Good day to you');
    await visit.sees('Good day to you');
    expect([await heard('Is it blue?'), await heard('Good day to you')]).toEqual([1, 1]);
    expect(await heard('Delivered')).toBe(0);
    expect(await focus()).toBe('Message, textbox');
  });
  await test.step('5: author, words, time and state, in this order', async () => {
    const said = (await read('log', 'Messages')).join(' ');
    expect(said).toMatch(/Is it blue\?.*\d\d:\d\d.*(Sent|Delivered|Read).*Ana.*Good day to you.*\d\d:\d\d/);
  });
  await test.step('6: what came meanwhile is counted once, and stands under its line', async () => {
    await keyboard.press('Escape');
    await expect.poll(focus).toBe('Open chat, button, collapsed');
    await ana.reply(id, 'And here is more');
    await expect.poll(() => heard('1 new message')).toBe(1);
    await keyboard.press('Enter');
    await expect(visit.box).toBeFocused();
    await expect.poll(async () => (await read('log', 'Messages')).join(' ')).toMatch(/New messages.*And here is more/);
  });
  await test.step('7: the network goes and comes back', async () => {
    await context.setOffline(true);
    await expect.poll(() => heard('There is no connection right now')).toBe(1);
    await keyboard.type('Still there?');
    await keyboard.press('Enter');
    await expect.poll(async () => (await read('log', 'Messages')).join(' ')).toMatch(/Still there\?.*Sending/);
    await context.setOffline(false);
    await ana.hears('Still there?');
    await expect
      .poll(async () => (await read('log', 'Messages')).join(' '))
      .toMatch(/Still there\?.*(Sent|Delivered|Read)/);
    expect([await heard('There is no connection'), await heard('Still there?')]).toEqual([1, 1]);
  });
  expect(visit.problems).toEqual([]);
});

test('W1 W14 as a screen reader is told it: steps 8, 12 and 14, signs, menu and the end', async ({ context }) => {
  const visit = await visitShop(context, relay, '/demo/');
  const { page } = visit;
  const { keyboard } = page;
  await visit.open();
  await visit.say('Hello');
  await ana.hears('Hello');
  const { focus, read } = await listenTo(page);
  await test.step('12, 14: signs and menu', async () => {
    // It comes with a part of its own, in a quiet moment.
    await expect(page.getByRole('button', { name: 'Emoji' })).toBeVisible();
    await tabTo(page, 'Emoji');
    await keyboard.press('Enter');
    await expect.poll(focus).toBe('Search emoji, searchbox');
    await keyboard.press('ArrowDown');
    await expect.poll(focus).toMatch(/^[a-z ]+, button/);
    await keyboard.press('Escape');
    await expect(visit.box).toBeFocused();
    await tabTo(page, 'More', 'Shift+Tab');
    expect(await focus()).toBe('More, button, collapsed');
    await keyboard.press('Enter');
    const items = ['Your chats, menuitem', 'Keep a copy of this chat, menuitem', 'Your data, menuitem'];
    for (const item of items) {
      await expect.poll(focus).toBe(item);
      await keyboard.press('ArrowDown');
    }
    expect(await focus()).toMatch(/^Larger window, menuitemcheckbox, not checked/);
    await keyboard.press('Escape');
    await expect.poll(focus).toBe('More, button, collapsed');
  });
  await test.step('8: the end, and what is said of it', async () => {
    await tabTo(page, 'End chat');
    await keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'How did we do?' })).toBeVisible();
    await expect.poll(focus).toBe('1 of 5, radio, not checked');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await expect.poll(focus).toMatch(/^[23] of 5, radio, checked/);
    await tabTo(page, 'Comment');
    expect(await focus()).toBe('Comment, textbox');
    await tabTo(page, 'Send rating');
    await keyboard.press('Enter');
    await expect.poll(focus).toBe('Start a new chat, button');
    expect(await read('dialog', 'Chat')).toContain('Thank you for your rating');
  });
  expect(visit.problems).toEqual([]);
});

test('W1 W14 as a screen reader is told it: step 9, nobody is there and the address is wrong', async ({ context }) => {
  await ana.setAvailability('away');
  const visit = await visitShop(context, relay, '/demo/');
  const { page } = visit;
  const { focus, more, read } = await listenTo(page);
  await tabTo(page, 'Open chat');
  await page.keyboard.press('Enter');
  await expect(visit.box).toBeFocused();
  await expect.poll(() => read('dialog', 'Chat')).toContain('Nobody is available right now');
  await page.keyboard.type('Do you ship to Norway?');
  // A part of its own, which comes when nobody is there.
  await expect(page.getByRole('textbox', { name: /^E-mail/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect.poll(focus).toMatch(/^E-mail.*, textbox$/);
  await page.keyboard.type('me at home');
  await tabTo(page, 'Leave message');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toMatch(/^E-mail.*, textbox, invalid$/);
  expect(await more()).toContain('This does not look like an e-mail address.');
  expect(visit.problems).toEqual([]);
});
