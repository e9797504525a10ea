import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { keepStill } from '../support/ask-browser.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** The chat in a frame of the relay's origin, on a page of another site whose scripts are not trusted (W32, P25). */

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

let servers: Server[] = [];
test.afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

/** A shop of its own, on its own port. */
async function openShop() {
  let page = { html: '', policy: '' };
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').setHeader('Content-Security-Policy', page.policy).end(page.html);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const serve = (html: string, policy: string) => {
    page = { html, policy };
  };
  return { shop: `http://localhost:${port}`, serve };
}

/** `localhost` and `127.0.0.1` are two sites to a browser. */
async function visit(browser: Browser, viewport: { width: number; height: number }, prepare = () => {}) {
  const { shop, serve } = await openShop();
  const added = await relay.command(['site', 'add', '--name', 'Far', '--origin', shop, '--origin', relay.origin]);
  const [, key = ''] = /data-site="([^"]+)"/.exec(added.out) ?? [];
  expect(key).not.toBe('');
  // The relay looks for new sites once a second.
  await expect.poll(async () => (await fetch(`${relay.origin}/frame/${key}`)).status).toBe(200);
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await keepStill(page);
  await page.addInitScript(prepare);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const policy = `script-src ${relay.origin} 'unsafe-inline'; style-src 'none'; frame-src ${relay.origin}; connect-src 'none'`;
  const tag = `<script src="${relay.origin}/deskbell.js" data-site="${key}" data-isolate="true"></script>`;
  const spy = `<script>addEventListener('message', (event) => (window.seen ??= []).push(JSON.stringify(event.data)));
    Object.assign(window, { told: [] });</script>`;
  serve(`<!doctype html><html lang="en"><title>Far shop</title><h1>Far</h1>${spy}${tag}`, policy);
  // The relay looks for new sites once a second.
  await expect.poll(async () => (await fetch(`${relay.origin}/frame/${key}`)).status).toBe(200);
  await page.goto(`${shop}/shop.html`);
  const chat = page.frameLocator('deskbell-chat iframe');
  return { page, chat, problems, shop, key };
}

test('W32 P25 isolated: the whole chat, by keyboard, with nothing of it in the page', async ({ browser }) => {
  const { page, chat, problems, shop } = await visit(browser, { width: 1_000, height: 720 });
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.evaluate(() => {
    window.Deskbell?.on('message:received', (message) => Reflect.get(window, 'told').push(message));
  });
  const bell = page.locator('deskbell-chat .launcher');
  await bell.focus();
  await page.keyboard.press('Enter');
  await expect(chat.getByRole('dialog', { name: 'Chat' })).toBeVisible();
  await expect(bell).toHaveAttribute('aria-expanded', 'true');
  const box = chat.getByRole('textbox', { name: 'Message' });
  await expect(box).toBeFocused();
  // A page that stops every key before it arrives: none of those that are pressed in the frame is the page's (W5).
  await page.evaluate(() => {
    for (const name of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'click'])
      addEventListener(
        name,
        (event) => {
          event.stopImmediatePropagation();
          event.preventDefault();
        },
        true,
      );
  });
  await page.keyboard.type('Is this between us?');
  await page.keyboard.press('Enter');
  const id = await ana.hears('Is this between us?');
  await ana.reply(id, 'Between the two of us.');
  await expect(chat.getByRole('log').getByText('Between the two of us.')).toBeVisible();
  // The page hears that something came, not what.
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'told'))).toEqual([{ text: '', agent: 'Ana' }]);
  expect(await page.evaluate(() => (Reflect.get(window, 'seen') as string[]).join())).toBe('"deskbell:frame"');
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('Between'))).toBe(false);
  // Escape gives the focus back to the page's bell; a message that comes then is counted on it.
  await page.keyboard.press('Escape');
  await expect(bell).toBeFocused();
  await expect(page.locator('iframe')).toBeHidden();
  await ana.reply(id, 'Are you still there?');
  await expect(page.locator('deskbell-chat .pill')).toHaveText('1');
  expect(await page.evaluate(() => window.Deskbell?.getState())).toMatchObject({ unread: 1, conversation: 'active' });
  // A script of the page cannot speak for the visitor: it fills the box at most.
  await page.evaluate(() => window.Deskbell?.sendMessage('I buy it all'));
  await expect(box).toHaveValue('I buy it all');
  expect(await ana.messages(id)).toEqual(['Is this between us?', 'Between the two of us.', 'Are you still there?']);
  // The next page of the tab finds the chat again, and is counted on at once.
  await page.goto(`${shop}/shop.html`);
  await expect(page.locator('iframe')).toHaveCount(1);
  await page.evaluate(() => window.Deskbell?.logout());
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(problems).toEqual([]);
});

/** As browsers do it in a frame of another site where its storage is blocked. */
function denyInFrames(): void {
  if (window === top) return;
  const deny = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: deny });
  IDBFactory.prototype.open = deny;
  // There are none where the frame is no secure context.
  if ('LockManager' in window) LockManager.prototype.request = async () => deny();
}

test('W8 W32 P25 in a frame that may store nothing: words of other windows are not heard, and foreign pages cannot hold it', async ({
  browser,
}) => {
  const { page, chat, key, shop, problems } = await visit(browser, { width: 360, height: 640 }, denyInFrames);
  await page.locator('deskbell-chat .launcher').click();
  await expect(chat.getByRole('dialog', { name: 'Chat' })).toBeVisible();
  expect(await page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().width)).toBe(360);
  await page.evaluate(() => {
    const frame = document.querySelector('deskbell-chat')?.shadowRoot?.querySelector('iframe');
    const { port1 } = new MessageChannel();
    // A second beginning, a word without a port, and one that pretends to come from the frame.
    frame?.contentWindow?.postMessage({ options: {}, around: {} }, '*', [port1]);
    frame?.contentWindow?.postMessage({ do: 'destroy', forgetful: true }, '*');
    postMessage('deskbell:frame', '*');
    dispatchEvent(new MessageEvent('message', { data: 'deskbell:frame', origin: 'https://evil.example' }));
  });
  await chat.getByRole('textbox', { name: 'Message' }).fill('Still there');
  // From within: what Firefox's protocol presses does not reach a frame of another site.
  const press = (name: string) =>
    chat.getByRole('button', { name, exact: true }).evaluate((one: HTMLElement) => one.click());
  await press('Send');
  await ana.hears('Still there');
  await press('Close');
  await expect(page.locator('iframe')).toBeHidden();
  expect(problems).toEqual([]);
  const policy = (await fetch(`${relay.origin}/frame/${key}`)).headers.get('content-security-policy');
  expect(
    /frame-ancestors ([^;]+)/
      .exec(policy ?? '')?.[1]
      ?.split(' ')
      .sort(),
  ).toEqual([relay.origin, shop].sort());
  expect((await fetch(`${relay.origin}/frame/nobody`)).status).toBe(404);
});

test('W19 W32 isolated on a phone: back closes the chat and leaves the page where it is; Escape too, with the focus at the bell', async ({
  browser,
}) => {
  const { page, chat, problems, shop } = await visit(browser, { width: 360, height: 640 });
  // As Safari and Firefox are.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'CloseWatcher'));
  await page.goto(`${shop}/second.html`);
  const bell = page.locator('deskbell-chat .launcher');
  const box = chat.getByRole('textbox', { name: 'Message' });
  const kept = () =>
    page
      .frames()
      .at(-1)
      ?.evaluate(() => Object(history.state).deskbell === true);
  const open = async () => {
    await bell.focus();
    await page.keyboard.press('Enter');
    await expect(box).toBeFocused();
    await expect.poll(kept).toBe(true);
  };
  await open();
  await page.evaluate(() => history.back());
  await expect(page.locator('iframe')).toBeHidden();
  await expect(bell).toBeFocused();
  expect(page.url()).toBe(`${shop}/second.html`);

  // Firefox may take the focus from a frame that is opened again within milliseconds: nobody does that, and the next page is as good.
  await page.goto(`${shop}/third.html`);
  await open();
  // From within, too.
  await box.evaluate((one) =>
    one.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })),
  );
  await expect(page.locator('iframe')).toBeHidden();
  await expect(bell).toBeFocused();
  await expect.poll(kept).toBe(false);
  // Nothing of the chat is left between the pages.
  await page.goBack();
  expect(page.url()).toBe(`${shop}/second.html`);
  expect(problems).toEqual([]);
});
