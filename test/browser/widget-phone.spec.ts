import { expect, test } from '@playwright/test';
import { employAgent } from '../support/answering-agent.ts';
import { holdInHand } from '../support/ask-browser.ts';
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

/** A keyboard on the screen takes from what is seen and not from the page: `visualViewport` alone says so. */
function standInKeyboard(): void {
  const view = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0 });
  Object.defineProperty(window, 'visualViewport', { value: view });
  Object.assign(window, {
    keyboard(height: number, offsetTop: number) {
      Object.assign(view, { height, offsetTop });
      view.dispatchEvent(new Event('resize'));
    },
  });
}

for (const [held, width, height, left, moved] of [
  ['upright', 360, 640, 330, 0],
  ['on its side', 640, 360, 150, 40],
] as const) {
  test(`W19 a phone ${held}: the chat has the screen, its box stays above the keyboard, and nothing scrolls sideways`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, reducedMotion: 'reduce' });
    const ana = await employAgent(relay, `Ana-${width}`);
    const visit = await visitShop(context, relay, '/demo/', async (page) => {
      await page.addInitScript(standInKeyboard);
      await holdInHand(page);
    });
    const { page, dialog, box } = visit;
    await visit.open();
    await expect(dialog.getByText('Someone is here to answer')).toBeVisible();
    await expect.poll(() => dialog.boundingBox()).toEqual({ x: 0, y: 0, width, height });
    await expect(box).toHaveCSS('font-size', '16px');
    // A phone on its side scrolls what is seen up to the field.
    await page.evaluate(([down, top]) => Reflect.get(window, 'keyboard')(down, top), [left, moved] as const);
    await expect.poll(() => dialog.boundingBox()).toEqual({ x: 0, y: moved, width, height: left });
    const at = await box.boundingBox();
    expect((at?.y ?? 0) + (at?.height ?? 0)).toBeLessThanOrEqual(moved + left);
    await expect(dialog.getByRole('button', { name: 'Close', exact: true })).toBeInViewport();
    await page.evaluate((down) => Reflect.get(window, 'keyboard')(down, 0), height);
    await expect.poll(() => dialog.boundingBox()).toEqual({ x: 0, y: 0, width, height });
    expect(await dialog.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    expect(visit.problems).toEqual([]);
    await ana.leave();
    await context.close();
  });
}

/** Runs beside the panel: what of it scrolls sideways, and what is pressed or written in beyond the window's edge. */
function findBeyond(panel: Element): string[] {
  const parts = [panel, ...panel.querySelectorAll('.log, .bottom, .menu')];
  const wide = parts.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `wide: ${one.className}`);
  const out = [...panel.querySelectorAll('button, textarea, .menu')].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 1 && (left < -1 || right > innerWidth + 1);
  });
  return [...wide, ...out.map((one) => `out: ${one.outerHTML.slice(0, 80)}`)];
}

for (const [where, attribute] of [
  ['over the page', ''],
  ['in its place within the page', 'data-inline="#chat"'],
  ['isolated', 'data-isolate="true"'],
] as const) {
  test(`W39 the largest text at 360 px, ${where}: nothing scrolls sideways or leaves the window, from left and from right`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const lang of ['en', 'ar']) {
      const tag = `<script async src="/deskbell.js" data-site="demo" ${attribute}></script>`;
      const body = `<!doctype html><html lang="${lang}"><title>Own</title><body><div id="chat"></div>${tag}`;
      const address = `${relay.origin}/demo/${lang}.html`;
      await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.goto(address);
      if (!attribute.includes('inline')) await page.locator('.launcher').click();
      const chat = attribute.includes('isolate') ? page.frameLocator('deskbell-chat iframe') : page;
      await chat.locator('[aria-haspopup=menu]').click();
      await chat.locator('[role=menuitemradio]').nth(2).click();
      const panel = chat.locator('.panel');
      await expect(panel).toHaveAttribute('data-size', '2');
      await expect(panel).toHaveAttribute('lang', lang);
      expect(await panel.evaluate(findBeyond), lang).toEqual([]);
    }
    await context.close();
  });
}
