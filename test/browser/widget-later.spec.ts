import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { createNetwork } from '../support/refusing-network.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** What most visitors never need comes later, and no bad network keeps it away (W16). On the strictest page, where the policy has nothing to refuse (W5, P25). */

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

test('W16 later parts are fetched in a quiet moment; then no network is needed to show them', async ({ context }) => {
  const visit = await visitShop(context, relay, '/demo/strict-csp.html');
  const { page } = visit;
  const fetched = ['ended', 'email-field', 'failure', 'poll-connection', 'post-json'].map((name) =>
    page.waitForResponse((response) => response.url().includes(`/w/${name}-`)),
  );
  await visit.open();
  await visit.say('Until the end');
  const id = await ana.hears('Until the end');
  for (const response of await Promise.all(fetched)) expect(response.status()).toBe(200);
  await page.route('**/w/**', (route) => route.abort());
  await ana.close(id);
  await page.getByRole('radio', { name: '5 of 5' }).check();
  await page.getByRole('button', { name: 'Send rating' }).click();
  await expect(page.getByText('Thank you for your rating')).toBeVisible();
  expect(visit.problems).toEqual([]);
});

test('W16 a part that cannot be fetched says so, and comes at the next try', async ({ context }) => {
  const visit = await visitShop(context, relay, '/demo/strict-csp.html', (page) =>
    page.route('**/w/ended-*', (route) => route.abort()),
  );
  const { page } = visit;
  await visit.open();
  await visit.say('Nearly done');
  const id = await ana.hears('Nearly done');
  await ana.close(id);
  await expect(page.getByText('This part of the chat could not be loaded.')).toBeVisible();
  await visit.sees('Nearly done');
  await page.unroute('**/w/ended-*');
  await page.getByRole('button', { name: 'Try again' }).click();
  // The focus was on the button that went; it is on what came.
  await expect(page.getByRole('radio', { name: '1 of 5' })).toBeFocused();
  await page.getByRole('radio', { name: '3 of 5' }).check();
  await page.getByRole('button', { name: 'Send rating' }).click();
  await expect(page.getByText('Thank you for your rating')).toBeVisible();
  expect(visit.problems).toEqual([]);
});

test('W16 a panel that came at the second try has working later parts, and the way round a blocked socket too', async ({
  context,
}) => {
  let refused = 0;
  let isFirstTry = true;
  const network = createNetwork();
  await network.block();
  const visit = await visitShop(context, relay, '/demo/strict-csp.html', async (page) => {
    await network.route(page);
    // The bell asks for the panel when it is pointed at, and again when it is pressed, where the first has failed by then.
    await page.route(/\/w\/(?:widget-.*|(?:poll-connection|post-json)-[^?]*)$/, (route) => {
      if (!isFirstTry && route.request().url().includes('/w/widget-')) return route.continue();
      refused += 1;
      return route.abort();
    });
  });
  const { page } = visit;
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect(page.getByRole('alert')).toHaveText(/could not be loaded/);
  isFirstTry = false;
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect(visit.dialog).toBeVisible();
  await visit.say('At the second try');
  const id = await ana.hears('At the second try');
  await ana.close(id);
  await page.getByRole('radio', { name: '4 of 5' }).check();
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeVisible();
  await page.getByRole('button', { name: 'Send rating' }).click();
  await expect(page.getByText('Thank you for your rating')).toBeVisible();
  expect(refused).toBeGreaterThan(1);
  expect(visit.problems).toEqual([]);
});
