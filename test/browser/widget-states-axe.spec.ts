import { expect, test } from '@playwright/test';
import { keepStill } from '../support/ask-browser.ts';
import { axeOn } from '../support/axe-on.ts';
import { findCut } from '../support/find-cut.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** Every state of the panel, as demo/states draws it with the real components: axe finds nothing, and all of it is in sight (W1, W22). */

const SIZES = [
  [360, 640],
  [768, 1024],
  [1440, 900],
] as const;

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelay();
});
test.afterAll(() => relay.remove());

for (const [look, query, width] of [
  ['light', 'theme=light&lang=en', 1_280],
  ['dark', 'theme=dark&lang=de', 1_280],
  ['from right to left, on a phone', 'theme=light&lang=ar', 360],
] as const) {
  test(`W1 axe finds nothing in any state, ${look}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await keepStill(page);
    await page.goto(`${relay.origin}/demo/states/widget.html?${query}`);
    await page.waitForSelector('body[data-drawn]');
    const states = await page.locator('deskbell-chat').count();
    expect(states).toBeGreaterThan(30);
    const { violations } = await axeOn(page).include('#states').analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${node.target} ${node.failureSummary}`),
    );
    expect(found).toEqual([]);
    // What is pressed is large enough for a finger (2.5.8).
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('deskbell-chat')].flatMap((host) =>
        [...(host.shadowRoot?.querySelectorAll('button, a, input:not([hidden]), textarea') ?? [])]
          .map((one) => ({ name: one.outerHTML.slice(0, 80), box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name }) => name),
      ),
    );
    expect(small).toEqual([]);
    // Nothing makes the panel scroll sideways (1.4.10).
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('deskbell-chat')].flatMap((host) =>
        [...(host.shadowRoot?.querySelectorAll<HTMLElement>('.panel, .log, .bottom') ?? [])]
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .map((one) => `${host.closest('section')?.id} ${one.className}`),
      ),
    );
    expect(wide).toEqual([]);
    await context.close();
  });
  test(`W1 every state at the size of a phone, a tablet and a desk: in the window, and nothing is cut, ${look}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await keepStill(page);
    // Each over the other, as on a page.
    await page.goto(`${relay.origin}/demo/states/widget.html?${query}&only=all`);
    await page.waitForSelector('body[data-drawn]', { state: 'attached' });
    expect(await page.locator('deskbell-chat').count()).toBeGreaterThan(30);
    for (const [across, down] of SIZES) {
      await page.setViewportSize({ width: across, height: down });
      expect(await page.evaluate(findCut), `at ${across} × ${down}`).toEqual([]);
    }
    await context.close();
  });
}
