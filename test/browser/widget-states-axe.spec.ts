import { expect, test } from '@playwright/test';
import { keepStill } from '../support/ask-browser.ts';
import { axeOn } from '../support/axe-on.ts';
import { findCut } from '../support/find-cut.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** Every state of the panel, as demo/states draws it with the real components: axe finds nothing, and all of it is in sight (W1, W22). */

/** A phone, held either way; a tablet; a desk, and the same at 200 %. */
const SIZES = [
  [360, 640],
  [640, 360],
  [768, 1024],
  [1440, 900],
  [720, 450],
] as const;

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelay();
});
test.afterAll(() => relay.remove());

/** These two run in the page. */
function findSmallFields(): string[] {
  const fields = [...document.querySelectorAll('deskbell-chat')].flatMap((host) => [
    ...(host.shadowRoot?.querySelectorAll('textarea, select, input:not([type=radio], [type=checkbox], [type=file])') ??
      []),
  ]);
  if (fields.length < 30) return [`only ${fields.length} fields`];
  return fields.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 16).map((one) => one.outerHTML);
}
function findMoving(): string[] {
  return [...document.querySelectorAll('deskbell-chat')].flatMap((host) =>
    [...(host.shadowRoot?.querySelectorAll('*') ?? [])]
      .filter((one) => {
        const { animationName, transitionDuration } = getComputedStyle(one);
        return animationName !== 'none' || !/^(0s(, )?)+$/.test(transitionDuration);
      })
      .map((one) => one.outerHTML.slice(0, 80)),
  );
}

for (const [look, query, width] of [
  ['light', 'theme=light&lang=en', 1_280],
  ['dark', 'theme=dark&lang=de', 1_280],
  ['from right to left, on a phone', 'theme=light&lang=ar', 360],
  ['in the system’s own colours', 'theme=light&lang=en', 1_280],
] as const) {
  const forcedColors = look === 'in the system’s own colours' ? 'active' : 'none';
  test(`W1 axe finds nothing in any state, ${look}`, async ({ browser }) => {
    const context = await browser.newContext({
      ...{ viewport: { width, height: 900 }, reducedMotion: 'reduce', forcedColors },
    });
    const page = await context.newPage();
    await keepStill(page);
    await page.goto(`${relay.origin}/demo/states/widget.html?${query}`);
    await page.waitForSelector('body[data-drawn]');
    const states = await page.locator('deskbell-chat').count();
    expect(states).toBeGreaterThan(30);
    // What a story presses leads to what it is named after: a menu stands open in those of the menu alone.
    const menus = await page.locator('section.state:has(.menu)').evaluateAll((all) => all.map(({ id }) => id));
    expect(menus).toEqual(['menu', 'text-largest']);
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
    // The boxes of one form stand in one line, whatever stands beside them.
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('deskbell-chat')].flatMap((host) => {
        const boxes = [...(host.shadowRoot?.querySelectorAll('.leaving .input') ?? [])];
        const edges = new Set(
          boxes.map((box) => [box.getBoundingClientRect()].map(({ x, width }) => `${x} ${width}`)[0]),
        );
        return boxes.length > 0 ? [edges.size] : [];
      }),
    );
    expect(new Set(lines)).toEqual(new Set([1]));
    await context.close();
  });
  if (forcedColors === 'active') continue;
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
    // Phones zoom into smaller fields; and nothing moves where the system asks for none.
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.evaluate(findSmallFields)).toEqual([]);
    expect(await page.evaluate(findMoving)).toEqual([]);
    await context.close();
  });
}

for (const lang of 'ar de en es fr he hi it ja nl pl pt ru tr uk zh'.split(' ')) {
  test(`W22 W39 every state on a phone, in "${lang}": nothing is cut, and neither at the largest text`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await keepStill(page);
    await page.goto(`${relay.origin}/demo/states/widget.html?theme=light&lang=${lang}&only=all`);
    await page.waitForSelector('body[data-drawn]', { state: 'attached' });
    expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${lang}\\b`));
    expect(await page.evaluate(findCut)).toEqual([]);
    await page.locator('.panel').evaluateAll((all) => all.map((one) => one.setAttribute('data-size', '2')));
    expect(await page.evaluate(findCut), 'at the largest').toEqual([]);
    await context.close();
  });
}
