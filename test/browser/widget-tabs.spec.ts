import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { killTab } from '../support/ask-browser.ts';
import { createNetwork } from '../support/refusing-network.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';
import { socketsOf, watchSockets } from '../support/watch-sockets.ts';

/** Several tabs, tabs that die, and what the browser really fetches (W3, W8). */

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

test('W8 what one tab says stands in the other once, whoever opened first', async ({ context }) => {
  const one = await visitShop(context, relay);
  const two = await visitShop(context, relay, '/demo/help.html');
  await one.open();
  await two.open();
  await one.say('from the first tab');
  const id = await ana.hears('from the first tab');
  await two.sees('from the first tab');
  await two.say('from the second tab');
  await ana.hears('from the second tab');
  await ana.reply(id, 'to both');
  for (const visit of [one, two]) {
    for (const text of ['from the first tab', 'from the second tab', 'to both']) await visit.sees(text);
    expect(visit.problems).toEqual([]);
  }
  expect(await ana.messages(id)).toEqual(['from the first tab', 'from the second tab', 'to both']);
});

test('W8 a tab that is killed with an unsent message: the next page sends it, once', async ({ context }) => {
  const network = createNetwork();
  const dying = await visitShop(context, relay, '/demo/', network.route);
  await dying.open();
  await dying.say('sent before');
  const id = await ana.hears('sent before');
  await dying.page.route('**/api/**', (route) => route.abort());
  await network.block();
  await dying.say('never sent by me');
  await dying.sees('never sent by me');
  // The renderer dies at once: no unload, no last words.
  await killTab(dying.page);

  const next = await visitShop(context, relay, '/demo/help.html');
  await ana.hears('never sent by me');
  await next.open();
  await next.sees('never sent by me');
  expect(await ana.messages(id)).toEqual(['sent before', 'never sent by me']);
  await next.page.reload();
  await next.open();
  await next.sees('never sent by me');
  expect(await ana.messages(id)).toEqual(['sent before', 'never sent by me']);
});

test('W3 up to the open, connected panel the browser fetches two scripts and one socket', async ({ context }) => {
  const fetched: { path: string; bytes: number }[] = [];
  const visit = await visitShop(context, relay, '/demo/', async (page) => {
    await watchSockets(page);
    page.on('requestfinished', async (request) => {
      const path = new URL(request.url()).pathname;
      // The socket is counted below; to Firefox it is a request as well.
      if (path.startsWith('/demo/') || path === '/socket.io/') return;
      const { responseBodySize } = await request.sizes();
      fetched.push({ path, bytes: responseBodySize });
    });
  });
  await visit.open();
  await visit.say('Are we connected?');
  await ana.hears('Are we connected?');
  await visit.page.waitForLoadState('networkidle');
  const [tag, panel, ...later] = fetched.map(({ path }) => path);
  expect([tag, panel]).toEqual(['/deskbell.js', expect.stringMatching(/^\/w\/widget-.*\.js$/)]);
  // Parts that come in a quiet moment after the panel is connected (W16).
  for (const path of later) expect(path).toMatch(/^\/w\/(?!widget)/);
  expect((await socketsOf(visit.page)).map(({ path }) => path)).toEqual(['/socket.io/']);
  expect(fetched[0]?.bytes).toBeLessThanOrEqual(2_500);
  const upToThePanel = fetched.slice(0, 2).reduce((sum, { bytes }) => sum + bytes, 0);
  expect(upToThePanel).toBeLessThanOrEqual(34_000);
});

test('W1 W11 while the panel is closed the launcher counts, and opening shows where the new ones begin', async ({
  context,
}) => {
  const visit = await visitShop(context, relay);
  const { page } = visit;
  await visit.open();
  await visit.say('I will wait over there.');
  const id = await ana.hears('I will wait over there.');
  await page.keyboard.press('Escape');
  await expect(visit.dialog).toHaveCount(0);
  await ana.reply(id, 'First');
  await expect(page.getByRole('status').filter({ hasText: '1 new message' })).toBeAttached();
  await ana.reply(id, 'Second');
  await expect(page.getByRole('status').filter({ hasText: '2 new messages' })).toBeAttached();
  await expect(visit.launcher).toHaveAccessibleName('Open chat');
  await expect(visit.launcher).toHaveAccessibleDescription('2 new messages');
  // The next page counts too, without being opened.
  await page.goto(`${relay.origin}/demo/help.html`);
  await expect(visit.launcher).toHaveAccessibleDescription('2 new messages');
  await visit.open();
  await expect(visit.log.getByText('New messages')).toBeVisible();
  await visit.sees('Second');
  await page.keyboard.press('Escape');
  await expect(visit.launcher).toHaveAccessibleDescription('');
  expect(visit.problems).toEqual([]);
});
