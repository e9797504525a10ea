import { expect, test } from '@playwright/test';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** A phone: the whole screen, no zoom into fields, and "back" (W19). */

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelay();
});
test.afterAll(() => relay.remove());

test('W19 on a phone back closes the panel, and the page’s router never sees a state that is not its own', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
  const visit = await visitShop(context, relay, '/demo/', (page) =>
    page.addInitScript(() => {
      // As Safari and Firefox are.
      Reflect.deleteProperty(window, 'CloseWatcher');
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener('popstate', (event) => heard.push(event.state));
    }),
  );
  const { page } = visit;
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard') as unknown[]);
  await page.evaluate(() => history.pushState({ route: 'mugs' }, '', '?mugs'));
  await visit.open();
  await expect.poll(() => page.evaluate(() => history.state)).toEqual({ route: 'mugs', deskbell: true });
  // Once it has opened: it comes up with a short movement.
  await expect.poll(() => visit.dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
  await expect(visit.box).toHaveCSS('font-size', '16px');
  // A keyboard takes the lower half.
  await page.setViewportSize({ width: 360, height: 320 });
  await expect.poll(async () => (await visit.dialog.boundingBox())?.height).toBe(320);
  await expect(visit.box).toBeInViewport();
  await page.setViewportSize({ width: 360, height: 640 });

  // By the page: Firefox’s protocol tells of no step within one document.
  const back = () => page.evaluate(() => history.back());
  const search = () => page.evaluate(() => location.search);
  await back();
  await expect(visit.dialog).toBeHidden();
  expect(await search()).toBe('?mugs');
  await visit.open();
  await expect.poll(() => page.evaluate(() => history.state.deskbell)).toBe(true);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect.poll(() => page.evaluate(() => history.state)).toEqual({ route: 'mugs' });
  // Who listened before us may hear of its own state once more: Chromium asks in the order of coming.
  for (const state of await heard()) expect(state).toEqual({ route: 'mugs' });
  await back();
  await expect.poll(search).toBe('');
  await expect.poll(async () => (await heard()).at(-1)).toBeNull();
  expect(visit.problems).toEqual([]);
  await context.close();
});
