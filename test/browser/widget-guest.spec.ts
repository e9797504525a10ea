import { expect, test } from '@playwright/test';
import { MESSAGE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { answerInstead } from '../support/answer-instead.ts';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { saveBy } from '../support/ask-browser.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';
import { socketsOf, watchSockets } from '../support/watch-sockets.ts';

/** The chat is a guest on pages that are strict, busy or broken (W2–W5, W8, W9). */

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

test('W5 on the strictest page the chat works, and the policy has nothing to refuse', async ({ context }) => {
  const visit = await visitShop(context, relay, '/demo/strict-csp.html', async (page) => {
    const instead = ['rate_limited', 'queue_full', 'too_large'].map((error) => ({
      ok: false,
      error,
      retryAfterMs: 500,
    }));
    await answerInstead(page, instead);
    await page.addInitScript(() => {
      const refused: string[] = [];
      Object.assign(window, { refused });
      addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective));
    });
  });
  await visit.open();
  // What is said of a message that has to wait, finds the queue full, and is refused.
  await visit.say('Is this page strict?');
  await expect(visit.dialog.getByText('You write faster than we can take it', { exact: false })).toBeVisible();
  await visit.dialog.getByRole('button', { name: 'Leave it with us' }).click();
  await expect(visit.dialog.getByText('This is too long.', { exact: false })).toBeVisible();
  await visit.dialog.getByRole('button', { name: 'Try again' }).click();
  const id = await ana.hears('Is this page strict?');
  await ana.reply(id, 'As strict as can be.');
  await visit.sees('As strict as can be.');
  // The widget's own style sheets do apply, though the page allows none.
  await expect(visit.dialog).toHaveCSS('border-top-left-radius', '16px');
  // Later parts that no other strict story opens: signs, the menu and what it leads to, another language and colour.
  const { dialog, page } = visit;
  await dialog.getByRole('button', { name: 'Emoji' }).click();
  await page.getByRole('searchbox', { name: 'Search emoji' }).fill('thumbs up');
  await page.keyboard.press('Enter');
  await expect(visit.box).not.toHaveValue('');
  await dialog.getByRole('button', { name: 'More' }).click();
  await dialog.getByRole('menuitem', { name: 'Keep a copy of this chat' }).click();
  await saveBy(page, () => dialog.getByRole('link', { name: 'Save as a web page' }).click());
  await dialog.getByRole('button', { name: 'Back to the chat' }).click();
  await page.evaluate(() => {
    window.Deskbell?.boot({ color: '#0a7', theme: 'dark' });
    window.Deskbell?.setLocale('de');
  });
  await expect(page.getByRole('textbox', { name: 'Nachricht' })).toBeVisible();
  await page.evaluate(() => window.Deskbell?.setLocale('en'));
  await ana.close(id);
  await visit.page.getByRole('radio', { name: '5 of 5' }).check();
  await visit.page.getByRole('textbox', { name: 'Comment' }).fill('Strict but fair');
  await visit.page.getByRole('button', { name: 'Send rating' }).click();
  await expect(visit.page.getByText('Thank you for your rating')).toBeVisible();
  expect(await visit.page.evaluate(() => Reflect.get(window, 'refused'))).toEqual([]);
  expect(visit.problems).toEqual([]);
});

test('W4 after the page swapped its body the chat is there, open, with all that was said and written', async ({
  context,
}) => {
  const visit = await visitShop(context, relay, '/demo/swap.html');
  await visit.open();
  await visit.say('Before the swap');
  const id = await ana.hears('Before the swap');
  await visit.box.fill('half a sentence');
  for (const swaps of ['1', '2', '3']) {
    await visit.page.getByRole('button', { name: 'Swap the body' }).click();
    await expect(visit.page.locator('[data-swaps]')).toHaveText(swaps);
  }
  await expect(visit.dialog).toBeVisible();
  await expect(visit.page.locator('deskbell-chat')).toHaveCount(1);
  await expect(visit.box).toHaveValue('half a sentence');
  await ana.reply(id, 'After the swap');
  await visit.sees('After the swap');
  await visit.sees('Before the swap');
  expect(visit.problems).toEqual([]);
});

// The shop's own basket needs storage: this page has no script but the tag.
test('W8 where the page may store nothing, the chat lives in memory', async ({ context }) => {
  const visit = await visitShop(context, relay, '/demo/strict-csp.html', (page) =>
    page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    }),
  );
  await visit.open();
  await visit.say('Without a memory');
  const id = await ana.hears('Without a memory');
  await ana.reply(id, 'I remember for you.');
  await visit.sees('I remember for you.');
  await visit.page.keyboard.press('Escape');
  await visit.open();
  await visit.sees('Without a memory');
  expect(await ana.messages(id)).toEqual(['Without a memory', 'I remember for you.']);
  expect(visit.problems).toEqual([]);
});

test('W4 of two copies of the tag the first wins', async ({ context }) => {
  const visit = await visitShop(context, relay);
  await visit.page.evaluate(
    () =>
      new Promise((resolve) => {
        const copy = document.createElement('script');
        copy.src = '/deskbell.js?again';
        copy.dataset.site = 'demo';
        copy.onload = resolve;
        document.head.append(copy);
      }),
  );
  await expect(visit.page.locator('deskbell-chat')).toHaveCount(1);
  await visit.open();
  await visit.say('Only once, please');
  const id = await ana.hears('Only once, please');
  expect(await ana.messages(id)).toEqual(['Only once, please']);
  expect(visit.problems).toEqual([]);
});

test('W4 a second tag that names another site is said once in the browser’s console, and the first stays', async ({
  context,
}) => {
  const said: string[] = [];
  const visit = await visitShop(context, relay, '/demo/shop.html', async (page) => {
    page.on('console', (line) => said.push(line.text()));
  });
  await expect(visit.launcher).toBeVisible();
  const add = (site: string) =>
    visit.page.evaluate(
      (key) =>
        new Promise((resolve) => {
          const copy = document.createElement('script');
          copy.src = `/deskbell.js?${key}`;
          if (key) copy.dataset.site = key;
          copy.onload = resolve;
          document.head.append(copy);
        }),
      site,
    );
  // The same again, and one that leaves it to `boot`, are no mistake.
  for (const site of ['demo', '', 'another']) await add(site);
  await expect(visit.page.locator('deskbell-chat')).toHaveCount(1);
  await visit.open();
  await expect.poll(() => said.filter((line) => line.startsWith('Deskbell'))).toEqual(['Deskbell: site_other another']);
  await visit.page.evaluate(() => window.Deskbell?.logout());
  await visit.open();
  await visit.say('To the first');
  await ana.hears('To the first');
  expect(said.filter((line) => line.startsWith('Deskbell'))).toHaveLength(1);
  expect(visit.problems).toEqual([]);
});

test('W4 destroy leaves no node, no socket and nobody who listens', async ({ context }) => {
  const visit = await visitShop(context, relay, '/demo/shop.html', watchSockets);
  const { page } = visit;
  const asked: string[] = [];
  const before = await page.evaluate(() => document.documentElement.outerHTML.replace(/<deskbell-chat.*?>/, ''));
  await visit.open();
  await visit.say('Goodbye');
  await ana.hears('Goodbye');
  await page.evaluate(() => window.Deskbell?.destroy());
  await expect(page.locator('deskbell-chat')).toHaveCount(0);
  await expect.poll(async () => (await socketsOf(page)).map(({ isClosed }) => isClosed)).toEqual([true]);
  page.on('request', (request) => asked.push(request.url()));
  await page.evaluate(() => {
    for (const name of ['online', 'offline', 'focus', 'pageshow', 'resize']) dispatchEvent(new Event(name));
    dispatchEvent(new StorageEvent('storage', { key: 'deskbell:demo:token', storageArea: localStorage }));
    document.dispatchEvent(new Event('visibilitychange'));
    document.body.append(document.createElement('i'));
    document.body.lastChild?.remove();
  });
  await page.waitForLoadState('networkidle');
  const after = await page.evaluate(() => document.documentElement.outerHTML.replace(/<deskbell-chat.*?<\/[^>]*>/, ''));
  expect(after).toBe(before.replace('</deskbell-chat>', ''));
  expect(await page.evaluate(() => typeof window.Deskbell)).toBe('undefined');
  expect([(await socketsOf(page)).length, asked]).toEqual([1, []]);
  expect(visit.problems).toEqual([]);
});

test('W12 what looks like markup or a script stays text', async ({ context }) => {
  const visit = await visitShop(context, relay);
  await visit.page.evaluate(() => Object.assign(window, { hit: 0 }));
  const attacks = [
    '<img src=x onerror="window.hit += 1">',
    'javascript:window.hit+=1',
    '<script>window.hit += 1</script>',
    '[x](javascript:window.hit+=1)',
  ];
  await visit.open();
  await visit.say(attacks[0] ?? '');
  const id = await ana.hears(attacks[0] ?? '');
  for (const attack of attacks.slice(1)) await ana.reply(id, attack);
  for (const attack of attacks) await visit.sees(attack);
  expect(await visit.log.locator('img, script, a, [onerror]').count()).toBe(0);
  expect(await visit.page.evaluate(() => Reflect.get(window, 'hit'))).toBe(0);
  expect(visit.problems).toEqual([]);
});

test('W9 the longest message arrives whole; a longer one is said to be too long, and kept', async ({ context }) => {
  const visit = await visitShop(context, relay);
  const { page } = visit;
  const longest = `${'Ä long story. '.repeat(600)}`.slice(0, MESSAGE_CHARS_MAX - 1).padEnd(MESSAGE_CHARS_MAX, '.');
  await visit.open();
  await visit.box.fill(`${longest}!!`);
  await expect(page.getByText('2 characters too many')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await visit.box.press('Enter');
  await expect(visit.box).toHaveValue(`${longest}!!`);
  await visit.box.fill(longest);
  await expect(page.getByText('0 characters left')).toBeVisible();
  await visit.box.press('Enter');
  await expect(visit.box).toHaveValue('');
  await visit.say('That was long.');
  const id = await ana.hears('That was long.');
  expect((await ana.messages(id)).map((text) => text.length)).toEqual([MESSAGE_CHARS_MAX, 14]);
  expect((await ana.messages(id))[0]).toBe(longest);
  // A word without an end breaks instead of pushing the panel wide.
  await ana.reply(id, 'x'.repeat(5_000));
  await expect(visit.log.getByText('xxxxx')).toHaveCount(1);
  expect(await visit.log.evaluate((log) => log.scrollWidth - log.clientWidth)).toBe(0);
  expect(visit.problems).toEqual([]);
});
