import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { axeOn } from '../support/axe-on.ts';
import { countHeld, heldNow } from '../support/count-held.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { type ShopVisit, visitShop } from '../support/shop-visit.ts';

/** Messages that come by themselves, as a visitor meets them (X rules). What they wait for is proven without a browser. */

const PASSWORD = 'quiet-lantern-42';
const TAG = '<script async src="/proactive/demo.js"></script>';
let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await ana.leave();
  await relay.remove();
});

async function setProactive(proactive: object): Promise<void> {
  const added = ['agent', 'add', '--email', 'olga@example.org', '--name', 'Olga', '--role', 'owner'];
  await relay.command(added, `${PASSWORD}\n`);
  const ask = (path: string, method: string, body: object, Cookie = '') =>
    fetch(`${relay.origin}/api/v1/agent/${path}`, {
      method,
      headers: { Origin: relay.origin, 'Content-Type': 'application/json', 'X-Deskbell': '1', Cookie },
      body: JSON.stringify(body),
    });
  const signedIn = await ask('sign-in', 'POST', { email: 'olga@example.org', password: PASSWORD });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0];
  expect((await ask('sites/demo/settings', 'PUT', { proactive }, cookie)).status).toBe(200);
}

/** The page with the second tag, before or after the first; `more` goes into its head. */
async function visit(context: BrowserContext, path: string, { first = false, more = '' } = {}): Promise<ShopVisit> {
  return visitShop(context, relay, path, (page) =>
    page.route(`**${path}`, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const head = first
        ? text.replace('<head>', `<head>${TAG}${more}`)
        : text.replace('</head>', `${more}${TAG}</head>`);
      await route.fulfill({ response, body: head });
    }),
  );
}
const bubble = (page: Page) => page.getByRole('region', { name: 'Message' });
const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }) as Record<string, string>);

test('X1 X4 X7 X9 under strict privacy nothing is stored or asked before the press; the chat goes on from what was said', async ({
  context,
}) => {
  await setProactive({
    on: true,
    rules: [
      { key: 'cart', name: 'Cart', text: 'Is anything unclear?', when: { pages: ['/demo*'], cart: { from: 50 } } },
    ],
  });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const more = `<script>window.Deskbell = window.Deskbell || function () { (Deskbell.q = Deskbell.q || []).push(arguments) };
    Deskbell('track', 'cart', { value: 80 })</script>`;
  const shop = await visit(context, '/demo/', { more });
  const { page } = shop;
  await expect(bubble(page)).toBeVisible();
  const own = asked.filter((path) => !path.startsWith('/demo/'));
  expect(own.sort()).toEqual(['/deskbell.js', '/proactive/demo.js']);
  expect(await kept(page)).toEqual({});
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  const { violations } = await axeOn(page).include('deskbell-chat').analyze();
  expect(violations).toEqual([]);
  for (const button of await bubble(page).getByRole('button').all()) {
    const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
  await bubble(page)
    .getByRole('button', { name: /Is anything unclear/ })
    .click();
  await expect(shop.dialog.getByText('Is anything unclear?')).toBeVisible();
  await expect(bubble(page)).toHaveCount(0);
  expect((await kept(page))['deskbell:demo:proactive']).toBe('1|0|0|0|0||cart:0:1');
  await shop.say('Yes: how large is it?');
  const id = await ana.hears('Yes: how large is it?');
  expect(await ana.knows(id)).toMatchObject({ intake: { proactive: { key: 'cart', text: 'Is anything unclear?' } } });
  expect(shop.problems).toEqual([]);
});

test('X5 X7 X10 on a strict and patched page, by keyboard: dismissed for good, the focus at the bell, and nothing after destroy', async ({
  context,
}) => {
  const rule = (key: string) => ({ key, name: key, text: `Message ${key}`, when: { afterMs: 0 } });
  await setProactive({ on: true, visitMax: 9, dayMax: 9, rules: [rule('one'), rule('two')] });
  await context.addInitScript(() => {
    // As old libraries do: names on every list and object, and their own idea of JSON.
    Object.assign(Array.prototype, { each: () => {}, toJSON: () => 'spoilt' });
    for (const [name, value] of [
      ['pages', ['/nowhere']],
      ['cart', { from: 1e9 }],
      ['gone', true],
    ] as const)
      Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true });
  });
  const shop = await visit(context, '/demo/strict-csp.html', { first: true });
  const { page } = shop;
  await expect(bubble(page).getByText('Message one')).toBeVisible();
  await bubble(page).getByRole('button', { name: 'Dismiss this message' }).focus();
  await page.keyboard.press('Escape');
  await expect(shop.launcher).toBeFocused();
  // The keyboard at the bell is no bother: the next one comes, and it is not the first again.
  await expect(bubble(page).getByText('Message two')).toBeVisible();
  await page.reload();
  await expect(bubble(page).getByText('Message two')).toBeVisible();
  await bubble(page).getByRole('button', { name: 'No more messages like this' }).click();
  expect((await kept(page))['deskbell:demo:proactive']).toBe('1|1|0|0|0||one:0:1');
  await page.evaluate(() => (window as unknown as { Deskbell: { destroy(): void } }).Deskbell.destroy());
  await expect(page.locator('deskbell-chat')).toHaveCount(0);
  expect(shop.problems).toEqual([]);
});

const ruleOf = (key: string, when: object) => ({ key, name: key, text: `Message ${key}`, when });

test('X3 X10 a shell that stands still around a part that scrolls, sizes that are watched, and nothing left of it', async ({
  context,
}) => {
  const later = [
    { leaving: true },
    { event: 'never' },
    { cart: { from: 1e6 } },
    { afterMs: 600_000 },
    { returning: true },
  ];
  const rules = [
    ruleOf('failed', { scriptError: true }),
    ruleOf('down', { scrolledPercent: 100 }),
    ...later.map((when, index) => ruleOf(`never_${index}`, when)),
  ];
  await setProactive({ on: true, visitMax: 9, dayMax: 9, rules });
  await countHeld(context);
  const more = `<style>html { zoom: 1.37 } main { position: fixed; inset: 0; overflow: auto } main p { height: 3333px }</style>`;
  const { page } = await visit(context, '/demo/about.html', { more });
  const bell = page.locator('deskbell-chat .launcher');
  await expect(bell).toBeVisible();
  await page.evaluate(() => {
    addEventListener('error', ({ message }) => {
      document.title = message;
    });
    const main = document.body.appendChild(document.createElement('main'));
    main.append(document.createElement('p'));
    const grows = main.appendChild(document.createElement('div'));
    new ResizeObserver(() => {
      if (grows.clientHeight < 9) grows.style.height = `${grows.clientHeight + 1}px`;
    }).observe(grows);
    grows.style.height = '1px';
  });
  await expect(page).toHaveTitle(/^ResizeObserver loop/);
  await page.evaluate(() => document.querySelector('main:last-of-type')?.scrollTo(0, 99_999));
  await expect(bubble(page).getByText('Message down')).toBeVisible();
  // As a page says it that may come before the script.
  await page.evaluate(() => (window as unknown as { Deskbell(verb: string): void }).Deskbell('destroy'));
  // What Playwright itself puts into the world of a page, as into one without a tag, and the page's own.
  const bare = await context.newPage();
  await bare.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Bare</h1>' }));
  await bare.goto(`${relay.origin}/bare`);
  await expect(bare.getByRole('heading')).toBeVisible();
  const left = [...(await heldNow(bare)), 'listener error 1', 'observer'].sort();
  await expect.poll(async () => (await heldNow(page)).sort()).toEqual(left);
});

const WELL = { isInside: true, isNear: true, isApart: true };

/** Whether the message is in the window, and beside the bell at its own side. */
async function stands({
  page,
  launcher,
}: ShopVisit): Promise<{ isInside: boolean; isApart: boolean; isNear: boolean }> {
  const [it, bell] = [await bubble(page).boundingBox(), await launcher.boundingBox()];
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  if (!it || !bell) throw new Error('It is not drawn.');
  const isInside = it.x >= 0 && it.y >= 0 && it.x + it.width <= width && it.y + it.height <= height;
  const isBeside = it.x >= bell.x + bell.width || bell.x >= it.x + it.width;
  const betweenPx = Math.max(it.x - bell.x - bell.width, bell.x - it.x - it.width);
  return {
    isInside,
    isNear: betweenPx <= 40,
    isApart: isBeside || it.y >= bell.y + bell.height || bell.y >= it.y + it.height,
  };
}

test('X7 wherever the owner puts the bell, the message is in the window and beside it, and it goes with the bell', async ({
  context,
}) => {
  await setProactive({ on: true, rules: [ruleOf('hello', { afterMs: 0 })] });
  const places = [
    { width: 360, height: 640, position: 'end', offsetX: 99_999, offsetY: 20 },
    { width: 360, height: 640, position: 'start', offsetX: 150, offsetY: 330 },
    { width: 1440, height: 900, position: 'end', offsetX: 20, offsetY: 430 },
    { width: 1440, height: 900, position: 'start', offsetX: 20, offsetY: 99_999 },
  ] as const;
  const stand = async ({ width, height, ...boot }: (typeof places)[number]) => {
    const shop = await visit(context, '/demo/strict-csp.html');
    await shop.page.setViewportSize({ width, height });
    const place = async (options: { position: 'start' | 'end'; offsetX: number; offsetY: number }) => {
      await shop.page.evaluate((more) => window.Deskbell?.boot(more), options);
      await expect(bubble(shop.page)).toBeVisible();
      expect({ width, ...options, ...(await stands(shop)) }).toEqual({ width, ...options, ...WELL });
    };
    await place(boot);
    // The page changes its mind while the message is there.
    await place({ ...boot, position: boot.position === 'end' ? 'start' : 'end', offsetX: 20 });
    await shop.page.evaluate(() => window.Deskbell?.hide());
    await expect(bubble(shop.page)).toHaveCount(0);
    expect(shop.problems).toEqual([]);
  };
  await Promise.all(places.map(stand));
});
