import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserContext, expect, type Frame, type Page, test } from '@playwright/test';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** Pages and people that keep the chat away: ad blockers, and frames without an origin. It says why, and the page goes on (W2). */

let relay: RelayProcess;
/** The owner's pages by path. */
const pages: Record<string, string> = {};
const server = createServer((request, response) => {
  response
    .setHeader('Content-Type', 'text/html')
    .end(`<!doctype html><html lang="en"><title>Own</title>${pages[request.url ?? ''] ?? ''}`);
});
let shop: string;
let key: string;
test.beforeAll(async () => {
  relay = await startRelay();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  shop = `http://localhost:${(server.address() as AddressInfo).port}`;
  key = JSON.parse((await relay.command(['site', 'add', '--name', 'Shop', '--origin', shop, '--json'])).out).key;
  // The relay looks for new sites once a second.
  const why = () => fetch(`${relay.origin}/api/v1/visitor/why?site=${key}`, { headers: { origin: shop } });
  await expect.poll(async () => (await why()).json()).toMatchObject({ ok: true });
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(async () => {
  server.close();
  await relay.remove();
});

/** `problems`: what nobody caught, in the page or in its frames. */
async function visit(context: BrowserContext, body: string): Promise<{ page: Page; problems: string[] }> {
  pages['/'] = body;
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.addInitScript(() => {
    addEventListener('unhandledrejection', ({ reason }) => Promise.reject(reason));
    const told: unknown[] = [];
    const Deskbell = Object.assign((...call: unknown[]) => void Deskbell.q.push(call), { q: [] as unknown[][] });
    Object.assign(window, { told, Deskbell });
    for (const name of ['error', 'availability']) Deskbell('on', name, (detail: unknown) => told.push([name, detail]));
  });
  return { page, problems };
}
const tag = () => `<script async src="${relay.origin}/deskbell.js" data-site="${key}"></script>`;
const told = (page: Page | Frame) => page.evaluate(() => Reflect.get(window, 'told') as [string, { code: string }][]);
const reason = (page: Page | Frame) => page.evaluate(() => window.Deskbell?.getUnavailableReason());

test('W2 an ad blocker: of the script, of its files, of the relay; each said, nothing thrown, and the mail link where the owner has one', async ({
  context,
}) => {
  const mail = '<p id="mail" hidden><a href="mailto:help@shop.example">Write to us</a></p>';
  const script = tag().replace('<script ', `<script onerror="document.querySelector('#mail').hidden = false" `);
  const { page, problems } = await visit(context, mail + script);
  await page.route(`${relay.origin}/**`, (route) => route.abort('blockedbyclient'));
  await page.goto(shop);
  await expect(page.getByRole('link', { name: 'Write to us' })).toBeVisible();

  // Its files: the bell is there, says so at a press, and its owner hears it.
  await page.unrouteAll();
  await page.route(`${relay.origin}/w/**`, (route) => route.abort('blockedbyclient'));
  await page.goto(shop);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect(page.getByRole('alert')).toHaveText(/could not be loaded/);
  expect(await reason(page)).toBe('load_failed');
  expect((await told(page)).map(([name, { code }]) => [name, code])).toEqual([['error', 'load_failed']]);

  // What it would ask of the relay: the panel is open, says that there is no connection, and keeps what is written.
  await page.unrouteAll();
  await page.route(`${relay.origin}/{api,visitor}/**`, (route) => route.abort('blockedbyclient'));
  await page.routeWebSocket(/.*/, (socket) => socket.close());
  await page.goto(shop);
  await page.getByRole('button', { name: 'Open chat' }).click();
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill('Can you hear me?');
  await box.press('Enter');
  await expect(page.getByText('no connection right now')).toBeVisible();
  await expect(page.getByRole('log').getByText('Can you hear me?')).toBeVisible();
  expect(await reason(page)).toBe('unreachable');
  expect((await told(page)).map(([name, { code }]) => [name, code])).toEqual([['error', 'unreachable']]);
  expect(problems).toEqual([]);
});

test('W2 a sandboxed frame has no origin that a site could list: refused with the reason, and nothing thrown', async ({
  context,
}) => {
  pages['/inner'] = tag();
  const { page, problems } = await visit(
    context,
    '<iframe sandbox="allow-scripts" src="/inner" width="500" height="600"></iframe>',
  );
  await page.goto(shop);
  const inner = page.frameLocator('iframe');
  await inner.getByRole('button', { name: 'Open chat' }).click();
  await expect(inner.getByText('The chat is not available here').first()).toBeVisible();
  const frame = page.frames().at(-1) as Frame;
  expect(await reason(frame)).toBe('origin_not_allowed');
  expect((await told(frame)).map(([name, { code }]) => [name, code]).at(-1)).toEqual(['error', 'origin_not_allowed']);
  await frame.evaluate(() => {
    window.Deskbell?.logout();
    window.Deskbell?.open();
    window.Deskbell?.popOut();
    window.Deskbell?.destroy();
  });
  expect(await frame.evaluate(() => document.querySelectorAll('deskbell-chat').length)).toBe(0);
  expect(problems).toEqual([]);
});

test('W2 a page that is missing in the site’s list is told so, and so is its visitor', async ({ context }) => {
  const { page, problems } = await visit(context, tag());
  await page.goto(shop.replace('localhost', '127.0.0.1'));
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect(page.getByText('The chat is not available here').first()).toBeVisible();
  expect(await reason(page)).toBe('origin_not_allowed');
  expect(problems).toEqual([]);
});
