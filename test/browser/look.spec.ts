import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { visitConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type OwnSite, openOwnSite } from '../support/own-site.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';

/** Each setting of the look, in the preview while it is written and on a page of the site's own once it is saved: the same (Z10–Z12). */

let relay: RelayProcess;
let site: OwnSite;
test.beforeAll(async () => {
  relay = await startRelay();
  site = await openOwnSite(relay);
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(async () => {
  site.close();
  await relay.remove();
});

type Place = Page | FrameLocator;
const LOGO = 'https://cdn.example/logo.png';
const box = (name: string) => (page: Page) => page.getByLabel(name, { exact: true });
/** Of the bell: from the edge of the window that it stands at, px. */
const edges = (at: Place) =>
  at.locator('.launcher').evaluate((bell) => {
    const { left, right, bottom } = bell.getBoundingClientRect();
    const start = left < innerWidth / 2;
    return { side: start ? 'start' : 'end', x: start ? left : innerWidth - right, y: innerHeight - bottom };
  });
const css = (at: Place, what: string, name: string) =>
  at.locator(what).evaluate((one, property) => getComputedStyle(one).getPropertyValue(property), name);
const attribute = (what: string, name: string) => (at: Place) => at.locator(what).getAttribute(name);

interface Row {
  box(page: Page): ReturnType<Page['getByLabel']>;
  value: string;
  /** What a visitor sees of it. */
  seen(at: Place): Promise<unknown>;
  is: unknown;
}
const ROWS: Record<string, Row> = {
  color: {
    box: box('Brand colour'),
    value: '#aa3300',
    seen: (at) => css(at, '.launcher', 'background-color'),
    is: 'rgb(170, 51, 0)',
  },
  theme: { box: box('Light or dark'), value: 'dark', seen: (at) => css(at, '.panel', 'color-scheme'), is: 'dark' },
  position: { box: box('Side'), value: 'start', seen: async (at) => (await edges(at)).side, is: 'start' },
  offsetX: { box: box('From the edge (px)'), value: '31', seen: async (at) => (await edges(at)).x, is: 31 },
  offsetY: { box: box('From the bottom (px)'), value: '47', seen: async (at) => (await edges(at)).y, is: 47 },
  radius: {
    box: box('Corners (px)'),
    value: '7',
    seen: (at) => css(at, '.panel', 'border-top-left-radius'),
    is: '7px',
  },
  zIndex: { box: box('Layer (z-index)'), value: '1234', seen: (at) => css(at, 'deskbell-chat', 'z-index'), is: '1234' },
  logo: { box: box('Address of a logo'), value: LOGO, seen: attribute('img.logo', 'src'), is: LOGO },
  texts: { box: box('Close'), value: 'Put away', seen: attribute('.header-close', 'aria-label'), is: 'Put away' },
  locale: { box: box('Language'), value: 'de', seen: attribute('.panel', 'lang'), is: 'de' },
};

test('Z10 Z11 Z12 what the preview shows of each setting is what the site’s own page shows once it is saved', async ({
  browser,
}) => {
  const { page, problems } = await visitConsole(browser, relay, 'Adam', 'admin', {
    viewport: { width: 1440, height: 900 },
  });
  await page.goto(`${relay.origin}/console/settings/look/site-${site.key}`);
  const preview = page.frameLocator('iframe');
  await expect(preview.getByRole('dialog', { name: 'Chat' })).toBeVisible();
  for (const [name, { box, value, seen, is }] of Object.entries(ROWS)) {
    const field = box(page);
    if (await field.evaluate((one) => one instanceof HTMLSelectElement)) await field.selectOption(value);
    else await field.fill(value);
    await expect.poll(() => seen(preview), name).toEqual(is);
  }
  // Of the page, so not in the preview (Z12): its font, and a button of its own.
  await box('Font')(page).selectOption('page');
  await box('Your own buttons')(page).fill('.help');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();

  const script = `<script async src="${relay.origin}/deskbell.js?site=${site.key}" data-site="${site.key}"></script>`;
  const style = '<style>body { font-family: Georgia }</style>';
  site.serve(`<!doctype html><html lang="en"><title>Own</title>${style}<button class="help">Help</button>${script}`);
  const own = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await own.goto(site.origin);
  await own.getByRole('button', { name: 'Help' }).click();
  await expect(own.locator('.panel')).toBeVisible();
  await expect(own.locator('.launcher')).toBeHidden();
  expect(await css(own, '.panel', 'font-family')).toContain('Georgia');

  await box('Your own buttons')(page).fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();
  const fresh = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await fresh.goto(site.origin);
  await fresh.locator('.launcher').click();
  await fresh.mouse.move(700, 300);
  await expect(fresh.locator('.panel')).toBeVisible();
  for (const [name, { seen, is }] of Object.entries(ROWS)) await expect.poll(() => seen(fresh), name).toEqual(is);
  expect(problems).toEqual([]);
});
