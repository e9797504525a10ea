import { expect, type Page, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { saveBy } from '../support/ask-browser.ts';
import { chooseFiles } from '../support/choose-files.ts';
import { countHeld, heldNow } from '../support/count-held.ts';
import { png } from '../support/pictures.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { type ShopVisit, visitShop } from '../support/shop-visit.ts';

/** What an owner may say to the chat, hear from it, and choose of its looks (W18, W19). */

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

/** A page of the shop's origin with this body. */
const bare = (body: string) => (page: Page) =>
  page.route('**/demo/own.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>Own</title>${body}` }),
  );
const STUB = '<script>window.Deskbell = function () { (Deskbell.q = Deskbell.q || []).push(arguments) }</script>';
const TAG = '<script async src="/deskbell.js" data-site="demo"></script>';

test('W18 said before the script came: kept, in order, nothing asked; then the agent reads it', async ({ context }) => {
  const asked: string[] = [];
  const said = `<script>
    window.heard = [];
    for (const name of ['ready', 'open', 'message:sent', 'agent:assigned', 'message:received', 'conversation:ended'])
      Deskbell('on', name, function (detail) { heard.push([name, detail && (detail.text || detail.name || detail.by)]) });
    Deskbell('identify', { name: 'Mia Hill', email: 'mia@example.org' });
    Deskbell('setAttributes', { plan: 'pro', seats: 3 });
    Deskbell('setTags', ['vip']);
    for (let count = 0; count < 10001; count += 1) Deskbell('track', count < 10000 ? 'look' : 'cart', { value: 12.5 });
  </script>`;
  const visit = await visitShop(context, relay, '/demo/own.html', async (page) => {
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await bare(STUB + said + TAG)(page);
  });
  const { page } = visit;
  await expect(visit.launcher).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual(['/demo/own.html', '/deskbell.js']);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  await page.evaluate(() => window.Deskbell?.sendMessage('Hello from the page'));
  const id = await ana.hears('Hello from the page');
  await ana.reply(id, 'Hello Mia');
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard').map(String));
  await expect.poll(heard).toContain('message:received,Hello Mia');
  await page.evaluate(() => window.Deskbell?.open());
  await visit.sees('Hello Mia');
  await expect
    .poll(() => ana.knows(id))
    .toMatchObject({
      ...{ name: 'Mia Hill', email: 'mia@example.org', tags: ['vip'], attributes: { plan: 'pro', seats: 3 } },
      events: [{ event: 'cart', properties: { value: 12.5 } }, ...Array(19).fill({ event: 'look' })],
    });
  await ana.close(id);
  await expect
    .poll(heard)
    .toEqual([
      'ready,',
      'message:sent,Hello from the page',
      'agent:assigned,Ana',
      'message:received,Hello Mia',
      'open,',
      'conversation:ended,agent',
    ]);
  expect(visit.problems).toEqual([]);
});

test('W18 an own button, and the focus comes back to it', async ({ context }) => {
  const visit = await visitShop(
    context,
    relay,
    '/demo/own.html',
    bare(`<button class="help">Help</button>${TAG.replace('data-site', 'data-launcher=".help" data-site')}`),
  );
  await expect(visit.launcher).toBeHidden();
  const help = visit.page.getByRole('button', { name: 'Help' });
  await help.click();
  await expect(visit.box).toBeFocused();
  await visit.page.keyboard.press('Escape');
  await expect(visit.dialog).toBeHidden();
  await expect(help).toBeFocused();
  expect(visit.problems).toEqual([]);
});

test('W18 inline: the chat stands in its element, takes no focus and does not close', async ({ context }) => {
  const visit = await visitShop(
    context,
    relay,
    '/demo/own.html',
    bare(`<input aria-label="Search" autofocus><div id="chat" style="width: 400px; height: 500px"></div>
      ${TAG.replace('data-site', 'data-inline="#chat" data-site')}`),
  );
  const panel = visit.page.getByRole('region', { name: 'Chat' });
  await expect(panel).toBeVisible();
  await expect(visit.page.getByLabel('Search')).toBeFocused();
  const [place, box] = [await visit.page.locator('#chat').boundingBox(), await panel.boundingBox()];
  expect(box).toEqual(place);
  await expect(visit.page.getByRole('button', { name: 'Close', exact: true })).toHaveCount(0);
  await visit.say('From within');
  await ana.hears('From within');
  await visit.page.keyboard.press('Escape');
  await expect(panel).toBeVisible();
  expect(visit.problems).toEqual([]);
});

for (const [color, onColor] of [
  ['#ffe600', 'rgb(0, 0, 0)'],
  ['#111827', 'rgb(255, 255, 255)'],
] as const) {
  test(`W19 ${color} as the brand’s colour: what stands on it stays readable`, async ({ context }) => {
    const visit = await visitShop(
      context,
      relay,
      '/demo/own.html',
      bare(TAG.replace('data-site', `data-color="${color}" data-radius="4" data-text-greeting="Good day" data-site`)),
    );
    const shown = (selector: string) =>
      visit.page.evaluate((one) => {
        const host = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector(one);
        if (!host) return null;
        const canvas = document.createElement('canvas').getContext('2d');
        if (!canvas) return null;
        canvas.fillStyle = getComputedStyle(host).color;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
        return `rgb(${red}, ${green}, ${blue})`;
      }, selector);
    await expect(visit.launcher).toBeVisible();
    expect(await shown('.launcher')).toBe(onColor);
    await visit.open();
    await expect(visit.page.getByText('Good day')).toBeVisible();
    await expect(visit.dialog).toHaveCSS('border-top-left-radius', '4px');
    await visit.say('In colour');
    await visit.sees('In colour');
    expect(await shown('.own .bubble')).toBe(onColor);
    expect(visit.problems).toEqual([]);
  });
}

test('W18 popped out: the same conversation in a window of its own', async ({ context }) => {
  const visit = await visitShop(context, relay);
  await visit.open();
  await visit.say('Take me out');
  const id = await ana.hears('Take me out');
  const popup = context.waitForEvent('page');
  await visit.page.evaluate(() => window.Deskbell?.popOut());
  const out = await popup;
  await expect(out.getByRole('log', { name: 'Messages' }).getByText('Take me out')).toHaveCount(1);
  await ana.reply(id, 'Here I am');
  await expect(out.getByText('Here I am')).toBeVisible();
  await visit.sees('Here I am');
  expect(visit.problems).toEqual([]);
});

test('W2 W18 the page’s side cannot be fetched: it is said, what the page said is kept, and comes with the next try', async ({
  context,
}) => {
  const said = `<script>window.errors = []; Deskbell('on', 'error', function (error) { errors.push(error.code) });
    Deskbell('setTags', ['vip']); Deskbell('sendMessage', 'One'); Deskbell('sendMessage', 'Two')</script>`;
  let isBlocked = true;
  const visit = await visitShop(context, relay, '/demo/own.html', async (page) => {
    await page.route('**/w/page-side-*', (route) => (isBlocked ? route.abort() : route.fallback()));
    await bare(STUB + said + TAG)(page);
  });
  const reason = () => visit.page.evaluate(() => window.Deskbell?.getUnavailableReason());
  await expect.poll(reason).toBe('load_failed');
  expect(await visit.page.evaluate(() => Reflect.get(window, 'errors'))).toEqual(['load_failed']);
  await visit.open();
  isBlocked = false;
  const id = await ana.hears('Two');
  expect(await ana.messages(id)).toEqual(['One', 'Two']);
  await expect.poll(() => ana.knows(id)).toMatchObject({ tags: ['vip'] });
  expect(await reason()).toBeNull();
});

/** What a visitor does in each, before all of it is taken away. */
interface Mode {
  name: string;
  tag?: Record<string, string>;
  height?: number;
  width?: number;
  use(visit: ShopVisit): Promise<unknown>;
}

const MODES: Mode[] = [
  {
    name: 'in its corner',
    async use({ page, open, say, sees }) {
      await page.evaluate(() => window.Deskbell?.on('open', () => {}));
      await open();
      await say('Goodbye');
      await ana.reply(await ana.hears('Goodbye'), 'Goodbye to you');
      await sees('Goodbye to you');
    },
  },
  {
    name: 'files, signs, menu',
    async use({ page, open, say, dialog }) {
      await open();
      await say('With a file');
      const buffer = Buffer.from(png({ width: 40, height: 30 }));
      const file = { name: 'boots.png', mimeType: 'image/png', buffer };
      await chooseFiles(page, dialog.getByRole('button', { name: 'Attach a file' }), file);
      await saveBy(page, () => dialog.getByRole('button', { name: 'Picture, boots.png', exact: true }).click());
      await dialog.getByRole('button', { name: 'Emoji' }).click();
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: 'More' }).click();
    },
  },
  {
    name: 'on a phone',
    width: 360,
    height: 640,
    async use({ page, open, box }) {
      await open();
      await box.fill('Half a sentence');
      await expect(page.locator('deskbell-chat')).toHaveAttribute('style', /--view-height/);
    },
  },
  {
    name: 'inline',
    tag: { inline: 'main' },
    async use({ page }) {
      await expect(page.getByRole('region', { name: 'Chat' })).toBeVisible();
    },
  },
  {
    name: 'behind own buttons, dressed',
    tag: { launcher: 'h1', color: '#ffe600', radius: '4', locale: 'de', name: 'Mia' },
    async use({ page }) {
      await page.getByRole('heading').click();
      await expect(page.getByRole('textbox', { name: 'Nachricht' })).toBeVisible();
    },
  },
  {
    name: 'isolated',
    tag: { isolate: 'true' },
    async use({ page, launcher }) {
      await launcher.click();
      await expect(page.frameLocator('deskbell-chat iframe').getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'popped out',
    async use({ page, open }) {
      await open();
      const popup = page.waitForEvent('popup');
      await page.evaluate(() => window.Deskbell?.popOut());
      const out = await popup;
      await expect(out.getByRole('log', { name: 'Messages' })).toBeVisible();
      await out.close();
    },
  },
];

test('W4 W18 in every mode destroy takes every listener, timer, observer, socket and global along', async ({
  browser,
}) => {
  const leave = async ({ name, tag = {}, width = 1_000, height = 720, use }: Mode) => {
    const context = await browser.newContext({ viewport: { width, height } });
    const visit = await visitShop(context, relay, '/demo/own.html', async (page) => {
      await countHeld(page);
      await bare('<h1>Own</h1><input aria-label="Own"><main style="height: 500px"></main>')(page);
    });
    const { page } = visit;
    const held = () => heldNow(page);
    // What Playwright itself puts into the world of a page stands there before the tag.
    await page.getByLabel('Own').click();
    await page.getByLabel('Own').fill('.');
    const around = await held();
    await page.evaluate((settings) => {
      (Reflect.get(window, 'globals') as string[]).push(...Object.getOwnPropertyNames(window));
      const tag = document.createElement('script');
      tag.src = '/deskbell.js';
      Object.assign(tag.dataset, { site: 'demo', ...settings });
      document.head.append(tag);
    }, tag);
    await expect(page.locator('deskbell-chat')).toBeAttached();
    const before = await held();
    expect(before).not.toEqual(around);
    // Nothing of this keeps a page out of the back-forward cache (W17). In the page itself the chat stands open.
    if (!tag.inline) expect(before.join()).not.toMatch(/unload|socket|lock|timer/);
    await use(visit);
    const during = (await held()).join();
    expect([name, /observer/.test(during), /listener/.test(during), /unload/.test(during)]).toEqual([
      name,
      true,
      true,
      false,
    ]);
    await page.evaluate(() => window.Deskbell?.destroy());
    const left = () =>
      page.evaluate(() => {
        const known = new Set(Reflect.get(window, 'globals') as string[]);
        return [
          Object.getOwnPropertyNames(window).filter((one) => !known.has(one)),
          document.querySelector('iframe, deskbell-chat'),
        ];
      });
    // What the tag held before anybody opened the chat goes too.
    await expect.poll(async () => [name, await held(), await left()]).toEqual([name, around, [[], null]]);
    expect([name, visit.problems]).toEqual([name, []]);
    await context.close();
  };
  await Promise.all(MODES.map(leave));
});
