import { expect, type Page, test } from '@playwright/test';
import { REPORT_VIEWS } from '../../console/model/report-place.ts';
import { visitConsole } from '../support/console-visit.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { seedFolder } from '../support/seeded-folder.ts';

/** Numbers as a person presses them: of each kind of list one; that the others say the same holds test/socket/every-number.test.tsx. */

let folder: string;
let relay: RelayProcess;
test.beforeEach(async () => {
  folder = await seedFolder(24, Date.now());
  relay = await startRelay({}, { folder });
});
test.afterEach(async ({ browser }) => {
  await leaveAll(browser);
  await relay.remove();
  removeFolder(folder);
});

// A picture of the page after each of some hundred steps costs more than the steps.
test.use({ trace: 'off' });

/** One link for each list that the page leads to, as it stands in the address. */
async function listKinds(page: Page): Promise<[kind: string, href: string][]> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.reports a[href*="which="]')];
    const kindOf = (link: HTMLAnchorElement) => {
      const which = new URL(link.href).searchParams.get('which') ?? '';
      // Rows that are too young to tell are told by the same list as those of the share.
      return which.startsWith('business:') ? which : (which.split(/Unknown|[:@]/, 1)[0] ?? '');
    };
    return [...new Map(links.map((link) => [kindOf(link), link.getAttribute('href') ?? '']))];
  });
}

/** How many lines the file holds that is offered beside the list. */
async function linesOfFile(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('.episodes-head:has(#episodes-title) a[download]');
    const text = await (await fetch(link?.href ?? '')).text();
    return text.trimEnd().split('\r\n').length - 1;
  });
}

const numbersIn = (text: string) => [...text.matchAll(/\d[\d,]*/g)].map(([found]) => Number(found.replaceAll(',', '')));

test('S14 on every page of the reports a pressed number opens as many rows as it says, and so does its file', async ({
  browser,
}) => {
  const { page, problems } = await visitConsole(browser, relay, 'Olga', 'owner');
  const pressed = new Set<string>();
  for (const view of REPORT_VIEWS) {
    const split = view === 'splits' ? '&split=department' : '';
    const address = `${relay.origin}/console/reports/${view}?period=7&zone=Europe%2FBerlin${split}`;
    await page.goto(address);
    await expect(page.locator('.reports :is(.card, .plot, table)').first()).toBeVisible();
    await expect(page.locator('.reports .skeleton')).toHaveCount(0);
    // The numbers of a picture are pressed in its table.
    for (const button of await page.locator('.plot-tools button').all()) await button.press('Enter');
    await expect(page.locator('.reports a[href*="which="]').first()).toBeAttached();
    for (const [kind, href] of await listKinds(page)) {
      if (pressed.has(kind)) continue;
      pressed.add(kind);
      const link = page.locator(`.reports a[href="${href}"]`).first();
      const box = link.locator('xpath=ancestor-or-self::*[self::tr or self::section][1]');
      const said = numbersIn(await box.innerText());
      await link.press('Enter');
      await expect(page.locator('#episodes-title')).toBeFocused();
      // Behind a zero stands that there are none.
      const foot = page.locator('.episodes:has(#episodes-title) > :is(.card-note, .quiet)');
      await expect(foot).toBeVisible();
      const [shown = 0, total = 0] = numbersIn(await foot.innerText());
      await expect(page.locator('.episodes:has(#episodes-title) tbody tr')).toHaveCount(shown);
      expect([href, await linesOfFile(page)]).toEqual([href, total]);
      // The number itself, or the share that these rows are of another number there.
      const isShare = said.some((n) => n > 0 && said.includes(Math.round((100 * total) / n)));
      expect([href, total, said, said.includes(total) || isShare]).toEqual([href, total, said, true]);
    }
  }
  expect(pressed.size).toBeGreaterThan(20);
  expect(problems).toEqual([]);
});
